import { type Deal, type Fact, isCaution } from './fact.ts';
import type { Filter, Library } from './library.ts';

type Known = Pick<Library, 'articles' | 'deals' | 'organisations' | 'about' | 'find' | 'search' | 'weight'>;

/** How much of the words asked one fact must hold for its deal to be listed. */
const enough = 0.6;
const events = ['announced', 'starts', 'extended', 'renewed', 'ended', 'insourced'];
/** What a deal is listed by when nothing more telling was asked. */
const headline = ['ended', 'announced', 'scope'];

const eventFacts = (known: Known, deal: Deal): Fact[] =>
  events
    .flatMap((attribute) => known.find(deal.id, attribute).facts)
    .filter((fact) => fact.values.on !== undefined);

/** The event of a deal in the years; where no event is dated, anything of an article of those years. */
const inYears = (known: Known, deal: Deal, { from, to }: NonNullable<Filter['years']>): Fact | undefined => {
  const within = (year: number | undefined): boolean => year !== undefined && year >= from && year <= to;
  const dated = eventFacts(known, deal);
  if (dated.length > 0) return dated.find((fact) => within(fact.values.on?.year));
  return known
    .about(deal.id)
    .find((fact) => within(known.articles.get(fact.article)?.published.year) && fact.attribute !== 'source');
};

const inPlaces = (known: Known, deal: Deal, places: readonly string[]): boolean => {
  const parts = (known.organisations.get(deal.client)?.place ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  return parts.some((part) => places.includes(part));
};

/** The fact of each deal that best covers the terms, where one covers enough of them. */
const byTerms = (known: Known, terms: NonNullable<Filter['terms']>): ReadonlyMap<string, Fact> => {
  const total = terms.reduce((sum, term) => sum + known.weight(term), 0);
  const best = new Map<string, Fact>();
  for (const { fact, score } of known.search(terms)) {
    if (score < total * enough || isCaution(fact)) continue;
    for (const deal of known.deals.values()) {
      const own = fact.subjects.includes(deal.id) || fact.subjects.includes(deal.client);
      if (own && !best.has(deal.id)) best.set(deal.id, fact);
    }
  }
  return best;
};

/** Filters over every deal, each with the fact for which it is listed. */
export const createWhere =
  (known: Known): Library['where'] =>
  ({ terms = [], years, places = [], attributes = [], parties = [], without = [] }) => {
    const worded = terms.length === 0 ? undefined : byTerms(known, terms);
    return [...known.deals.values()].flatMap((deal) => {
      const members = [deal.id, deal.client, ...deal.vendors];
      if (members.some((id) => without.includes(id))) return [];
      if (parties.length > 0 && !members.some((id) => parties.includes(id))) return [];
      if (places.length > 0 && !inPlaces(known, deal, places)) return [];
      const stated = attributes.map((attribute) => known.find(deal.id, attribute).facts[0]);
      if (stated.some((fact) => fact === undefined)) return [];
      const dated = years && inYears(known, deal, years);
      if (years && !dated) return [];
      const asked = worded?.get(deal.id);
      if (worded && !asked) return [];
      const fact =
        asked ??
        stated[0] ??
        dated ??
        headline.flatMap((attribute) => known.find(deal.id, attribute).facts)[0] ??
        known.about(deal.id)[0];
      return fact ? [{ deal, fact }] : [];
    });
  };
