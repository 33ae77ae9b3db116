import distance from 'damerau-levenshtein';
import type { Name } from '../corpus/vocabulary.ts';
import { remembered } from '../remembered.ts';
import { isEveryday } from './everyday.ts';

/** Shorter names than this are matched exactly or not at all. */
const shortestMisspelled = 5;

/** How many letters the words of a name have. */
export const lettersOf = (words: readonly string[]): number => words.join('').length;
/** One edit up to eight letters, then one more for every six. */
const allowance = (letters: number): number =>
  letters < shortestMisspelled ? 0 : letters <= 8 ? 1 : 1 + Math.floor((letters - 4) / 6);

const startsAlike = (a: string, b: string): boolean => a[0] === b[0] || a[1] === b[0] || a[0] === b[1];

/** Which letters occur, one bit each. */
const lettersIn = (text: string): number => {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
};

/** How many bits are set. */
const bitsIn = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** Whether one text is at most so many edits from the other. Length and letters tell first: most pairs need no counting. */
const within = (most: number, word: string, typed: string): boolean =>
  Math.abs(word.length - typed.length) <= most &&
  bitsIn(lettersIn(word) ^ lettersIn(typed)) <= 2 * most &&
  distance(word, typed).steps <= most;

const closeWord = (word: string, typed: string): boolean =>
  word === typed ||
  ((word.length >= 6 || startsAlike(word, typed)) &&
    within(allowance(Math.max(word.length, typed.length)), word, typed));

/** Whether the typed words are a misspelling of the name: near it as a whole, and no other plain English. */
const near = (name: Name, typed: readonly string[]): boolean => {
  if (typed.length !== name.words.length) return false;
  const letters = lettersOf(name.words);
  const typedLetters = lettersOf(typed);
  if (letters < shortestMisspelled || Math.abs(typedLetters - letters) > allowance(letters) + 1) return false;
  const exact = name.words.filter((word, place) => typed[place] === word);
  if (typed.every(isEveryday) && exact.length === 0) return false;
  const far = typed.filter((word, place) => !closeWord(name.words[place] ?? '', word));
  if (typed.length === 1) return far.length === 0 && !typed.some(isEveryday);
  if (far.length > 0 && lettersOf(exact) * 2 < letters) return false;
  // A changed word must not itself be a different English word ("northern lights" is, "northern lite" is not).
  const other = far.filter(isEveryday);
  if (other.some((word) => word.length > 2)) return false;
  const most = allowance(letters) + (exact.length > 0 ? 1 : 0);
  // A short word ("bi" for "big") is a slip of the finger only where it is the only one.
  return within(other.length > 0 ? 1 : most, name.words.join(' '), typed.join(' '));
};

/** A name with the words that were typed for it. */
export interface Misspelling {
  readonly name: Name;
  /** Edits from the one to the other; 0 where it is spelled as it should be. */
  readonly steps: number;
}

/** The names that may have been meant by the words from each place on; undefined where none was. */
export type Misspellings = ReadonlyMap<number, ReadonlySet<Name>>;

/** Where in which name a word stands. */
interface Slot {
  readonly name: Name;
  readonly at: number;
}

const slotsOf = (names: readonly Name[]): ReadonlyMap<string, readonly Slot[]> => {
  const slots = new Map<string, Slot[]>();
  for (const name of names)
    for (const [at, word] of name.words.entries())
      slots.set(word, [...(slots.get(word) ?? []), { name, at }]);
  return slots;
};

/** Distinct words typed of which it is remembered what they are near. */
const mostWords = 20_000;

/**
 * Finds who may have been meant in a row of words: the names of which at least one word is near the word typed in its
 * place. Most words are near no name, and each is compared once.
 */
export const createMisspellings = (names: readonly Name[]): ((words: readonly string[]) => Misspellings) => {
  const slots = [...slotsOf(names)];
  const slotsNear = remembered(mostWords, (typed) =>
    slots.flatMap(([word, places]) => (closeWord(word, typed) ? places : [])),
  );
  return (words) => {
    const meant = new Map<number, Set<Name>>();
    for (const [place, word] of words.entries())
      for (const { name, at } of slotsNear(word))
        if (place >= at) meant.set(place - at, (meant.get(place - at) ?? new Set()).add(name));
    return meant;
  };
};

/** The names of which the words from a place on are a misspelling, the longest and nearest first. */
export const misspelledAt = (
  names: Iterable<Name>,
  words: readonly string[],
  at: number,
): readonly Misspelling[] =>
  [...names]
    .flatMap((name) => {
      const typed = words.slice(at, at + name.words.length);
      return near(name, typed)
        ? [{ name, steps: distance(name.words.join(' '), typed.join(' ')).steps }]
        : [];
    })
    .sort((a, b) => b.name.words.length - a.name.words.length || a.steps - b.steps);
