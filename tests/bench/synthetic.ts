import { stopWords } from '../../src/corpus/search/stop-words.ts';
import type { Document } from '../ir/collection.ts';

const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 't', 'v'];
const vowels = ['a', 'e', 'i', 'o', 'u'];

/** A made-up word: its number in syllables, at least two. */
const coin = (number: number): string => {
  let word = '';
  for (let left = number + 60; left > 0; left = Math.floor(left / 60))
    word += `${onsets[left % 12] ?? ''}${vowels[Math.floor(left / 12) % 5] ?? ''}`;
  return `${word}x`;
};

/** Draws words as English has them: the small words first, then made-up ones, the n-th with a share of 1 / (n + 2.7). */
export interface Vocabulary {
  draw(): string;
  /** A word that tells something, as often as it stands in texts. */
  drawTelling(): string;
  /** One of the hundred most frequent words that tell something. */
  drawFrequent(): string;
}

const size = 60_000;

export const createVocabulary = (random: () => number): Vocabulary => {
  const small = [...stopWords].filter((word) => word.length > 1);
  const words = [...small, ...Array.from({ length: size - small.length }, (_, number) => coin(number))];
  const upTo = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 2.7);
    upTo[rank] = sum;
  }
  const draw = (): string => {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  const drawTelling = (): string => {
    for (;;) {
      const word = draw();
      if (!stopWords.has(word)) return word;
    }
  };
  return {
    draw,
    drawTelling,
    drawFrequent: () => words[small.length + Math.floor(random() * 100)] ?? '',
  };
};

const text = (words: number, word: () => string): string => Array.from({ length: words }, word).join(' ');

/** Documents of so many words, with titles of five. */
export const makeDocuments = (count: number, words: number, { draw, drawTelling }: Vocabulary): Document[] =>
  Array.from({ length: count }, (_, number) => ({
    id: String(number),
    title: words > 100 ? text(5, drawTelling) : '',
    text: text(words, draw),
  }));

/** Kinds of question, each with its texts. */
export type Questions = Readonly<Record<string, readonly string[]>>;

const misspell = (word: string): string =>
  `${word.slice(0, 3)}${word[4] ?? ''}${word[3] ?? ''}${word.slice(5)}`;

/**
 * `each` questions of every kind, made of words of one document each. A natural-language one has twelve words as they
 * come, small words among them.
 */
export const makeQuestions = (
  each: number,
  documents: readonly Document[],
  random: () => number,
  { drawFrequent }: Vocabulary,
): Questions => {
  const many = (make: (words: readonly string[], telling: readonly string[]) => string): string[] =>
    Array.from({ length: each }, () => {
      const words = (documents[Math.floor(random() * documents.length)]?.text ?? '').split(' ');
      return make(
        words,
        words.filter((word) => !stopWords.has(word)),
      );
    });
  const some = (count: number, words: readonly string[]): string =>
    text(count, () => words[Math.floor(random() * words.length)] ?? '');
  return {
    'one word': many((_, telling) => some(1, telling)),
    'two words': many((_, telling) => some(2, telling)),
    'five words': many((_, telling) => some(5, telling)),
    'natural language': many((words, telling) => `what ${some(11, words)} ${some(1, telling)}`),
    'five frequent words': many(() => text(5, drawFrequent)),
    'one misspelt word': many((_, telling) => misspell(some(1, telling))),
  };
};
