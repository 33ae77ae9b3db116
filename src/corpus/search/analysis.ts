import { stemmer } from 'stemmer';
import { remembered } from '../../remembered.ts';
import { stopWords } from './stop-words.ts';

/** Which changes a word goes through before it is indexed or searched. */
export interface Analysis {
  /** Porter's stem in place of the word. */
  readonly stems: boolean;
  /** Leaves out the small words of `stop-words.ts`. */
  readonly stops: boolean;
}

/** Counted up whenever `analyse` gives other words for the same text: snapshots of before are then stale. */
export const analysisVersion = 1;

const marks = /\p{M}+/gu;
const wordPattern = /[\p{L}\p{N}]+/gu;

/** Porter's stem: a long text repeats its words. */
const stemOf = remembered(200_000, stemmer);

/**
 * The words of a text in order, lower case, without accents and apostrophes, as they are indexed. Hyphens and every
 * other sign part words.
 */
export const analyse = (text: string, { stems: stemmed, stops }: Analysis): string[] => {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, ' ');
  const words = plain.match(wordPattern) ?? [];
  const telling = stops ? words.filter((word) => !stopWords.has(word)) : words;
  return stemmed ? telling.map(stemOf) : [...telling];
};
