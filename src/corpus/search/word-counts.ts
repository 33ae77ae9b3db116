import type { TokenStore } from './token-store.ts';

/** How often each word stands in each passage, those of the title at their weight. */
export interface WordCounts {
  /** Where a passage begins in the two lists below; one more entry at the end. */
  readonly starts: Uint32Array;
  /** The different words of all passages by number, ascending within a passage. */
  readonly words: Uint32Array;
  /** How often each of them stands there. */
  readonly counts: Float32Array;
}

/** Adds `weight` to the count of every word between two places of the tokens. */
const add = (sums: Float64Array, tokens: Uint32Array, from: number, to: number, weight: number): void => {
  for (let at = from; at < to; at += 1) {
    const word = tokens[at] ?? 0;
    sums[word] = (sums[word] ?? 0) + weight;
  }
};

export const countWords = ({ tokens, starts, texts, words }: TokenStore, titleWeight: number): WordCounts => {
  const sums = new Float64Array(words.length);
  const found = new Uint32Array(tokens.length);
  const counts = new Float32Array(tokens.length);
  const begins = new Uint32Array(starts.length);
  let end = 0;
  for (const [place, text] of texts.entries()) {
    const [start = 0, next = 0] = [starts[place], starts[place + 1]];
    const begin = end;
    add(sums, tokens, start, text, titleWeight);
    add(sums, tokens, text, next, 1);
    for (const word of new Set(tokens.subarray(start, next))) {
      found[end] = word;
      end += 1;
    }
    found.subarray(begin, end).sort();
    for (let at = begin; at < end; at += 1) {
      const word = found[at] ?? 0;
      counts[at] = sums[word] ?? 0;
      sums[word] = 0;
    }
    begins[place + 1] = end;
  }
  return { starts: begins, words: found.slice(0, end), counts: counts.slice(0, end) };
};
