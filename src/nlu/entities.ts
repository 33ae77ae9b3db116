import distance from 'damerau-levenshtein';
import type { Name } from '../corpus/vocabulary.ts';
import { isEveryday } from './everyday.ts';

/** A name found in an utterance: words `from` (inclusive) to `to` (exclusive). */
export interface Mention {
  readonly ids: readonly string[];
  readonly kind: Name['kind'];
  readonly from: number;
  readonly to: number;
  /** Found after an exact miss. */
  readonly corrected: boolean;
}

export interface NameFinder {
  /** Mentions in the order typed; they never overlap. `words` are lower case, `cased` the same words as typed. */
  find(words: readonly string[], cased: readonly string[]): Mention[];
}

/** Shorter names than this are matched exactly or not at all. */
const shortestMisspelled = 5;

/** After these an everyday word is itself and not the name that is spelled the same ("our mission", "which partners"). */
const owners = new Set([
  'our',
  'your',
  'their',
  'its',
  'his',
  'her',
  'a',
  'an',
  'my',
  'whose',
  'what',
  'which',
  'any',
  'this',
  'that',
  'no',
  'other',
  'shared',
]);

const lettersOf = (words: readonly string[]): number => words.join('').length;
/** One edit up to eight letters, then one more for every six. */
const allowance = (letters: number): number =>
  letters < shortestMisspelled ? 0 : letters <= 8 ? 1 : 1 + Math.floor((letters - 4) / 6);

const glued = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);

const same = (name: Name, words: readonly string[], at: number): boolean =>
  name.words.every((word, offset) => {
    const typed = words[at + offset] ?? '';
    // "allinas cio", "kaisers": a possessive typed without its apostrophe.
    return (
      typed === word || (offset === name.words.length - 1 && glued(typed) === word && !isEveryday(typed))
    );
  });

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

type ByFirst = ReadonlyMap<string, readonly Name[]>;

const indexed = (names: readonly Name[]): ByFirst => {
  const byFirst = new Map<string, Name[]>();
  for (const name of names)
    byFirst.set(name.words[0] ?? '', [...(byFirst.get(name.words[0] ?? '') ?? []), name]);
  return byFirst;
};

const mention = (name: Name, from: number, to: number, corrected: boolean): Mention => ({
  ids: name.ids,
  kind: name.kind,
  from,
  to,
  corrected,
});

/** "Mission" is a name and an everyday word: typed small after "our" or before nothing it can own, it is the word. */
const isJustAWord = (name: Name, words: readonly string[], cased: readonly string[], at: number): boolean => {
  const [only] = name.words;
  if (name.words.length > 1 || only === undefined || !isEveryday(only) || name.kind === 'place') return false;
  const typed = cased[at] ?? '';
  if (typed !== typed.toLowerCase() && at > 0) return false;
  const before = words[at - 1] ?? '';
  return owners.has(before) || (cased[at - 1] ?? '').endsWith("'s");
};

const exactAt = (
  byFirst: ByFirst,
  words: readonly string[],
  cased: readonly string[],
  at: number,
): Mention | undefined => {
  const word = words[at] ?? '';
  const candidates = [...(byFirst.get(word) ?? []), ...(byFirst.get(glued(word)) ?? [])];
  const name = candidates
    .sort((a, b) => b.words.length - a.words.length)
    .find((candidate) => same(candidate, words, at) && !isJustAWord(candidate, words, cased, at));
  return name && mention(name, at, at + name.words.length, false);
};

/** How many words from a place on are plain English and part of no name: no name is misspelled in them. */
const plainFrom = (known: ReadonlySet<string>, words: readonly string[], at: number): number => {
  let plain = 0;
  while (
    at + plain < words.length &&
    isEveryday(words[at + plain] ?? '') &&
    !known.has(words[at + plain] ?? '')
  )
    plain += 1;
  return plain;
};

const nearAt = (
  known: ReadonlySet<string>,
  names: readonly Name[],
  words: readonly string[],
  at: number,
  most = Number.POSITIVE_INFINITY,
): Mention | undefined => {
  const plain = plainFrom(known, words, at);
  const ranked = names.flatMap((name) => {
    if (name.words.length <= plain) return [];
    const typed = words.slice(at, at + name.words.length);
    return near(name, typed) ? [{ name, steps: distance(name.words.join(' '), typed.join(' ')).steps }] : [];
  });
  const best = ranked.sort((a, b) => b.name.words.length - a.name.words.length || a.steps - b.steps)[0];
  if (!best || best.steps > most) return undefined;
  // Two names equally near: nobody is meant for sure.
  const rival = ranked.find(
    (other) =>
      other.steps === best.steps &&
      other.name.words.length === best.name.words.length &&
      other.name.ids.join() !== best.name.ids.join(),
  );
  return rival ? undefined : mention(best.name, at, at + best.name.words.length, true);
};

/**
 * A finder of the given names. Whoever is named outright is found first, then whoever is misspelled, then short
 * initials and places, so that no abbreviation breaks up a longer name.
 */
export const createNameFinder = (names: readonly Name[]): NameFinder => {
  const somebody = names.filter((name) => name.kind !== 'place');
  const places = names.filter((name) => name.kind === 'place');
  const known = new Set(names.flatMap((name) => name.words));
  const long = indexed(somebody.filter((name) => lettersOf(name.words) > 3));
  const severalWords = somebody.filter((name) => name.words.length > 1);
  const phrases = indexed(severalWords);
  /** "beth israel medical cernter" is the longer name misspelled, rather than the shorter one and somebody else. */
  const longerThan = ({ from, to }: Mention): readonly Name[] =>
    severalWords.filter((name) => name.words.length > to - from);
  const short = indexed(somebody.filter((name) => lettersOf(name.words) <= 3));
  const placesByFirst = indexed(places);
  const farPlaces = places.filter((name) => lettersOf(name.words) >= 7);
  return {
    find: (words, cased) => {
      const found: Mention[] = [];
      const passes = [
        (at: number) => {
          const exact = exactAt(phrases, words, cased, at);
          return exact && (nearAt(known, longerThan(exact), words, at, 1) ?? exact);
        },
        (at: number) => nearAt(known, severalWords, words, at, 1),
        (at: number) => exactAt(long, words, cased, at),
        (at: number) => nearAt(known, somebody, words, at),
        (at: number) => exactAt(short, words, cased, at) ?? exactAt(placesByFirst, words, cased, at),
        (at: number) => nearAt(known, farPlaces, words, at),
      ];
      for (const pass of passes) sweep(words.length, found, pass);
      return found.sort((a, b) => a.from - b.from);
    },
  };
};

/** Adds what a pass finds among the words that nothing covers yet. */
const sweep = (length: number, found: Mention[], pass: (at: number) => Mention | undefined): void => {
  const taken = (from: number, to: number): boolean =>
    found.some((other) => from < other.to && other.from < to);
  for (let at = 0; at < length; ) {
    const hit = taken(at, at + 1) ? undefined : pass(at);
    const free = hit !== undefined && !taken(hit.from, hit.to);
    if (free) found.push(hit);
    at = free ? hit.to : at + 1;
  }
};
