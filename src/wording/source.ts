import type { Citation, Claim, Entities } from '../answer.ts';
import { attributeOf } from '../corpus/attributes.ts';
import { sayDate } from '../corpus/date.ts';
import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import { enumerate } from './claim.ts';
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

const sayYears = ({ years }: Reading): string => {
  if (!years) return '';
  return years.from === years.to ? String(years.from) : `${years.from}–${years.to}`;
};

const carriedAs: Readonly<Record<string, string>> = {
  subjects: 'whom it is about',
  attributes: 'what is asked',
};
const sayCarried = (slot: string): string => carriedAs[slot] ?? slot;

const whoOf = (library: Library, { subjects }: Reading): string => subjects.map(library.nameOf).join(', ');

/** What is asked of them, and what narrows it, each in words. */
const whatOf = (library: Library, reading: Reading): string[] =>
  [
    reading.attributes.slice(0, 2).map(labelOf).join(', '),
    headsOf(reading.rows).join(', ').toLowerCase(),
    reading.places.join(', '),
    sayYears(reading),
    reading.without.length > 0 ? `without ${reading.without.map(library.nameOf).join(', ')}` : '',
  ].filter((part) => part !== '');

const intentOf = ({ intent }: Reading): string => intent.replaceAll('-', ' ');

/** `compare deals · Kaiser Permanente, Allina Health · the contract term`. */
export const readAs = (library: Library, reading: Reading): string =>
  [
    intentOf(reading),
    whoOf(library, reading),
    ...whatOf(library, reading),
    reading.carried.length > 0 ? `${enumerate(reading.carried.map(sayCarried))} kept from before` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** `About Kaiser Permanente: how long the contract runs`; what was asked for, where it is about nobody and nothing: `About: timeline`. */
export const about = (library: Library, reading: Reading): string => {
  const who = whoOf(library, reading);
  const what = whatOf(library, reading).join(', ');
  if (who === '') return what === '' ? `About: ${intentOf(reading)}` : `About ${what}`;
  return what === '' ? `About ${who}` : `About ${who}: ${what}`;
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
