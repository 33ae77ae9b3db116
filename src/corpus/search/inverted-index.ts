import MiniSearch, { type Options } from 'minisearch';
import { walkPostings } from './postings.ts';
import type { PassageSettings } from './settings.ts';
import { distinctWords, type TokenStore } from './token-store.ts';

/** Where words stand: MiniSearch, asked for postings. */
export interface InvertedIndex {
  /** Calls `see` with the place of every passage that has the word. */
  visit(word: string, see: (place: number) => void): void;
  /** Indexed words that a word may have been meant for, nearest first. Empty where there is none. */
  respell(word: string): string[];
  toJSON(): string;
}

interface Entry {
  readonly place: number;
  readonly words: string;
}

/** No word holds it: a passage's words are handed over already parted. */
const separator = ' ';

const options: Options<Entry> = {
  idField: 'place',
  fields: ['words'],
  tokenize: (text) => (text === '' ? [] : text.split(separator)),
  processTerm: (word) => word,
  searchOptions: { tokenize: (word) => [word] },
};

/** Letters by which one word must be changed into the other, counted roughly: by length and by common beginning. */
const unlikeness = (word: string, other: string): number => {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  return Math.abs(word.length - other.length) + (word.length - same) / word.length;
};

const wrap = (index: MiniSearch<Entry>, { respelling }: PassageSettings): InvertedIndex => {
  return {
    visit: (word, see) => walkPostings(index, word, see),
    respell: (word) => {
      const found = new Set<string>();
      const loosely = { fuzzy: respelling.fuzzy, prefix: word.length >= respelling.prefixFrom };
      walkPostings(index, word, (_, other) => found.add(other), loosely);
      return [...found]
        .sort((a, b) => unlikeness(word, a) - unlikeness(word, b) || (a < b ? -1 : 1))
        .slice(0, respelling.words);
    },
    toJSON: () => JSON.stringify(index),
  };
};

/** Indexes a store of tokens: each word of a passage once. */
export const buildIndex = (store: TokenStore, settings: PassageSettings): InvertedIndex => {
  const index = new MiniSearch<Entry>(options);
  for (let place = 0; place < store.texts.length; place += 1)
    index.add({ place, words: distinctWords(store, place).join(separator) });
  return wrap(index, settings);
};

/** The index that `toJSON` wrote. @throws where the text is none. */
export const restoreIndex = (json: string, settings: PassageSettings): InvertedIndex =>
  wrap(MiniSearch.loadJSON<Entry>(json, options), settings);
