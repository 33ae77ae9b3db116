import MiniSearch, { type Options } from 'minisearch';
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
  // boostDocument is called once a posting and 0 drops it: the list is walked and no result is ever built.
  const walk = (word: string, see: (place: number, found: string) => number, loosely = false): void => {
    const loose = loosely
      ? { fuzzy: respelling.fuzzy, prefix: word.length >= respelling.prefixFrom }
      : { fuzzy: false, prefix: false };
    index.search(word, { ...loose, boostDocument: see });
  };
  return {
    visit: (word, see) =>
      walk(word, (place) => {
        see(place);
        return 0;
      }),
    respell: (word) => {
      const spread = new Map<string, number>();
      walk(
        word,
        (_, found) => {
          spread.set(found, (spread.get(found) ?? 0) + 1);
          return 0;
        },
        true,
      );
      return [...spread]
        .sort(
          ([a, heldA], [b, heldB]) =>
            unlikeness(word, a) - unlikeness(word, b) || heldB - heldA || (a < b ? -1 : 1),
        )
        .slice(0, respelling.words)
        .map(([found]) => found);
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
