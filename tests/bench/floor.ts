import { analyse } from '../../src/corpus/search/analysis.ts';
import { keepBest } from '../../src/corpus/search/best.ts';
import { passageSettings } from '../../src/corpus/search/settings.ts';
import type { Document } from '../ir/collection.ts';

interface Postings {
  readonly places: Uint32Array;
  /** What the word gives each of the places. */
  readonly gains: Float32Array;
}

const k = 1.5;
const b = 0.75;

const countWords = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** The floor: BM25 summed up over typed arrays of what each word gives each document, and nothing else. */
export const buildFloor = (documents: readonly Document[]): ((question: string) => readonly string[]) => {
  const counted = documents.map(({ title, text }) =>
    countWords(analyse(`${title} ${text}`, passageSettings.analysis)),
  );
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const lists = new Map<string, number[]>();
  for (const [place, counts] of counted.entries())
    for (const [word, count] of counts) {
      const list = lists.get(word) ?? [];
      list.push(place, (count * (k + 1)) / (count + k * (1 - b + (b * (lengths[place] ?? 0)) / meanLength)));
      lists.set(word, list);
    }
  const postings = new Map(
    [...lists].map(([word, list]): [string, Postings] => {
      const held = list.length / 2;
      const rarity = Math.log(1 + (documents.length - held + 0.5) / (held + 0.5));
      return [
        word,
        {
          places: Uint32Array.from({ length: held }, (_, at) => list[2 * at] ?? 0),
          gains: Float32Array.from({ length: held }, (_, at) => rarity * (list[2 * at + 1] ?? 0)),
        },
      ];
    }),
  );
  const scores = new Float32Array(documents.length);
  return (question) => {
    scores.fill(0);
    for (const word of new Set(analyse(question, passageSettings.analysis))) {
      const list = postings.get(word);
      if (!list) continue;
      for (let at = 0; at < list.places.length; at += 1) {
        const place = list.places[at] ?? 0;
        scores[place] = (scores[place] ?? 0) + (list.gains[at] ?? 0);
      }
    }
    const best = keepBest(10);
    for (let place = 0; place < scores.length; place += 1) {
      const score = scores[place] ?? 0;
      if (score > 0 && score > best.bar()) best.offer(place, score);
    }
    return best.list().map(({ place }) => documents[place]?.id ?? '');
  };
};
