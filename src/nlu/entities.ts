import type { Name } from '../corpus/vocabulary.ts';
import { isEveryday } from './everyday.ts';
import { createMisspellings, lettersOf, type Misspellings, misspelledAt } from './misspelled.ts';

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

const glued = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);

const same = (name: Name, words: readonly string[], at: number): boolean =>
  name.words.every((word, offset) => {
    const typed = words[at + offset] ?? '';
    // "allinas cio", "kaisers": a possessive typed without its apostrophe.
    return (
      typed === word || (offset === name.words.length - 1 && glued(typed) === word && !isEveryday(typed))
    );
  });

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
  const name = [...(byFirst.get(word) ?? []), ...(byFirst.get(glued(word)) ?? [])]
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

/** A row of words, and who may be meant in it. */
interface Typed {
  readonly words: readonly string[];
  readonly meant: Misspellings;
}

/** The one name that the words from a place on misspell by at most so many edits; none where two are equally near. */
const nearAt = (
  known: ReadonlySet<string>,
  isWanted: (name: Name) => boolean,
  { words, meant }: Typed,
  at: number,
  most = Number.POSITIVE_INFINITY,
): Mention | undefined => {
  const candidates = meant.get(at);
  if (candidates === undefined) return undefined;
  const plain = plainFrom(known, words, at);
  const wanted = [...candidates].filter((name) => name.words.length > plain && isWanted(name));
  const [best, ...others] = misspelledAt(wanted, words, at);
  if (!best || best.steps > most) return undefined;
  const rival = others.find(
    (other) =>
      other.steps === best.steps &&
      other.name.words.length === best.name.words.length &&
      other.name.ids.join() !== best.name.ids.join(),
  );
  return rival ? undefined : mention(best.name, at, at + best.name.words.length, true);
};

const isSomebody = ({ kind }: Name): boolean => kind !== 'place';
const isPhrase = (name: Name): boolean => isSomebody(name) && name.words.length > 1;
/** "beth israel medical cernter" is the longer name misspelled, rather than the shorter one and somebody else. */
const isLonger =
  ({ from, to }: Mention) =>
  (name: Name): boolean =>
    isPhrase(name) && name.words.length > to - from;
/** Shorter places are too near to plain words. */
const isFarPlace = (name: Name): boolean => name.kind === 'place' && lettersOf(name.words) >= 7;

/**
 * A finder of the given names. Whoever is named outright is found first, then whoever is misspelled, then short
 * initials and places, so that no abbreviation breaks up a longer name.
 */
export const createNameFinder = (names: readonly Name[]): NameFinder => {
  const somebody = names.filter(isSomebody);
  const known = new Set(names.flatMap((name) => name.words));
  const long = indexed(somebody.filter((name) => lettersOf(name.words) > 3));
  const short = indexed(somebody.filter((name) => lettersOf(name.words) <= 3));
  const phrases = indexed(names.filter(isPhrase));
  const placesByFirst = indexed(names.filter((name) => !isSomebody(name)));
  const misspellings = createMisspellings(names);
  return {
    find: (words, cased) => {
      const typed = { words, meant: misspellings(words) };
      const found: Mention[] = [];
      const passes = [
        (at: number) => {
          const exact = exactAt(phrases, words, cased, at);
          return exact && (nearAt(known, isLonger(exact), typed, at, 1) ?? exact);
        },
        (at: number) => nearAt(known, isPhrase, typed, at, 1),
        (at: number) => exactAt(long, words, cased, at),
        (at: number) => nearAt(known, isSomebody, typed, at),
        (at: number) => exactAt(short, words, cased, at) ?? exactAt(placesByFirst, words, cased, at),
        (at: number) => nearAt(known, isFarPlace, typed, at),
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
