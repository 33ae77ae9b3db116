import type { PassageSettings } from './settings.ts';
import { gain, type Statistics } from './statistics.ts';
import type { TokenStore } from './token-store.ts';

/** Scores passages by BM25 for one set of weighted words at a time. */
export type Scorer = (weights: ReadonlyMap<number, number>) => (place: number) => number;

/** One pass over a passage counts all the words at once. The tables are shared: one set of words is scored at a time. */
export const createScorer = (store: TokenStore, known: Statistics, settings: PassageSettings): Scorer => {
  const { tokens, starts, texts } = store;
  const slots = new Uint16Array(store.words.length);
  let asked: readonly number[] = [];
  const count = (counts: Float64Array, from: number, to: number, weight: number): void => {
    for (let at = from; at < to; at += 1) {
      const slot = slots[tokens[at] ?? 0] ?? 0;
      if (slot > 0) counts[slot] = (counts[slot] ?? 0) + weight;
    }
  };
  return (weights) => {
    for (const word of asked) slots[word] = 0;
    asked = [...weights.keys()];
    for (const [at, word] of asked.entries()) slots[word] = at + 1;
    const worth = Float64Array.from(weights, ([word, weight]) => weight * (known.rarity[word] ?? 0));
    const counts = new Float64Array(worth.length + 1);
    return (place) => {
      counts.fill(0);
      const text = texts[place] ?? 0;
      count(counts, starts[place] ?? 0, text, settings.titleWeight);
      count(counts, text, starts[place + 1] ?? 0, 1);
      const length = known.lengths[place] ?? 0;
      let score = 0;
      for (let slot = 0; slot < worth.length; slot += 1) {
        const times = counts[slot + 1] ?? 0;
        if (times > 0) score += (worth[slot] ?? 0) * gain(times, length, known.meanLength, settings);
      }
      return score;
    };
  };
};
