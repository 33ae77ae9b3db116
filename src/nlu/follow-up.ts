import type { Library } from '../corpus/library.ts';
import { termsOf } from '../corpus/terms.ts';
import type { Reading } from '../reading.ts';
import type { Recognised } from './recognise.ts';

/** What an utterance is about once the turn before it is taken into account. */
export interface InContext {
  readonly organisations: readonly string[];
  readonly people: readonly string[];
  readonly attributes: readonly string[];
  readonly without: readonly string[];
  readonly wants: Reading['wants'];
  /** Names of the slots that came from an earlier turn. */
  readonly carried: readonly string[];
  /** Keys of terms that came from an earlier turn. */
  readonly terms: readonly string[];
  /** Intent of the turn before, where the conversation goes on. */
  readonly before: string | undefined;
  /** Words that only say what to do with the turn before ("drop", "besides"), and ask for nothing. */
  readonly structural: readonly string[];
}

const dropping = [
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
const adding = [
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
const others = ['other one', 'the other', 'the others', 'another one'];
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

const unique = (values: readonly string[]): string[] => [...new Set(values)];

interface Earlier {
  readonly organisations: readonly string[];
  readonly people: readonly string[];
}

const isSomebody = (library: Library, id: string): boolean =>
  library.deals.has(id) || library.organisations.has(id) || library.people.has(id);

/** Whom the turn before was about; where it named nobody, whom its answer was about. */
const earlierOf = (library: Library, last: Reading): Earlier => {
  const [fact] = last.facts.flatMap((id) => library.facts.get(id) ?? []);
  const told =
    last.intent === 'fact' || last.intent === 'deal-profile' ? (fact?.subjects ?? []).slice(0, 1) : [];
  const subjects = (last.subjects.length > 0 ? last.subjects : told).filter((id) => isSomebody(library, id));
  return {
    people: subjects.filter((id) => library.people.has(id)),
    organisations: unique(
      subjects.filter((id) => !library.people.has(id)).map((id) => library.deals.get(id)?.client ?? id),
    ),
  };
};

/** "the third one": its place, from 0. */
const ordinalIn = (seen: Recognised): number | undefined => {
  const place = ordinals.findIndex((forms) => forms.some((form) => seen.words.includes(form)));
  return place < 0 || seen.organisations.length > 0 ? undefined : place;
};

const structural = [...dropping, ...adding, ...others, ...ordinals.flat()];

const alone = (seen: Recognised): InContext => ({
  organisations: seen.organisations,
  people: seen.people,
  attributes: seen.attributes,
  without: [],
  wants: seen.wants,
  carried: [],
  terms: [],
  before: undefined,
  structural: [],
});

const leaveOut = (
  seen: Recognised,
  last: Reading,
  earlier: Earlier,
  gone: readonly string[],
  base: InContext,
): InContext => ({
  ...base,
  organisations: earlier.organisations.filter((id) => !gone.includes(id)),
  people: earlier.people.filter((id) => !gone.includes(id)),
  attributes: seen.attributes.length > 0 ? seen.attributes : last.attributes,
  without: unique([...last.without, ...gone]),
  carried: ['subjects'],
});

const addTo = (seen: Recognised, last: Reading, earlier: Earlier, base: InContext): InContext => ({
  ...base,
  organisations: unique([...earlier.organisations, ...seen.organisations]),
  people: unique([...earlier.people, ...seen.people]),
  attributes: unique([...last.attributes, ...seen.attributes]),
  terms: last.terms,
  carried: ['subjects', 'attributes'],
});

/** "what did IBM not get" after a question about Kaiser is about Kaiser's deal still. */
const isVendorOf = (library: Library, seen: Recognised, earlier: Earlier): boolean => {
  const [client] = earlier.organisations;
  const own =
    client === undefined || earlier.organisations.length > 1
      ? []
      : library
          .dealsOf(client)
          .filter((deal) => deal.client === client)
          .flatMap((deal) => deal.vendors);
  return (
    seen.people.length === 0 &&
    seen.terms.length > 0 &&
    seen.organisations.length > 0 &&
    seen.organisations.every((id) => own.includes(id))
  );
};

/** The words of the n-th group of the checklist, which stand for it. */
const groupTerms = (library: Library, place: number): string[] => {
  const titles = unique(library.about('transition').flatMap((fact) => fact.values.group ?? []));
  return termsOf((titles[place] ?? '').replace(/^\d+\. /, '')).map((term) => term.keys.join('|'));
};

/** Nobody is named: those before are meant, or one of them by its place. */
const sameSubjects = (
  library: Library,
  seen: Recognised,
  last: Reading,
  earlier: Earlier,
  base: InContext,
): InContext => {
  const place = ordinalIn(seen);
  const listed = [...earlier.organisations, ...earlier.people];
  if (place !== undefined && listed.length === 0 && last.intent === 'transition-checklist') {
    return { ...base, terms: groupTerms(library, place), carried: ['topic'] };
  }
  const [one] = place === undefined ? [] : [listed[place]];
  const chosen =
    one === undefined
      ? earlier
      : {
          organisations: earlier.organisations.filter((id) => id === one),
          people: earlier.people.filter((id) => id === one),
        };
  // A turn about the market or the transition has no subject to carry, but its words.
  const telling = seen.terms.filter((term) => (term.scale ?? 1) === 1).length;
  const elliptic =
    (seen.words.length <= 4 && telling <= 1 && seen.attributes.length === 0 && seen.wants === undefined) ||
    (/^(?:and|what about|how about|vs|versus|or|but|ok|okay|so|also|then)\b/.test(seen.text) &&
      seen.words.length <= 7);
  const terms = (listed.length === 0 && seen.terms.length < 3) || elliptic ? last.terms : [];
  return {
    ...base,
    ...chosen,
    attributes: elliptic ? askedOf(library, seen, last) : seen.attributes,
    without: last.without,
    terms,
    carried: listed.length > 0 ? ['subjects'] : terms.length > 0 ? ['topic'] : [],
  };
};

/** What the turn before asked for: its attributes, or the attribute of the fact that answered it. */
const askedOf = (library: Library, seen: Recognised, last: Reading): readonly string[] => {
  if (seen.attributes.length > 0) return seen.attributes;
  const [told] = last.facts.flatMap((id) => library.facts.get(id)?.attribute ?? []);
  return last.attributes.length > 0 ? last.attributes : told === undefined ? [] : [told];
};

/** "the other one": of the last turn that was about several, those that the turn before left out. */
const theOther = (
  library: Library,
  last: Reading,
  earlier: Earlier,
  history: readonly Reading[],
): Earlier | undefined => {
  const now = [...earlier.organisations, ...earlier.people];
  const several = history.findLast(
    (reading) =>
      reading !== last && reading.subjects.length > 1 && now.every((id) => reading.subjects.includes(id)),
  );
  if (!several || now.length === 0) return undefined;
  const all = earlierOf(library, several);
  return {
    organisations: all.organisations.filter((id) => !now.includes(id)),
    people: all.people.filter((id) => !now.includes(id)),
  };
};

/**
 * Joins an utterance to the reading of the turn before it: an utterance without names keeps those before it; one with
 * names and nothing else keeps what was asked; "drop", "add" and "besides" change whom a list or comparison is about.
 */
export const inContext = (library: Library, seen: Recognised, history: readonly Reading[]): InContext => {
  const last = history.at(-1);
  if (!last || seen.cue(...restarting)) return alone(seen);
  const earlier = earlierOf(library, last);
  const denied = seen.mentions
    .filter((mention) => seen.words[mention.from - 1] === 'not')
    .flatMap((mention) => mention.ids);
  const named = [...seen.organisations, ...seen.people].filter((id) => !denied.includes(id));
  const base = {
    ...alone(seen),
    organisations: seen.organisations.filter((id) => !denied.includes(id)),
    people: seen.people.filter((id) => !denied.includes(id)),
    before: last.intent,
    structural,
  };
  const rest =
    named.length === 0 && seen.cue(...others) ? theOther(library, last, earlier, history) : undefined;
  if (rest)
    return {
      ...base,
      ...rest,
      attributes: askedOf(library, seen, last),
      terms: seen.attributes.length > 0 ? [] : last.terms,
      wants: seen.wants ?? last.wants,
      carried: ['subjects', 'attributes'],
    };
  const place = ordinalIn(seen);
  const listed = [...earlier.organisations, ...earlier.people];
  if (seen.cue(...dropping) && named.length > 0) return leaveOut(seen, last, earlier, named, base);
  if (seen.cue('leave', 'drop', 'skip', 'remove') && place !== undefined && listed[place] !== undefined)
    return leaveOut(seen, last, earlier, [listed[place]], base);
  if (named.length > 0 && last.intent === 'compare-deals' && seen.cue(...adding))
    return addTo(seen, last, earlier, base);
  if (isVendorOf(library, seen, earlier))
    return { ...base, organisations: earlier.organisations, carried: ['subjects'] };
  if (named.length === 0 && seen.places.length === 0) return sameSubjects(library, seen, last, earlier, base);
  const telling = seen.terms.filter((term) => (term.scale ?? 1) === 1 && !structural.includes(term.text));
  if (
    seen.attributes.length === 0 &&
    telling.length === 0 &&
    (last.attributes.length > 0 || last.terms.length > 0)
  ) {
    return {
      ...base,
      attributes: last.attributes,
      terms: last.terms,
      wants: seen.wants ?? last.wants,
      carried: ['attributes'],
    };
  }
  return base;
};
