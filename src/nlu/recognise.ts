import type { Library } from '../corpus/library.ts';
import { stemOf, type Term, termsOf, typedWordsOf, wordsOf } from '../corpus/terms.ts';
import { namesOf } from '../corpus/vocabulary.ts';
import type { Reading } from '../reading.ts';
import { type AttributeMention, attributesIn } from './attributes.ts';
import { boundsOf } from './bounds.ts';
import { knownAlready, spellOut, withoutChat } from './chat.ts';
import { createNameFinder, type Mention } from './entities.ts';
import { isCommon, isEveryday } from './everyday.ts';
import { orderOf } from './order.ts';
import { isGeneric, isModifying, isSmall } from './small-words.ts';
import { createSpeller } from './spelling.ts';
import { cleanUtterance } from './utterance.ts';
import { wantsOf } from './wants.ts';
import { yearsOf } from './years.ts';

/** What stands in an utterance, before it is known what kind of question it is. */
export interface Recognised {
  /** Cleaned, lower case. */
  readonly text: string;
  readonly words: readonly string[];
  readonly mentions: readonly Mention[];
  /** Organisation ids in the order typed, each once. */
  readonly organisations: readonly string[];
  /** Whom the utterance leaves out of what it asks for: "Optum clients apart from Allina". */
  readonly excluded: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** Attribute ids in the order typed, each once. */
  readonly attributes: readonly string[];
  /** Attributes that are denied: "without layoffs", "did not end". */
  readonly lacking: readonly string[];
  /** Words typed like names that are none of the library's: somebody unknown is asked for. */
  readonly strangers: readonly string[];
  /** What is left to look for: no names, no small words; general words weigh a quarter. */
  readonly terms: readonly Term[];
  readonly wants: Reading['wants'];
  readonly years: Reading['years'];
  readonly amount: Reading['amount'];
  readonly order: Reading['order'];
  cue(...phrases: readonly string[]): boolean;
}

export type Recogniser = (utterance: string) => Recognised;

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const phrases = new Map<string, string[]>();
/** Stems of a phrase that the code asks for; there are only so many. */
const stemsOf = (phrase: string): string[] => {
  const known = phrases.get(phrase) ?? wordsOf(phrase).map(stemOf);
  phrases.set(phrase, known);
  return known;
};

const contains = (stems: readonly string[], phrase: readonly string[]): boolean =>
  phrase.length > 0 && stems.some((_, at) => phrase.every((stem, offset) => stems[at + offset] === stem));

/** The runs of words that no name and no year covers. */
const gapsBetween = (
  words: readonly string[],
  mentions: readonly Mention[],
  years: Reading['years'],
): string[] => {
  const covered = new Set(
    mentions.flatMap((mention) =>
      Array.from({ length: mention.to - mention.from }, (_, offset) => mention.from + offset),
    ),
  );
  const gaps: string[][] = [[]];
  for (const [at, word] of words.entries()) {
    if (covered.has(at) || /^(19|20)\d\d$/.test(word) || (years !== undefined && /^\d\d$/.test(word)))
      gaps.push([]);
    else gaps.at(-1)?.push(word);
  }
  return gaps.filter((gap) => gap.length > 0).map((gap) => gap.join(' '));
};

/** Rings of words that stand in almost every question here. */
const common = new Set([
  '~people',
  '~hospital',
  '~hospitalcount',
  '~client',
  '~company',
  '~article',
  '~vendor',
]);

/** What a phrase of the field is worth; one that no article uses ("reports to") asks for what is not told. */
const worthOfPhrase = (library: Library, term: Term): number => {
  const isLight = (word: string): boolean =>
    isSmall(word) || isGeneric(stemOf(word)) || isModifying(stemOf(word));
  return library.knows(term) && wordsOf(term.text).every(isLight) ? 0.5 : 1;
};

/** What a word is worth: words of the field and unknown words whole, other everyday words little. */
const worth = (library: Library, term: Term): number => {
  const stem = term.keys[0] ?? '';
  if (stem.includes(' ')) return worthOfPhrase(library, term);
  if (isModifying(stem)) return 0.5;
  if (isGeneric(stem) || /^\d{1,2}$/.test(stem)) return 0.25;
  const own = term.keys.slice(1);
  if (own.length > 0 && own.every((ring) => common.has(ring))) return 0.4;
  if (term.keys.length > 1 || (!isEveryday(term.text) && term.text.length > 2)) return 1;
  if (!library.knows(term) && !isCommon(term.text) && term.text.length > 2) return 1;
  return library.knows(term) ? 0.75 : 0.3;
};

const weighed = (library: Library, term: Term): Term[] => {
  const stem = term.keys[0] ?? '';
  if (!stem.includes(' ') && isSmall(term.text)) return [];
  return [{ ...term, scale: worth(library, term) }];
};

const leaving =
  /(?:apart from|other than|aside from|besides|except(?: for)?|excluding|but not|not counting|that (?:isnt|arent|is not|are not)|minus|without|bar)(?: the)?$/;

/** Mentions after words that leave them out, where somebody else is named too. */
const leftOut = (words: readonly string[], mentions: readonly Mention[]): Mention[] => {
  const out = mentions.filter(
    ({ kind, from }) =>
      kind === 'organisation' && leaving.test(words.slice(Math.max(0, from - 4), from).join(' ')),
  );
  return out.length < mentions.filter(({ kind }) => kind === 'organisation').length ? out : [];
};

/** "What is Allina paying Optum": what one pays another is a price, and no salary. */
const paysSomebody = (word: string, at: number, mentions: readonly Mention[]): boolean =>
  /^(?:pay|pays|paying|paid)$/.test(word) &&
  mentions.some(({ kind, from }) => kind === 'organisation' && (from === at + 1 || from === at + 2));

/** A text whose lower-case words are spelled as they should be; what is typed with capitals may be a name. */
const corrected = (text: string, spell: (word: string) => string): string =>
  text.replaceAll(/(?<![\p{L}\p{N}'])[a-z]+(?![\p{L}\p{N}'])/gu, spell);

const denying =
  /^(?:without|no|not|never|zero|avoid(?:ed|ing)?|(?:did|do|does|has|have|had|was|were|is|are)nt)$/;

/** Attributes with a denial among the three words before them. */
const denied = (words: readonly string[], mentioned: readonly AttributeMention[]): string[] =>
  mentioned
    .filter(({ from }) => words.slice(Math.max(0, from - 3), from).some((word) => denying.test(word)))
    .map(({ attribute }) => attribute);

/** Words with a capital within a sentence that no name of ours and no plain English covers. */
const strangersIn = (library: Library, cased: readonly string[], mentions: readonly Mention[]): string[] => {
  const isCapital = (word: string): boolean => /^\p{Lu}[\p{Ll}\p{Lu}]{2,}/u.test(word);
  if (cased.filter(isCapital).length * 2 > cased.length) return [];
  return cased.filter((word, at) => {
    const plain = word.toLowerCase().replace(/'s$/, '');
    const named = mentions.some(({ from, to }) => from <= at && at < to);
    return at > 0 && isCapital(word) && !named && !isEveryday(plain) && !library.words.has(plain);
  });
};

/** Of terms that are found by the same keys the first. */
const firstOfEach = (terms: readonly Term[]): Term[] => {
  const seen = new Set<string>();
  return terms.filter(({ keys }) => !seen.has(keys.join()) && seen.add(keys.join()));
};

/** What a question for a date calls it. */
const ofDates = new Set(['year', 'month', 'day']);
const ofTime = new Set([
  'before',
  'after',
  'since',
  'until',
  'prior',
  'prior to',
  'earlier',
  'later',
  'between',
  'during',
]);

/** A reader of utterances by the names, attributes and words of a library. */
export const createRecogniser = (library: Library): Recogniser => {
  const finder = createNameFinder(namesOf(library));
  const spell = createSpeller(library.words);
  return (utterance) => {
    const typed = spellOut(withoutChat(cleanUtterance(utterance)));
    const asTyped = wordsOf(typed);
    const cased = typedWordsOf(typed);
    const mentions = finder.find(asTyped, cased);
    const names = new Set(mentions.flatMap(({ from, to }) => asTyped.slice(from, to)));
    const clean = corrected(typed, (word) => (names.has(word) ? word : spell(word)));
    const words = wordsOf(clean).map((word, at) => (paysSomebody(word, at, mentions) ? 'price' : word));
    const stems = words.map(stemOf);
    const mentioned = attributesIn(words);
    const excluded = leftOut(words, mentions);
    const idsOf = (kind: Mention['kind']): string[] =>
      unique(
        mentions
          .filter((mention) => mention.kind === kind && !excluded.includes(mention))
          .flatMap((mention) => mention.ids),
      );
    const text = clean.toLowerCase();
    const years = yearsOf(text);
    const wants = wantsOf(text);
    const known = termsOf(knownAlready(clean)).map((term) => term.text);
    const isSaid = ({ text: word }: Term): boolean =>
      (years !== undefined && ofTime.has(word)) || (wants === 'date' && ofDates.has(word));
    const terms = gapsBetween(words, mentions, years)
      .flatMap((gap) => termsOf(gap).flatMap((term) => weighed(library, term)))
      .filter((term) => !known.includes(term.text));
    return {
      text,
      words,
      mentions,
      terms: firstOfEach(terms).filter((term) => !isSaid(term)),
      organisations: idsOf('organisation'),
      excluded: excluded.flatMap((mention) => mention.ids),
      people: idsOf('person'),
      places: idsOf('place'),
      strangers: strangersIn(library, cased, mentions),
      attributes: unique(mentioned.map(({ attribute }) => attribute)),
      lacking: unique(denied(words, mentioned)),
      wants,
      years,
      amount: boundsOf(text),
      order: orderOf(text),
      cue: (...phrases) => phrases.some((phrase) => contains(stems, stemsOf(phrase))),
    };
  };
};
