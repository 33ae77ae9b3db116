import type { Claim } from '../answer.ts';
import type { Deal, Fact } from '../corpus/fact.ts';
import { claimOf, claimOver, enumerateSome, plural } from './claim.ts';

/** A deal that a list shows, with the fact for which it is shown. */
export interface Match {
  readonly deal: Deal;
  readonly fact: Fact;
}

/** Deals that the first sentence of a list names of each kind, and that are told below it; nobody reads more. */
const mostNamed = 20;
export const mostListed = 40;

const namesOf = (matches: readonly Match[]) =>
  enumerateSome(
    matches.map(({ deal }) => deal.name),
    mostNamed,
  );

/** "3 deals: A, B and C." In-house precedents are named apart. */
export const listLead = (matches: readonly Match[]): Claim => {
  const outsourced = matches.filter(({ deal }) => deal.vendors.length > 0);
  const inHouse = matches.filter(({ deal }) => deal.vendors.length === 0);
  const [named, apart] = [namesOf(outsourced), namesOf(inHouse)];
  const parts = [
    ...(outsourced.length === 0 ? [] : [`${plural(outsourced.length, 'deal')}: ${named.text}`]),
    ...(inHouse.length === 0
      ? []
      : [`${outsourced.length === 0 ? 'In-house' : 'in-house'}, not outsourced: ${apart.text}`]),
  ];
  return claimOver(
    `${parts.join('; ')}.`,
    [...outsourced.slice(0, mostNamed), ...inHouse.slice(0, mostNamed)].map(({ fact }) => fact),
    [outsourced.length, ...[named.left, apart.left].filter((left) => left > 0)],
  );
};

/** "The articles do not say how many staff are cut for 8 deals: A, B and C." */
export const lackingLead = (matches: readonly Match[], label: string): Claim => {
  const named = namesOf(matches);
  return claimOver(
    `The articles do not say ${label} for ${plural(matches.length, 'deal')}: ${named.text}.`,
    matches.slice(0, mostNamed).map(({ fact }) => fact),
    [matches.length, ...(named.left > 0 ? [named.left] : [])],
  );
};

/** One line a deal, forty at most: the fact for which it is listed. */
export const listRows = (matches: readonly Match[]): Claim[] => {
  const said = new Set<string>();
  return matches
    .filter(({ fact }) => !said.has(fact.id) && said.add(fact.id))
    .slice(0, mostListed)
    .map(({ fact }) => claimOf(fact));
};
