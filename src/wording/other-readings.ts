import type { OtherReading } from '../answer.ts';
import { attributes, isComparable } from '../corpus/attributes.ts';
import { type Deal, isTopic } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { type PlainReading, type Reading, type ReadingInput, toReading } from '../reading.ts';
import { remembered } from '../remembered.ts';
import { labelOf } from './fact.ts';
import { readAs } from './source.ts';

const mostDeals = 12;
const mostAttributes = 12;
const mostFacts = 8;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same few readings are offered under every answer. */
const mostOffers = 5_000;
const readingOf = remembered(mostOffers, (json): Reading => toReading(JSON.parse(json)));

const offer = (changes: OtherReading['changes'], label: string, reading: ReadingInput): OtherReading => ({
  changes,
  label: capital(label),
  reading: readingOf(JSON.stringify(reading)),
});

/** Whether the library has anything to say of an attribute of a subject, if only that it is withheld. */
const tellsOf = (library: Library, subject: string, attribute: string): boolean =>
  library.find(subject, attribute).state !== 'not-stated';

/** A reading of a fact that names attributes and no facts, with the facts that the library finds for them. */
export const completed = (library: Library, reading: Reading): Reading => {
  const { intent, subjects, attributes: asked, facts, missing } = reading;
  if (intent !== 'fact' || facts.length + missing.length > 0) return reading;
  const found = subjects.flatMap((subject) =>
    asked.flatMap((attribute) => library.find(subject, attribute).facts.map(({ id }) => id)),
  );
  return { ...reading, facts: [...new Set(found)].slice(0, mostFacts) };
};

/** The attributes that a reading asks for, or that the facts it was resolved to tell. */
const attributesIn = (library: Library, { attributes: asked, facts }: Reading): string[] =>
  asked.length > 0 ? asked : facts.flatMap((id) => library.facts.get(id)?.attribute ?? []);

/** What of a reading a menu has room for: a profile needs its subject alone. */
const trimmed = ({ intent, subjects, attributes: asked, terms, facts }: PlainReading): ReadingInput =>
  intent.endsWith('-profile') && subjects.length > 0
    ? { intent, subjects }
    : { intent, subjects, attributes: asked, terms: terms.slice(0, 2), facts: facts.slice(0, 1) };

/** The second best way to read the question; undefined where a few words could not tell it from others. */
export const runnerUpOf = (library: Library, { runnerUp }: Reading): OtherReading | undefined => {
  if (runnerUp === undefined) return undefined;
  const reading = toReading(trimmed(runnerUp));
  const isTelling = reading.intent !== 'fact' || reading.subjects.length + reading.attributes.length > 0;
  return isTelling ? offer('question', readAs(library, reading), reading) : undefined;
};

/** Deals that the reading is about, in the order of its subjects. */
const dealsIn = (library: Library, { subjects }: Reading): Deal[] => [
  ...new Set(subjects.flatMap((subject) => library.dealsOf(subject))),
];

/** The same of another deal: first of the same parties, then in the order of the library. */
export const otherDeals = (library: Library, reading: Reading): OtherReading[] => {
  const [attribute] = attributesIn(library, reading);
  const own = dealsIn(library, reading);
  const [only, ...more] = own;
  if (only === undefined || reading.intent === 'compare-deals') return [];
  const others = [...new Set([...own, ...dealsBeside(library, only), ...library.deals.values()])];
  const found: OtherReading[] = [];
  for (const deal of more.length > 0 ? others : others.slice(1)) {
    if (found.length === mostDeals) break;
    if (attribute === undefined || reading.intent === 'deal-profile')
      found.push(offer('deal', deal.name, { intent: 'deal-profile', subjects: [deal.id] }));
    else if (tellsOf(library, deal.id, attribute))
      found.push(offer('deal', deal.name, { intent: 'fact', subjects: [deal.id], attributes: [attribute] }));
  }
  return found;
};

/** Deals that share a party with one. */
const dealsBeside = (library: Library, deal: Deal): Deal[] =>
  [deal.client, ...deal.vendors].flatMap((party) => library.dealsOf(party));

/** Something else of the one deal or person that the reading is about. */
export const otherAttributes = (library: Library, reading: Reading): OtherReading[] => {
  const [subject, second] = reading.subjects;
  const asked = attributesIn(library, reading);
  const isOne = subject !== undefined && second === undefined && !isTopic(subject);
  if (!isOne || library.dealsOf(subject).length > 1) return [];
  return attributes
    .map(({ id }) => id)
    .filter((id) => isComparable(id) && !asked.includes(id) && tellsOf(library, subject, id))
    .slice(0, mostAttributes)
    .map((id) => offer('attribute', labelOf(id), { intent: 'fact', subjects: [subject], attributes: [id] }));
};
