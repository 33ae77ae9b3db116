import { readFileSync } from 'node:fs';
import { type Asker, isAnswered, leadText, type Turn } from '../../src/answer.ts';
import { answerText } from '../../src/blocks/text.ts';
import { type Question, questionSchema, type Reply, type Score, score } from './score.ts';

export interface Result {
  readonly question: Question;
  readonly reply: Reply;
  readonly score: Score;
}

/** Reads a set of questions, one JSON object a line. */
export const readQuestions = (file: string): Question[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => questionSchema.parse(JSON.parse(line)));

const replyTo = (asker: Asker, question: Question): Reply => {
  const turns: Turn[] = [];
  for (const earlier of question.history) turns.push(asker.ask(earlier, turns));
  const { reading, answer } = asker.ask(question.text, turns);
  return {
    intent: reading.intent,
    outcome: answer.outcome,
    answered: isAnswered(answer.outcome),
    lead: leadText(answer),
    text: answerText(answer),
    articles: answer.citations.map((citation) => citation.article),
  };
};

export const evaluate = (asker: Asker, questions: readonly Question[]): Result[] =>
  questions.map((question) => {
    const reply = replyTo(asker, question);
    return { question, reply, score: score(question, reply) };
  });

const measures = ['right', 'wrong', 'declined', 'facts', 'lead', 'cited', 'intent'] as const;

/** The share of results for which a measure holds, 0 to 1. */
export const share = (results: readonly Result[], measure: (typeof measures)[number]): number =>
  results.length === 0 ? 0 : results.filter((result) => result.score[measure]).length / results.length;

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`.padStart(9);

const row = (name: string, results: readonly Result[]): string =>
  `${name.padEnd(18)}${String(results.length).padStart(4)}${measures.map((measure) => percent(share(results, measure))).join('')}`;

/** Rows that no article answers: how many of them the reply claims no source for. */
const outOfScope = (results: readonly Result[]): string => {
  const rows = results.filter(
    ({ question }) => question.expect.abstain && question.expect.sources.length === 0,
  );
  const kept = rows.filter(({ reply }) =>
    ['not-held', 'not-stated', 'unclear', 'withheld', 'corrected', 'partial'].includes(reply.outcome),
  );
  return `out-of-scope recall ${kept.length} of ${rows.length}`;
};

/** A table by kind, with a line for the whole. */
export const table = (results: readonly Result[]): string => {
  const kinds = [...new Set(results.map(({ question }) => question.kind))].sort();
  const head = `${'kind'.padEnd(18)}${'n'.padStart(4)}${measures.map((measure) => measure.padStart(9)).join('')}`;
  const lines = kinds.map((kind) =>
    row(
      kind,
      results.filter(({ question }) => question.kind === kind),
    ),
  );
  return [head, ...lines, row('all', results), outOfScope(results)].join('\n');
};
