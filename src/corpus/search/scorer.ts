import type { PassageSettings } from './settings.ts';
import { gain, type Statistics } from './statistics.ts';

/** Scores passages by BM25 for weighted words. */
export type Scorer = (weights: ReadonlyMap<number, number>) => (place: number) => number;

/** The first place from `low` and before `end` that holds at least `wanted` in an ascending list; `end` where none does. */
const seek = (list: Uint32Array, wanted: number, low: number, end: number): number => {
  let from = low;
  let to = end;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Looks up the words asked in the sorted words of a passage, each from where the one before was found. */
export const createScorer =
  (known: Statistics, settings: PassageSettings): Scorer =>
  (weights) => {
    const { starts, words, counts } = known.counts;
    const asked = Uint32Array.from(weights.keys()).sort();
    const worth = Float64Array.from(asked, (word) => (weights.get(word) ?? 0) * (known.rarity[word] ?? 0));
    return (place) => {
      const end = starts[place + 1] ?? 0;
      const length = known.lengths[place] ?? 0;
      let at = starts[place] ?? 0;
      let score = 0;
      for (let turn = 0; turn < asked.length && at < end; turn += 1) {
        const word = asked[turn] ?? 0;
        at = seek(words, word, at, end);
        if (at < end && words[at] === word)
          score += (worth[turn] ?? 0) * gain(counts[at] ?? 0, length, known.meanLength, settings);
      }
      return score;
    };
  };
