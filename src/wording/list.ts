import type { Claim } from '../answer.ts';
import type { Deal, Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, claimOver, enumerate, plural } from './claim.ts';
import { headlineOf } from './deal.ts';

/** A deal that a list shows, with the fact for which it is shown. */
export interface Match {
  readonly deal: Deal;
  readonly fact: Fact;
}

/** "3 deals: A, B and C." In-house precedents are named apart. */
export const listLead = (matches: readonly Match[]): Claim => {
  const outsourced = matches.filter(({ deal }) => deal.vendors.length > 0);
  const inHouse = matches.filter(({ deal }) => deal.vendors.length === 0);
  const named = outsourced.map(({ deal }) => deal.name);
  const parts = [
    ...(outsourced.length === 0 ? [] : [`${plural(outsourced.length, 'deal')}: ${enumerate(named)}`]),
    ...(inHouse.length === 0
      ? []
      : [
          `${outsourced.length === 0 ? 'In-house' : 'in-house'}, not outsourced: ${enumerate(inHouse.map(({ deal }) => deal.name))}`,
        ]),
  ];
  return claimOver(
    `${parts.join('; ')}.`,
    matches.map(({ fact }) => fact),
    [outsourced.length],
  );
};

/** One line a deal: the fact for which it is listed. */
export const listRows = (matches: readonly Match[]): Claim[] => {
  const said = new Set<string>();
  return matches
    .filter(({ fact }) => !said.has(fact.id) && said.add(fact.id))
    .map(({ fact }) => claimOf(fact));
};

/** The deals, each with its headline. */
export const withHeadlines = (library: Library, deals: readonly Deal[]): Match[] =>
  deals.flatMap((deal) => {
    const fact = headlineOf(library, deal);
    return fact ? [{ deal, fact }] : [];
  });
