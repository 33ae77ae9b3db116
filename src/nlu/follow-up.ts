import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import type { Recognised } from './recognise.ts';

/** What an utterance is about once the turns before it are taken into account. */
export interface InContext {
  readonly organisations: readonly string[];
  readonly people: readonly string[];
  readonly attributes: readonly string[];
  readonly without: readonly string[];
  readonly wants: Reading['wants'];
  /** Names of the slots that came from an earlier turn. */
  readonly carried: readonly string[];
  /** Terms of the turn before, where only the subject changed. */
  readonly terms: readonly string[];
  /** Intent of the turn before, where the conversation goes on. */
  readonly before: string | undefined;
  /** Which of several things listed before is meant, from 1. */
  readonly ordinal: number | undefined;
}

const dropping = [
  'drop',
  'without',
  'leave out',
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
];
const adding = ['add', 'throw in', 'include', 'plus', 'throw', 'bring in', 'also', 'as well', 'too'];
const restarting = [
  'new question',
  'start over',
  'forget that',
  'different topic',
  'never mind',
  'unrelated',
  'change of subject',
];
const ordinals = ['first', 'second', 'third', 'fourth'];
const digits = ['1st', '2nd', '3rd', '4th'];

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const ordinalIn = (seen: Recognised): number | undefined => {
  const place = ordinals.findIndex(
    (word, at) => seen.words.includes(word) || seen.words.includes(digits[at] ?? ''),
  );
  return place < 0 || seen.organisations.length > 0 ? undefined : place + 1;
};

const split = (
  library: Library,
  subjects: readonly string[],
): Pick<InContext, 'organisations' | 'people'> => ({
  people: subjects.filter((id) => library.people.has(id)),
  organisations: subjects
    .flatMap((id) => (library.people.has(id) ? [] : [library.deals.get(id)?.client ?? id]))
    .filter((id) => library.organisations.has(id)),
});

const alone = (seen: Recognised): InContext => ({
  organisations: seen.organisations,
  people: seen.people,
  attributes: seen.attributes,
  without: [],
  wants: seen.wants,
  carried: [],
  terms: [],
  before: undefined,
  ordinal: ordinalIn(seen),
});

/** Whether an utterance with no names of its own asks about something else altogether. */
const standsAlone = (seen: Recognised): boolean => seen.cue(...restarting);

/**
 * Joins an utterance to the reading of the turn before it: an utterance without names keeps those before it; one with
 * names and nothing else keeps what was asked; "drop", "add" and "besides" change whom a list or comparison is about.
 */
export const inContext = (library: Library, seen: Recognised, last: Reading | undefined): InContext => {
  if (!last || standsAlone(seen)) return alone(seen);
  const earlier = split(library, last.subjects);
  const named = [...seen.organisations, ...seen.people];
  const base = { ...alone(seen), before: last.intent };
  if (named.length > 0 && seen.cue(...dropping)) {
    const kept = {
      organisations: earlier.organisations.filter((id) => !named.includes(id)),
      people: earlier.people.filter((id) => !named.includes(id)),
    };
    return {
      ...base,
      ...kept,
      attributes: seen.attributes.length > 0 ? seen.attributes : last.attributes,
      without: unique([...last.without, ...named]),
      carried: ['subjects'],
    };
  }
  if (named.length > 0 && last.intent === 'compare-deals' && seen.cue(...adding)) {
    return {
      ...base,
      organisations: unique([...earlier.organisations, ...seen.organisations]),
      people: unique([...earlier.people, ...seen.people]),
      attributes: unique([...last.attributes, ...seen.attributes]),
      carried: ['subjects'],
    };
  }
  if (named.length === 0 && seen.places.length === 0) {
    return {
      ...base,
      ...earlier,
      without: last.without,
      carried: earlier.organisations.length + earlier.people.length > 0 ? ['subjects'] : [],
    };
  }
  const asksNothing = seen.attributes.length === 0 && seen.terms.length === 0;
  if (asksNothing && (last.attributes.length > 0 || last.terms.length > 0)) {
    return {
      ...base,
      attributes: last.attributes,
      terms: last.terms,
      wants: last.wants,
      carried: ['attributes'],
    };
  }
  return base;
};
