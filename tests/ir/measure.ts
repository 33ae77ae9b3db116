import type { Collection } from './collection.ts';

/** Answers a question with the ids of at least ten documents, best first, where so many are found. */
export type Engine = (question: string) => readonly string[];

export interface Measured {
  /** nDCG@10 of every question, in their order. */
  readonly each: readonly number[];
  readonly ndcg10: number;
  readonly recall10: number;
  /** Mean milliseconds a question. */
  readonly msPerQuery: number;
}

const depth = 10;
const discount = (rank: number): number => 1 / Math.log2(rank + 2);

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Binary nDCG@10 against the ideal of min(10, right) documents. */
export const ndcg10 = (found: readonly string[], right: ReadonlySet<string>): number => {
  let gained = 0;
  for (const [rank, id] of found.slice(0, depth).entries()) if (right.has(id)) gained += discount(rank);
  let ideal = 0;
  for (let rank = 0; rank < Math.min(depth, right.size); rank += 1) ideal += discount(rank);
  return ideal === 0 ? 0 : gained / ideal;
};

/** The share of the right documents that stand among the first ten. */
export const recall10 = (found: readonly string[], right: ReadonlySet<string>): number =>
  right.size === 0 ? 0 : found.slice(0, depth).filter((id) => right.has(id)).length / right.size;

/** Asks every question of a collection, after some to warm up. */
export const measure = (engine: Engine, { questions }: Collection): Measured => {
  for (const { text } of questions.slice(0, 20)) engine(text);
  const began = performance.now();
  const answers = questions.map(({ text }) => engine(text));
  const took = performance.now() - began;
  const each = questions.map(({ right }, at) => ndcg10(answers[at] ?? [], right));
  return {
    each,
    ndcg10: mean(each),
    recall10: mean(questions.map(({ right }, at) => recall10(answers[at] ?? [], right))),
    msPerQuery: questions.length === 0 ? 0 : took / questions.length,
  };
};

/** The means over the first, third, … and over the second, fourth, … question. */
export const halves = (each: readonly number[]): readonly [number, number] => [
  mean(each.filter((_, at) => at % 2 === 0)),
  mean(each.filter((_, at) => at % 2 === 1)),
];
