import type { Library } from '../corpus/library.ts';
import { termsOf } from '../corpus/terms.ts';
import type { Reading } from '../reading.ts';
import type { Recognised } from './recognise.ts';
import { backToEarlier, heOrShe, theVendor } from './refer.ts';
import {
  adding,
  askedBefore,
  askedIn,
  dropping,
  everybody,
  isElliptic,
  onlyThose,
  ordinalIn,
  others,
  pointsBack,
  structural,
  subjectsOf,
  type Talk,
  talkOf,
  tellingWords,
} from './talk.ts';
import type { InContext, Way } from './way.ts';

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const alone = (seen: Recognised): InContext => ({
  organisations: seen.organisations,
  people: seen.people,
  attributes: seen.attributes,
  without: seen.excluded,
  wants: seen.wants,
  carried: [],
  terms: [],
  before: undefined,
  structural: [],
});

const mostCompared = 6;
/** "compare them again", "compare those": the last turn that was about several, or those that the turns were about. */
const backToComparison: Way = ({ library, seen, history, earlier, named }) => {
  if (everybody(named).length > 0 || everybody(earlier).length > 1) return undefined;
  if (!seen.cue('compare', 'comparison', 'side by side', 'compare them')) return undefined;
  const several = history.findLast(
    ({ intent, subjects }) => intent === 'compare-deals' && subjects.length > 1,
  );
  if (several) return { ...subjectsOf(library, several), carried: ['subjects'] };
  const lately = history.slice(-mostCompared).map((reading) => subjectsOf(library, reading));
  const organisations = unique(lately.flatMap((somebody) => somebody.organisations));
  return organisations.length > 1 ? { organisations, people: [], carried: ['subjects'] } : undefined;
};

/** "and the other one?": of the last turn that was about several, those that the turn before left out. */
const theOther: Way = (talk) => {
  const { library, seen, last, earlier, history, named } = talk;
  const now = everybody(earlier);
  if (everybody(named).length > 0 || now.length === 0 || !seen.cue(...others)) return undefined;
  const several = history.findLast(
    (reading) =>
      reading !== last && reading.subjects.length > 1 && now.every((id) => reading.subjects.includes(id)),
  );
  if (!several) return undefined;
  return {
    ...onlyThose(subjectsOf(library, several), (id) => !now.includes(id)),
    attributes: askedIn(talk),
    terms: seen.attributes.length > 0 ? [] : last.terms,
    wants: seen.wants ?? last.wants,
    carried: ['subjects', 'attributes'],
  };
};

/** "drop kaiser", "leave the first one out", "who else besides kaiser". */
const leaveOut: Way = (talk) => {
  const { seen, last, earlier, named } = talk;
  const place = ordinalIn(talk);
  const one =
    place === undefined || !seen.cue('leave', 'drop', 'skip', 'remove')
      ? undefined
      : everybody(earlier).at(place);
  const gone =
    seen.cue(...dropping) && everybody(named).length > 0 ? everybody(named) : one === undefined ? [] : [one];
  if (gone.length === 0) return undefined;
  return {
    ...onlyThose(earlier, (id) => !gone.includes(id)),
    attributes: seen.attributes.length > 0 ? seen.attributes : last.attributes,
    without: unique([...last.without, ...gone]),
    carried: ['subjects'],
  };
};

const beside = ['compare', 'compared', 'next to', 'side by side'];
/** "add allina": to the comparison before; "compare with kaiser": whoever was spoken of. */
const addTo: Way = (talk) => {
  const { seen, last, earlier, named } = talk;
  if (everybody(named).length === 0) return undefined;
  const adds = last.intent === 'compare-deals' && seen.cue(...adding);
  const compares = everybody(named).length === 1 && everybody(earlier).length === 1 && seen.cue(...beside);
  if (!adds && !compares) return undefined;
  return {
    organisations: unique([...earlier.organisations, ...named.organisations]),
    people: unique([...earlier.people, ...named.people]),
    attributes: last.intent === 'fact' ? askedIn(talk) : unique([...last.attributes, ...seen.attributes]),
    terms: last.terms,
    carried: ['subjects', 'attributes'],
  };
};

/** "what did IBM not get" after a question about Kaiser is about Kaiser's deal still. */
const sameDeal: Way = ({ library, seen, earlier, named }) => {
  const [client, ...more] = earlier.organisations;
  if (
    client === undefined ||
    more.length > 0 ||
    named.people.length > 0 ||
    named.organisations.length === 0 ||
    seen.terms.length === 0
  )
    return undefined;
  const own = library
    .dealsOf(client)
    .filter((deal) => deal.client === client)
    .flatMap((deal) => deal.vendors);
  return named.organisations.every((id) => own.includes(id))
    ? { organisations: [client], carried: ['subjects'] }
    : undefined;
};

/** What a numbered part of the checklist is called. */
const parts = ['step', 'point', 'item', 'bullet', 'element', 'part', 'phase'];

const next = ['after that', 'what next', 'then what', 'what then', 'and next', 'the next', 'and then'];

/** The part of the checklist that is meant by its place, or as the one after that which was told. */
const placeOf = (talk: Talk, titles: readonly string[]): number | undefined => {
  const { library, seen, last } = talk;
  const place = ordinalIn(talk);
  if (place !== undefined || !seen.cue(...next)) return place;
  const [told] = last.facts.flatMap((id) => library.facts.get(id)?.values.group ?? []);
  return told === undefined ? undefined : titles.indexOf(told) + 1;
};

/** One of the checklist by its place: the words of its group stand for it. */
const groupOf: Way = (talk) => {
  const { library, last, earlier, named } = talk;
  if (last.intent !== 'transition-checklist' || everybody(earlier).length + everybody(named).length > 0)
    return undefined;
  const titles = unique(library.about('transition').flatMap((fact) => fact.values.group ?? []));
  const place = placeOf(talk, titles);
  const title = place === undefined ? undefined : titles.at(place);
  if (title === undefined) return undefined;
  const terms = termsOf(title.replace(/^\d+\. /, '')).map((term) => term.keys.join('|'));
  return { terms, carried: ['topic'], structural: [...structural, ...parts] };
};

const kinds =
  /\b(?:which|what|any|all|every|list|show|how many|who|are there|other) (?:\w+ )?(?:deals?|contracts?|agreements?|precedents?|hospitals?|vendors?|outsourcers?|systems|clients?|customers?|nonprofits)\b|\b(?:anyone|anybody|somebody else|who else)\b|\b(?:longest|shortest|biggest|largest|smallest|newest|oldest|earliest) (?:\w+ )?(?:deal|contract|agreement|vendor|client|precedent)\b/;

/** "which deals had layoffs" asks of all of them, whoever was spoken of before. */
const asksOfAll = (seen: Recognised): boolean => kinds.test(seen.text) && !pointsBack(seen.text);

/** Whether the words of the turn before are meant as well: of a turn about nobody they are all there is to carry. */
const goesOnWith = (talk: Talk, elliptic: boolean): boolean => {
  const { seen, earlier } = talk;
  if (everybody(earlier).length === 0) return elliptic || seen.terms.length < 3;
  return elliptic && seen.attributes.every((attribute) => askedBefore(talk).includes(attribute));
};

/** Nobody is named: those before are meant, or one of them by its place. */
const sameSubjects: Way = (talk) => {
  const { seen, last, earlier, named } = talk;
  if (everybody(named).length > 0 || seen.places.length > 0) return undefined;
  if (seen.strangers.length > 0) return {};
  if (asksOfAll(seen) && last.intent !== 'list-deals' && last.intent !== 'compare-deals') return {};
  const listed = everybody(earlier);
  const place = ordinalIn(talk);
  const one = place === undefined ? undefined : listed.at(place);
  const elliptic = isElliptic(talk);
  const terms = goesOnWith(talk, elliptic) ? last.terms : [];
  return {
    ...(one === undefined ? earlier : onlyThose(earlier, (id) => id === one)),
    attributes: elliptic ? askedIn(talk) : seen.attributes,
    without: last.without,
    terms,
    carried: listed.length > 0 ? ['subjects'] : terms.length > 0 ? ['topic'] : [],
  };
};

const comparing = [
  'compare',
  'compair',
  'comparison',
  'vs',
  'versus',
  'difference',
  'side by side',
  'next to',
];
/** "and allina?": names and nothing else, of which the same is asked. */
const sameQuestion: Way = (talk) => {
  const { seen, last } = talk;
  const attributes = last.intent === 'fact' ? askedIn(talk) : last.attributes;
  const asked = attributes.length > 0 || last.terms.length > 0;
  if (seen.attributes.length > 0 || tellingWords(talk) > 0 || !asked) return undefined;
  // "Compare Kaiser and Mission" names all that it needs.
  if (talk.named.organisations.length > 1 && seen.cue(...comparing)) return undefined;
  return { attributes, terms: last.terms, wants: seen.wants ?? last.wants, carried: ['attributes'] };
};

/** The first that is meant decides. */
const ways: readonly Way[] = [
  backToComparison,
  backToEarlier,
  heOrShe,
  theVendor,
  theOther,
  leaveOut,
  addTo,
  sameDeal,
  groupOf,
  sameSubjects,
  sameQuestion,
];

/**
 * Joins an utterance to the readings of the turns before it: an utterance without names keeps those before it; one with
 * names and nothing else keeps what was asked; "drop", "add" and "besides" change whom a list or comparison is about.
 */
export const inContext = (library: Library, seen: Recognised, history: readonly Reading[]): InContext => {
  const talk = talkOf(library, seen, history);
  if (!talk) return alone(seen);
  const base = { ...alone(seen), ...talk.named, before: talk.last.intent, structural };
  for (const way of ways) {
    const change = way(talk);
    if (change) return { ...base, ...change };
  }
  return base;
};
