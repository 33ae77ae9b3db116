import distance from 'damerau-levenshtein';
import { isEveryday } from './everyday.ts';
import { isSmall } from './small-words.ts';

/** Shorter words have too many neighbours to be corrected. */
const shortest = 5;

/** Corrects the misspelled words of a text. */
export type Speller = (text: string) => string;

/**
 * A speller by the words of the library and the lexicon: a word that is neither theirs nor everyday English becomes the
 * one word of theirs that is a single edit away, if there is just one.
 */
export const createSpeller = (vocabulary: ReadonlySet<string>): Speller => {
  const byLength = new Map<number, string[]>();
  for (const word of [...vocabulary].sort())
    byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  const corrected = (word: string): string => {
    if (
      word.length < shortest ||
      vocabulary.has(word) ||
      isEveryday(word) ||
      isSmall(word) ||
      /\d/.test(word)
    )
      return word;
    const near = [-1, 0, 1]
      .flatMap((step) => byLength.get(word.length + step) ?? [])
      .filter(
        (known) => known.length >= shortest && known[0] === word[0] && distance(known, word).steps === 1,
      );
    return near.length === 1 ||
      (near[0] !== undefined && near.every((known) => known.startsWith(near[0] ?? '')))
      ? (near[0] ?? word)
      : word;
  };
  return (text) => text.split(' ').map(corrected).join(' ');
};
