import { keepBest, type Scored } from './best.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { Statistics } from './statistics.ts';
import type { TokenStore } from './token-store.ts';

interface Word {
  readonly number: number;
  /** The most that it gives any passage. */
  readonly ceiling: number;
}

const mostTellingFirst = (weights: ReadonlyMap<number, number>, known: Statistics): Word[] =>
  [...weights]
    .map(([number, weight]) => ({ number, ceiling: weight * (known.ceiling[number] ?? 0) }))
    .sort((a, b) => b.ceiling - a.ceiling || a.number - b.number);

/**
 * The `most` best passages for weighted words, best first. Exact: the most telling words are walked first, each passage
 * met is scored whole, and the walk ends when all the words that are left could not bring one more into the list.
 */
export const createCandidates = (store: TokenStore, index: InvertedIndex, known: Statistics) => {
  const lastMet = new Uint32Array(store.texts.length);
  let round = 0;
  return (weights: ReadonlyMap<number, number>, score: (place: number) => number, most: number): Scored[] => {
    round += 1;
    const best = keepBest(most);
    const words = mostTellingFirst(weights, known);
    let left = words.reduce((sum, word) => sum + word.ceiling, 0);
    for (const { number, ceiling } of words) {
      if (left <= best.bar()) break;
      left -= ceiling;
      index.visit(store.words[number] ?? '', (place) => {
        if (lastMet[place] === round) return;
        lastMet[place] = round;
        best.offer(place, score(place));
      });
    }
    return best.list();
  };
};
