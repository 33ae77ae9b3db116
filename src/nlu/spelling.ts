import distance from 'damerau-levenshtein';
import { remembered } from '../remembered.ts';
import { frequencyOf, isEveryday } from './everyday.ts';
import { isSmall } from './small-words.ts';

/** Shorter words have too many neighbours to be corrected, but for two letters that changed places. */
const shortest = 5;
/** Only words heard this often are what somebody meant to type, where the field has none. */
const frequent = 2_000;
/** Distinct words of which the correction is remembered. */
const mostWords = 20_000;

/** Corrects a lower-case word that is misspelled; any other word is given back as it is. */
export type Speller = (word: string) => string;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The word with two neighbouring letters changed round, in every place. */
const swapsOf = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  );

/** Every text that is one edit from a word, its first letter kept. */
const editsOf = (word: string): string[] => [
  ...swapsOf(word),
  ...Array.from({ length: word.length }, (_, at) => at + 1).flatMap((at) => [
    word.slice(0, at) + word.slice(at + 1),
    ...[...letters].flatMap((letter) => [
      word.slice(0, at) + letter + word.slice(at),
      ...(at < word.length ? [word.slice(0, at) + letter + word.slice(at + 1)] : []),
    ]),
  ]),
];

/** The most frequent of the words that are heard often enough. */
const likeliest = (candidates: readonly string[]): string | undefined =>
  candidates
    .filter((word) => frequencyOf(word) >= frequent)
    .reduce<string | undefined>(
      (best, word) => (best === undefined || frequencyOf(word) > frequencyOf(best) ? word : best),
      undefined,
    );

/**
 * A speller by the words of the library and the lexicon: a word that is neither theirs nor everyday English becomes the
 * one word of theirs that is a single edit away, if there is just one; else the frequent English word that is.
 */
export const createSpeller = (vocabulary: ReadonlySet<string>): Speller => {
  const byLength = new Map<number, string[]>();
  for (const word of [...vocabulary].sort())
    byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  const ofTheField = (word: string): string | undefined => {
    const near = [-1, 0, 1]
      .flatMap((step) => byLength.get(word.length + step) ?? [])
      .filter(
        (known) => known.length >= shortest && known[0] === word[0] && distance(known, word).steps === 1,
      );
    const [first] = near;
    return first !== undefined && near.every((known) => known.startsWith(first)) ? first : undefined;
  };
  return remembered(mostWords, (word) => {
    if (
      word.length < 3 ||
      vocabulary.has(word) ||
      isEveryday(word) ||
      isSmall(word) ||
      !/^[a-z]+$/.test(word)
    )
      return word;
    if (word.length < shortest) return likeliest(swapsOf(word)) ?? word;
    return ofTheField(word) ?? likeliest(editsOf(word)) ?? word;
  });
};
