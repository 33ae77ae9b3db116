import { readFileSync } from 'node:fs';
import { type Asker, isAnswered, leadText, type Turn, turnsOf } from '../../src/answer.ts';
import { answerText } from '../../src/blocks/text.ts';
import { isHonest, type Question, questionSchema, type Reply, type Score, score } from './score.ts';

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

/** Asks a question after its earlier turns, which are asked in order. */
export const converse = (asker: Asker, { text, history }: Pick<Question, 'text' | 'history'>): Turn =>
  asker.ask(text, turnsOf(asker, history));

const replyTo = (asker: Asker, question: Question): Reply => {
  const { reading, answer } = converse(asker, question);
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

/** Some of the results, with how many of them something holds for. */
export interface Part {
  readonly holds: readonly Result[];
  readonly of: readonly Result[];
}

const part = (of: readonly Result[], test: (result: Result) => boolean): Part => ({
  of,
  holds: of.filter(test),
});

/** A part as a share, 0 to 1; 0 where it is a part of nothing. */
export const shareOf = ({ holds, of }: Part): number => (of.length === 0 ? 0 : holds.length / of.length);

/** Questions asked after others. */
export const followUps = (results: readonly Result[]): Result[] =>
  results.filter(({ question }) => question.history.length > 0);

/** Questions that no article answers, and whose reply says so in one of the honest ways. */
export const outOfScope = (results: readonly Result[]): Part =>
  part(
    results.filter(({ question: { expect } }) => expect.abstain && expect.sources.length === 0),
    ({ reply }) => isHonest(reply.outcome),
  );

/** The one error of not dropping words too few: what is not in the articles, or is not so, was answered all the same. */
export const answeredPast = (results: readonly Result[]): Part =>
  part(
    results.filter(({ question }) => question.expect.abstain),
    ({ reply }) => !isHonest(reply.outcome),
  );

/** The other error: the fact was there, and the reply declined. */
export const declinedThere = (results: readonly Result[]): Part =>
  part(
    results.filter(({ question: { expect } }) => !expect.abstain && expect.intent !== 'unknown'),
    ({ score: { declined } }) => declined,
  );

/** The share of results for which a measure holds, 0 to 1. */
export const share = (results: readonly Result[], measure: Exclude<keyof Score, 'why'>): number =>
  shareOf(part(results, (result) => result.score[measure]));
