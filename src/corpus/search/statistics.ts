import type { PassageSettings } from './settings.ts';
import type { TokenStore } from './token-store.ts';
import { countWords, type WordCounts } from './word-counts.ts';

/** What BM25 needs to know of a collection. */
export interface Statistics {
  /** Words of a passage, those of the title at their weight. */
  readonly lengths: Float64Array;
  readonly meanLength: number;
  readonly counts: WordCounts;
  /** In how many passages a word stands, by its number. */
  readonly spread: Uint32Array;
  /** By word: how telling it is. The rarer, the higher; never below 0. */
  readonly rarity: Float64Array;
  /** By word: the most that it gives any passage, rarity counted in. */
  readonly ceiling: Float64Array;
}

/** What a word gives that stands `count` times in a passage of so many words, before its rarity. */
export const gain = (
  count: number,
  length: number,
  meanLength: number,
  { saturation, lengthPull }: PassageSettings,
): number =>
  (count * (saturation + 1)) / (count + saturation * (1 - lengthPull + (lengthPull * length) / meanLength));

const measureLengths = ({ starts, texts }: TokenStore, titleWeight: number): Float64Array =>
  Float64Array.from(texts, (text, place) => {
    const title = text - (starts[place] ?? 0);
    return title * titleWeight + (starts[place + 1] ?? 0) - text;
  });

/** Counts a collection once. */
export const measure = (store: TokenStore, settings: PassageSettings): Statistics => {
  const lengths = measureLengths(store, settings.titleWeight);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  const counts = countWords(store, settings.titleWeight);
  const spread = new Uint32Array(store.words.length);
  const most = new Float64Array(store.words.length);
  for (const [place, length] of lengths.entries())
    for (let at = counts.starts[place] ?? 0; at < (counts.starts[place + 1] ?? 0); at += 1) {
      const word = counts.words[at] ?? 0;
      spread[word] = (spread[word] ?? 0) + 1;
      most[word] = Math.max(most[word] ?? 0, gain(counts.counts[at] ?? 0, length, meanLength, settings));
    }
  const rarity = Float64Array.from(spread, (held) =>
    Math.log(1 + (lengths.length - held + 0.5) / (held + 0.5)),
  );
  const ceiling = most.map((best, word) => best * (rarity[word] ?? 0));
  return { lengths, meanLength, counts, spread, rarity, ceiling };
};
