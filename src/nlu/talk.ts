import type { Library } from '../corpus/library.ts';
import { isTelling } from '../corpus/terms.ts';
import type { Reading } from '../reading.ts';
import type { Recognised } from './recognise.ts';

/** Words by which people say what to do with the turn before. */
export const dropping = [
  'drop',
  'without',
  'leave out',
  'leave',
  'remove',
  'except',
  'besides',
  'other than',
  'apart from',
  'minus',
  'skip',
  'excluding',
  'exclude',
  'not counting',
  'aside from',
  'beyond',
  'take out',
  'forget',
];
export const adding = [
  'add',
  'throw in',
  'include',
  'plus',
  'throw',
  'bring in',
  'also',
  'as well',
  'too',
  'put in',
];
export const others = ['other one', 'the other', 'the others', 'another one'];
const restarting = [
  'new question',
  'start over',
  'forget that',
  'different topic',
  'never mind',
  'unrelated',
  'change of subject',
  'something else',
  'switching topics',
];
const ordinals = [
  ['first', '1st'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
  ['fifth', '5th'],
  ['sixth', '6th'],
];
/** "His counterpart at Allina": the same of somebody else. */
const likewise = ['counterpart', 'counterparts', 'opposite number', 'equivalent'];
/** These ask for nothing by themselves. */
export const structural = [...dropping, ...adding, ...others, ...likewise, ...ordinals.flat()];

/** Organisations and people, apart. */
export interface Somebody {
  readonly organisations: readonly string[];
  readonly people: readonly string[];
}

/** A turn in its conversation. */
export interface Talk {
  readonly library: Library;
  readonly seen: Recognised;
  /** Readings before the last, oldest first, the last included. */
  readonly history: readonly Reading[];
  readonly last: Reading;
  /** Whom the last turn was about. */
  readonly earlier: Somebody;
  /** Whom this turn names, and does not deny ("not Optum, IBM"). */
  readonly named: Somebody;
}

export const everybody = ({ organisations, people }: Somebody): string[] => [...organisations, ...people];

export const onlyThose = ({ organisations, people }: Somebody, keep: (id: string) => boolean): Somebody => ({
  organisations: organisations.filter(keep),
  people: people.filter(keep),
});

const isSomebody = (library: Library, id: string): boolean =>
  library.deals.has(id) || library.organisations.has(id) || library.people.has(id);

/** Whom a reading was about; where it named nobody, whom its answer was about. */
export const subjectsOf = (library: Library, reading: Reading): Somebody => {
  const [fact] = reading.facts.flatMap((id) => library.facts.get(id) ?? []);
  const told =
    reading.intent === 'fact' || reading.intent === 'deal-profile' ? (fact?.subjects ?? []).slice(0, 1) : [];
  const subjects = (reading.subjects.length > 0 ? reading.subjects : told).filter((id) =>
    isSomebody(library, id),
  );
  return {
    people: subjects.filter((id) => library.people.has(id)),
    organisations: [
      ...new Set(
        subjects.filter((id) => !library.people.has(id)).map((id) => library.deals.get(id)?.client ?? id),
      ),
    ],
  };
};

/** The turn in its conversation; undefined where there is none, or a new one is begun. */
export const talkOf = (library: Library, seen: Recognised, history: readonly Reading[]): Talk | undefined => {
  const last = history.at(-1);
  if (!last || seen.cue(...restarting)) return undefined;
  const denied = seen.mentions.filter(({ from }) => seen.words[from - 1] === 'not').flatMap(({ ids }) => ids);
  const named = onlyThose(seen, (id) => !denied.includes(id));
  return { library, seen, history, last, earlier: subjectsOf(library, last), named };
};

/** "the third one": its place, from 0; -1 is the last. */
export const ordinalIn = ({ seen, named }: Talk): number | undefined => {
  if (named.organisations.length > 0) return undefined;
  if (seen.cue('last one', 'final one')) return -1;
  const place = ordinals.findIndex((forms) => forms.some((form) => seen.words.includes(form)));
  return place < 0 ? undefined : place;
};

/** Words that ask for something, and do not only say what to do. */
export const tellingWords = ({ seen }: Talk): number =>
  seen.terms.filter((term) => isTelling(term) && !structural.includes(term.text)).length;

const joined = /^(?:and|what about|how about|vs|versus|or|but|ok|okay|so|also|then)\b/;

/** A few words that hang on to the turn before: "and nationally?", "the term?", "how many?". */
export const isElliptic = (talk: Talk): boolean => {
  const { seen } = talk;
  const bare =
    seen.words.length <= 4 &&
    seen.attributes.length === 0 &&
    seen.wants === undefined &&
    tellingWords(talk) <= 1;
  const onlyHowMany =
    seen.words.length <= 4 &&
    seen.attributes.length === 0 &&
    ['count', 'money', 'share'].includes(seen.wants ?? '') &&
    tellingWords(talk) === 0;
  // "What do they bring" asks more of what was just told.
  const onlyPoints =
    seen.words.length <= 6 &&
    talk.last.intent === 'fact' &&
    seen.attributes.length === 0 &&
    seen.wants === undefined &&
    tellingWords(talk) === 0 &&
    /\b(?:they|them|their|those|these)\b/.test(seen.text);
  return bare || onlyHowMany || onlyPoints || (joined.test(seen.text) && seen.words.length <= 7);
};

/** What is asked: by this turn, or by the one before it, or by what answered that one. */
export const askedIn = (talk: Talk): readonly string[] =>
  talk.seen.attributes.length > 0 ? talk.seen.attributes : askedBefore(talk);

/** What the turn before asked, or what answered it. */
export const askedBefore = ({ library, last }: Pick<Talk, 'library' | 'last'>): readonly string[] => {
  const [told] = last.facts.flatMap((id) => library.facts.get(id)?.attribute ?? []);
  return last.attributes.length > 0 ? last.attributes : told === undefined ? [] : [told];
};

const pronouns = /\b(?:those|these|them|they|their|it|its|he|his|she|her|that|this|there|one|ones)\b/;

/** Whether a word stands for somebody or something that was named before. */
export const pointsBack = (text: string): boolean => pronouns.test(text);
