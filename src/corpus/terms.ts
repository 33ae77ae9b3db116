import { stemmer } from 'stemmer';
import { remembered } from '../remembered.ts';
import { rings } from './lexicon.ts';

/**
 * A word or phrase as the index knows it: its stem, and the rings it belongs to (written `~ring`). Any of them found
 * in a fact counts as the word found.
 */
export interface Term {
  /** As it stands in the text, lower case. */
  readonly text: string;
  /** First the stem, then the rings. */
  readonly keys: readonly string[];
  /** Scales the term's weight; 1 where left out. */
  readonly scale?: number;
}

/** Whether a term tells by itself what is asked, and does not only colour it. */
export const isTelling = (term: Term): boolean => (term.scale ?? 1) === 1;

const split = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    // "IT" in capitals is the trade; "it" is a pronoun.
    .replaceAll(/\bIT\b/g, 'infotech')
    .replaceAll(/\b(?:USA?\b|U\.S\.(?:A\.)?)/g, 'nationwide')
    .replaceAll(/\b(\w+)n't\b/gi, '$1nt')
    .split(/[^\p{L}\p{N}$%']+/u)
    .map((word) => word.replaceAll(/^[$']+|[$']+$/g, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Lower-case words of a text: possessives off, hyphens split, thousands commas out of numbers. */
export const wordsOf = (text: string): string[] =>
  split(text).map((word) => word.toLowerCase().replace(/'s$/, '').replaceAll("'", ''));

/** The same words as typed: with capitals and possessives. */
export const typedWordsOf = (text: string): string[] => split(text);

/** Words that Porter's stemmer takes for a form of another: "several" is no "severance". */
const apart = new Set([
  'several',
  'publication',
  'seniority',
  'publications',
  'university',
  'organization',
  'organizations',
  'general',
  'generally',
  'news',
  'passing',
  'its',
]);

/** Porter's stem of a word; figures stay as they are. */
export const stemOf = remembered(50_000, (word) =>
  /\d/.test(word) || apart.has(word) ? word : stemmer(word),
);

interface Phrase {
  readonly stems: readonly string[];
  readonly ring: string;
}

const ringsByStem = new Map<string, string[]>();
const phrasesByFirst = new Map<string, Phrase[]>();

/** Stems that stand in every sentence; a ring that held one would hold every fact. */
const grammatical = new Set(
  (
    'a an am as at be by do go he i if in is it me my no of on or so to up us we the and for with from into onto over out off not all any has have had ' +
    'was were will would can could that thi they them their how what who why when where which'
  ).split(' '),
);

const learn = (ring: string, entry: string): void => {
  const stems = wordsOf(entry).map(stemOf);
  const [first] = stems;
  if (first === undefined) return;
  if (stems.length === 1) {
    if (grammatical.has(first)) return;
    const known = ringsByStem.get(first) ?? [];
    if (!known.includes(`~${ring}`)) ringsByStem.set(first, [...known, `~${ring}`]);
    return;
  }
  phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), { stems, ring: `~${ring}` }]);
};

for (const [ring, entries] of Object.entries(rings))
  for (const entry of entries.split(',')) learn(ring, entry);
for (const phrases of phrasesByFirst.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);

const phraseAt = (
  stems: readonly string[],
  at: number,
): { readonly length: number; readonly keys: string[] } | undefined => {
  const candidates = (phrasesByFirst.get(stems[at] ?? '') ?? []).filter((phrase) =>
    phrase.stems.every((stem, offset) => stems[at + offset] === stem),
  );
  const length = candidates[0]?.stems.length;
  if (length === undefined) return undefined;
  return {
    length,
    keys: candidates.filter((phrase) => phrase.stems.length === length).map((phrase) => phrase.ring),
  };
};

/** The terms of a text in order. A phrase of the lexicon is one term; its words stay findable in facts by `indexTerms`. */
export const termsOf = (text: string): Term[] => {
  const words = wordsOf(text);
  const stems = words.map(stemOf);
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(stems, at);
    if (phrase) {
      terms.push({
        text: words.slice(at, at + phrase.length).join(' '),
        keys: [stems.slice(at, at + phrase.length).join(' '), ...phrase.keys],
      });
      at += phrase.length;
    } else {
      const stem = stems[at] ?? '';
      terms.push({ text: words[at] ?? '', keys: [stem, ...(ringsByStem.get(stem) ?? [])] });
      at += 1;
    }
  }
  return terms;
};

/** Every key under which a text is found: stems, phrases and rings. */
export const indexTerms = (text: string): string[] => {
  const stems = wordsOf(text).map(stemOf);
  const phrases = stems.flatMap((_, at) => {
    const found = phraseAt(stems, at);
    return found ? [stems.slice(at, at + found.length).join(' '), ...found.keys] : [];
  });
  return [...stems.flatMap((stem) => [stem, ...(ringsByStem.get(stem) ?? [])]), ...phrases];
};

/** Every word of the lexicon. */
export const lexiconWords: ReadonlySet<string> = new Set(
  Object.values(rings).flatMap((entries) => wordsOf(entries)),
);
