import { type Deal, type Fact, isCaution, isWithheld } from './fact.ts';
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

/** Whether what is kept back is asked for; it is no example of what is told. */
const seeksWithheld = (terms: NonNullable<Filter['terms']>): boolean =>
  terms.some(({ keys }) => keys.includes('~undisclosed'));

/** The fact of each deal that best covers the terms, where one covers enough of them. */
const byTerms = (known: Known, terms: NonNullable<Filter['terms']>): ReadonlyMap<string, Fact> => {
  const total = terms.reduce((sum, term) => sum + known.weight(term), 0);
  const best = new Map<string, Fact>();
  const withheldToo = seeksWithheld(terms);
  for (const { fact, score } of known.search(terms)) {
    if (score < total * enough || isCaution(fact)) continue;
    if (isWithheld(fact) && !withheldToo) continue;
    for (const deal of known.deals.values()) {
      const own = fact.subjects.includes(deal.id) || fact.subjects.includes(deal.client);
      if (own && !best.has(deal.id)) best.set(deal.id, fact);
    }
  }
  return best;
};

/** A fact of the deal whose figure lies within the bounds; figures of an earlier relationship are not the deal's. */
const withinBounds = (
  known: Known,
  deal: Deal,
  { unit, over, under }: NonNullable<Filter['amount']>,
): Fact | undefined =>
  known.about(deal.id).find((fact) => {
    if (
      isCaution(fact) ||
      fact.attribute === 'prior-relationship' ||
      (unit === 'years' && fact.attribute !== 'term')
    )
      return false;
    return (fact.values[unit] ?? []).some(
      ({ low, high }) => (over === undefined || high > over) && (under === undefined || low < under),
    );
  });

/** The fact by which an article states the attribute of the deal; what is withheld is not stated. */
const stating = (known: Known, deal: Deal, attribute: string): Fact | undefined =>
  known.find(deal.id, attribute).facts.find((fact) => !isWithheld(fact));

/** What the deal is listed for by each condition; undefined where one does not hold. */
const reasons = (
  known: Known,
  deal: Deal,
  filter: Filter,
  worded: ReadonlyMap<string, Fact> | undefined,
): (Fact | undefined)[] | undefined => {
  const conditions = [
    ...(worded ? [worded.get(deal.id)] : []),
    ...(filter.amount ? [withinBounds(known, deal, filter.amount)] : []),
    ...(filter.attributes ?? []).map((attribute) => stating(known, deal, attribute)),
    ...(filter.years ? [inYears(known, deal, filter.years)] : []),
  ];
  return conditions.some((fact) => fact === undefined) ? undefined : conditions;
};

const concerns = (
  known: Known,
  deal: Deal,
  { places = [], parties = [], without = [], lacking = [] }: Filter,
): boolean => {
  const members = [deal.id, deal.client, ...deal.vendors];
  if (members.some((id) => without.includes(id))) return false;
  if (lacking.some((attribute) => stating(known, deal, attribute) !== undefined)) return false;
  if (parties.length > 0 && !members.some((id) => parties.includes(id))) return false;
  return places.length === 0 || inPlaces(known, deal, places);
};

/** Filters over every deal, each with the fact for which it is listed. */
export const createWhere =
  (known: Known): Library['where'] =>
  (filter) => {
    const worded = (filter.terms ?? []).length === 0 ? undefined : byTerms(known, filter.terms ?? []);
    return [...known.deals.values()].flatMap((deal) => {
      const met = concerns(known, deal, filter) ? reasons(known, deal, filter, worded) : undefined;
      if (!met) return [];
      const fact =
        met[0] ??
        headline.flatMap((attribute) => known.find(deal.id, attribute).facts)[0] ??
        known.about(deal.id)[0];
      return fact ? [{ deal, fact }] : [];
    });
  };
