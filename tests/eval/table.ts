import {
  answeredPast,
  declinedThere,
  followUps,
  outOfScope,
  type Part,
  type Result,
  share,
  shareOf,
} from './evaluate.ts';

const measures = ['right', 'wrong', 'declined', 'facts', 'lead', 'cited', 'intent'] as const;

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const head = (first: string): string =>
  `${first.padEnd(18)}${'n'.padStart(4)}${measures.map((measure) => measure.padStart(9)).join('')}`;

const row = (name: string, results: readonly Result[]): string =>
  `${name.padEnd(18)}${String(results.length).padStart(4)}${measures.map((measure) => percent(share(results, measure)).padStart(9)).join('')}`;

const line = (name: string, part: Part): string =>
  `${name}: ${part.holds.length} of ${part.of.length}${part.of.length === 0 ? '' : ` (${percent(shareOf(part))})`}`;

/** A set's results by kind, the whole, the follow-ups, and how well it knows what it does not know. */
export const table = (results: readonly Result[]): string => {
  const kinds = [...new Set(results.map(({ question }) => question.kind))].sort();
  const rows = kinds.map((kind) =>
    row(
      kind,
      results.filter(({ question }) => question.kind === kind),
    ),
  );
  return [
    head('kind'),
    ...rows,
    row('all', results),
    row('follow-ups', followUps(results)),
    line('out-of-scope recall', outOfScope(results)),
    line('answered past what no article says', answeredPast(results)),
    line('declined although the fact was there', declinedThere(results)),
  ].join('\n');
};

/** One line a set, with the errors that matter most. */
export const summary = (
  sets: readonly { readonly name: string; readonly results: readonly Result[] }[],
): string => [head('set'), ...sets.map(({ name, results }) => row(name, results))].join('\n');

/** A question that was not answered fully right, why, and what was replied. */
export const failure = ({ question, reply, score }: Result): string => {
  const after = question.history.length > 0 ? ` after ${JSON.stringify(question.history)}` : '';
  return `- ${question.id} ${JSON.stringify(question.text.slice(0, 120))}${after}\n    ${score.why.join('; ')} | ${reply.intent}, ${reply.outcome} | ${reply.lead.slice(0, 240)}`;
};
