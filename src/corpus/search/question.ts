import { analyse } from './analysis.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { PassageSettings } from './settings.ts';
import type { TokenStore } from './token-store.ts';

/** A question as numbers of words. */
export interface Question {
  /** What each word counts. A word asked twice counts more, and less than twice. */
  readonly weights: ReadonlyMap<number, number>;
  /** Words that follow each other in the question. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** Reads a question by the words of the collection. Only a word that no passage has is searched by likeness. */
export const readQuestion = (
  text: string,
  store: TokenStore,
  index: InvertedIndex,
  settings: PassageSettings,
): Question => {
  const words = analyse(text, settings.analysis);
  const numbers = words.map((word) => store.numberOf.get(word));
  const counts = new Map<number, number>();
  for (const number of numbers) if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  const weights = new Map([...counts].map(([number, count]) => [number, 1 + Math.log(count)]));
  for (const word of new Set(words.filter((_, at) => numbers[at] === undefined)))
    for (const like of index.respell(word)) {
      const number = store.numberOf.get(like);
      if (number !== undefined)
        weights.set(number, Math.max(weights.get(number) ?? 0, settings.respelling.weight));
    }
  const pairs = numbers.flatMap((left, at): [number, number][] => {
    const right = numbers[at + 1];
    return left === undefined || right === undefined || left === right ? [] : [[left, right]];
  });
  return { weights, pairs };
};
