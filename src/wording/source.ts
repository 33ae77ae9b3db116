import type { Citation, Claim, Entities } from '../answer.ts';
import { attributeOf } from '../corpus/attributes.ts';
import { sayDate } from '../corpus/date.ts';
import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import { enumerate, plural } from './claim.ts';
import { labelOf } from './fact.ts';

/** The articles that claims rest on, each once, in the order in which they are first needed. */
export const citationsOf = (library: Library, claims: readonly Claim[]): Citation[] =>
  [...new Set(claims.flatMap((claim) => claim.cites))].flatMap((id) => {
    const article = library.articles.get(id);
    if (!article) return [];
    const remark = [article.promotional, article.partial].filter((part) => part !== undefined).join('; ');
    return [
      {
        article: id,
        title: article.title,
        publisher: article.publisher,
        published: sayDate(article.published),
        ...(article.url === undefined ? {} : { url: article.url }),
        ...(remark === '' ? {} : { remark }),
      },
    ];
  });

/** The headers of the rows of a comparison, in the order in which they were chosen. */
const headsOf = (rows: readonly string[]): string[] => rows.flatMap((id) => attributeOf(id)?.row ?? []);

const firstYear = 1900;
const lastYear = 2100;

const sayYears = ({ years }: Reading): string => {
  if (!years) return '';
  const { from, to } = years;
  if (from === to) return `in ${from}`;
  if (to >= lastYear) return `since ${from}`;
  return from <= firstYear ? `until ${to}` : `from ${from} to ${to}`;
};

const round = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

const sayDollars = (value: number): string => {
  if (value >= 1e9) return `$${round(value / 1e9)} billion`;
  return value >= 1e6 ? `$${round(value / 1e6)} million` : `$${round(value)}`;
};

type Bounds = NonNullable<Reading['amount']>;

const saySize: Readonly<Record<Bounds['unit'], (value: number) => string>> = {
  usd: sayDollars,
  years: (value) => plural(value, 'year'),
  people: (value) => `${round(value)} people`,
  share: (value) => `${round(value * 100)}%`,
};

/** `over $100 million and under $1 billion`. */
const sayAmount = ({ amount }: Reading): string => {
  if (!amount) return '';
  const { unit, over, under } = amount;
  const say = saySize[unit];
  // A bound that is itself meant is kept half of one beyond it.
  const isMeant = (bound: number): boolean => Math.abs(bound % 1) === 0.5;
  if (over !== undefined && under !== undefined && under - over === 1) return `of ${say(over + 0.5)}`;
  return enumerate([
    ...(over === undefined ? [] : [isMeant(over) ? `of at least ${say(over + 0.5)}` : `over ${say(over)}`]),
    ...(under === undefined
      ? []
      : [isMeant(under) ? `of at most ${say(under - 0.5)}` : `under ${say(under)}`]),
  ]);
};

const orders: Readonly<Record<NonNullable<Reading['order']>, string>> = {
  oldest: 'the oldest',
  newest: 'the newest',
  'oldest-newest': 'the oldest and the newest',
  longest: 'the longest',
  shortest: 'the shortest',
  'most-people': 'the one with the most people',
};

const carriedAs: Readonly<Record<string, string>> = {
  subjects: 'whom it is about',
  attributes: 'what is asked',
};
const sayCarried = (slot: string): string => carriedAs[slot] ?? slot;

const whoOf = (library: Library, { subjects }: Reading): string => enumerate(subjects.map(library.nameOf));

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A place as people write it; the library knows it in lower case. */
export const placeName = (place: string): string =>
  place.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());

/** Said by the kind of question already. */
const implied: Readonly<Record<string, readonly string[]>> = { 'transition-checklist': ['general'] };

/** What is asked of somebody; where only a fact was found for the words of the question, what that one is about. */
const attributesOf = (library: Library, { intent, attributes, facts }: Reading): readonly string[] => {
  if (attributes.length > 0 || intent !== 'fact') return attributes;
  return facts.slice(0, 1).flatMap((id) => library.facts.get(id)?.attribute ?? []);
};

/** What is asked, in words: attributes, and the rows that somebody chose. */
const askedOf = (library: Library, reading: Reading): string => {
  const told = attributesOf(library, reading).filter((id) => !implied[reading.intent]?.includes(id));
  return enumerate([
    ...told.slice(0, 2).map(labelOf),
    ...headsOf(reading.rows).map((head) => head.toLowerCase()),
  ]);
};

/** `Deals in Maine since 2020 that state how long the contract runs, the longest`. */
const listOf = (library: Library, reading: Reading): string => {
  const { places, order, lacking } = reading;
  const who = whoOf(library, reading);
  const asked = enumerate(
    reading.attributes
      .filter((id) => !lacking.includes(id))
      .slice(0, 2)
      .map(labelOf),
  );
  const narrowed = [
    who === '' ? '' : `of ${who}`,
    places.length === 0 ? '' : `in ${enumerate(places.map(placeName), 'or')}`,
    sayYears(reading),
    sayAmount(reading),
    asked === '' ? '' : `by ${asked}`,
    lacking.length === 0 ? '' : `that do not state ${enumerate(lacking.map(labelOf), 'or')}`,
  ].filter((part) => part !== '');
  const which = order === undefined ? '' : `, ${orders[order]}`;
  return narrowed.length + which.length === 0 ? 'All deals' : `Deals ${narrowed.join(' ')}`.trimEnd() + which;
};

/** Somebody and what is asked of them: `Kaiser Permanente: how long the contract runs`. */
const ofWhom = (library: Library, reading: Reading): string => {
  const who = whoOf(library, reading);
  const what = [askedOf(library, reading), enumerate(reading.places.map(placeName)), sayYears(reading)]
    .filter((part) => part !== '')
    .join(', ');
  if (who === '') return capital(what);
  return what === '' ? who : `${who}: ${what}`;
};

/** What was asked, as one would say it to somebody else; empty where there is nothing to say. */
const asSaid = (library: Library, reading: Reading): string => {
  const who = whoOf(library, reading);
  const asked = askedOf(library, reading);
  switch (reading.intent) {
    case 'compare-deals':
      return `${who} compared${asked === '' ? '' : ` by ${asked}`}`;
    case 'list-deals':
      return listOf(library, reading);
    case 'list-vendors':
      return who === '' ? 'All vendors' : `Vendors: ${ofWhom(library, reading)}`;
    case 'vendor-profile':
      return asked === '' ? `${who} and its deals` : ofWhom(library, reading);
    case 'deal-profile':
      return asked === '' ? `Overview of ${who}` : ofWhom(library, reading);
    case 'transition-checklist':
      return `How a transition goes${asked === '' ? '' : `: ${asked}`}`;
    default:
      return ofWhom(library, reading) || capital(reading.intent.replaceAll('-', ' '));
  }
};

const withoutWhom = (library: Library, { without }: Reading): string =>
  without.length > 0 ? `without ${enumerate(without.map(library.nameOf), 'or')}` : '';

/** `Kaiser Permanente and Allina Health compared by term · whom it is about kept from before`. */
export const readAs = (library: Library, reading: Reading): string =>
  [
    asSaid(library, reading),
    withoutWhom(library, reading),
    reading.carried.length > 0 ? `${enumerate(reading.carried.map(sayCarried))} kept from before` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** What it is about, for people who did not ask: `About Kaiser Permanente: how long the contract runs`. */
export const about = (library: Library, reading: Reading): string => {
  const who = whoOf(library, reading);
  const without = withoutWhom(library, reading);
  const said =
    who === ''
      ? asSaid(library, reading).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
      : ofWhom(library, reading);
  return `About ${said}${without === '' ? '' : `, ${without}`}`;
};

/** The names of whom a reading is about. */
export const entitiesOf = (library: Library, { subjects, years }: Reading): Entities => {
  const deals = [...library.deals.values()];
  const clients = subjects.filter((id) => deals.some((deal) => deal.client === id));
  return {
    clients: clients.map(library.nameOf),
    vendors: subjects
      .filter((id) => library.organisations.has(id) && !clients.includes(id))
      .map(library.nameOf),
    people: subjects.filter((id) => library.people.has(id)).map(library.nameOf),
    years: years ? [...new Set([years.from, years.to])] : [],
  };
};
