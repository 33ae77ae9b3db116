import { byDate, type FactDate } from './date.ts';
import type { Deal } from './fact.ts';
import type { Library } from './library.ts';
import { latestEventOf } from './state.ts';

/** Deals that stand together, in the order of the library. */
export interface Shelved<Id extends string = string> {
  /** An organisation, or an outcome. */
  readonly id: Id;
  readonly deals: readonly Deal[];
}

/** How a deal stands by the latest event that is told of it. */
export type DealOutcome = 'ended' | 'insourced' | 'renewed' | 'extended' | 'open' | 'in-house';

const later = ['ended', 'insourced', 'renewed', 'extended'] as const;

/** `open`: nothing is told of it after its start. `in-house`: a system that kept its work, and no outsourcing. */
export const outcomeOf = (library: Library, deal: Deal): DealOutcome => {
  if (deal.vendors.length === 0) return 'in-house';
  const latest = latestEventOf(library, deal.id)?.attribute;
  return later.find((event) => event === latest) ?? 'open';
};

const shelve = <Id extends string>(library: Library, idsOf: (deal: Deal) => readonly Id[]): Shelved<Id>[] => {
  const shelves = new Map<Id, Deal[]>();
  for (const deal of library.deals.values())
    for (const id of idsOf(deal)) {
      const shelf = shelves.get(id);
      if (shelf === undefined) shelves.set(id, [deal]);
      else shelf.push(deal);
    }
  return [...shelves].map(([id, deals]) => ({ id, deals }));
};

const byName =
  ({ nameOf }: Library) =>
  (a: Shelved, b: Shelved): number =>
    nameOf(a.id).localeCompare(nameOf(b.id), 'en');

const bySize = (a: Shelved, b: Shelved): number => b.deals.length - a.deals.length;

/** Every vendor with its deals, most deals first, then by name. */
export const byVendor = (library: Library): Shelved[] =>
  shelve(library, ({ vendors }) => vendors).sort((a, b) => bySize(a, b) || byName(library)(a, b));

/** Every client with its deals and in-house precedents, by name. */
export const byClient = (library: Library): Shelved[] =>
  shelve(library, ({ client }) => [client]).sort(byName(library));

/** Every outcome that a deal has, most deals first. */
export const byOutcome = (library: Library): Shelved<DealOutcome>[] =>
  shelve(library, (deal) => [outcomeOf(library, deal)]).sort(
    (a, b) => bySize(a, b) || a.id.localeCompare(b.id, 'en'),
  );

/** What the articles are, in figures; the dates are those of the oldest and the newest. */
export interface Extent {
  readonly articles: number;
  readonly outsourced: number;
  readonly inHouse: number;
  readonly organisations: number;
  readonly oldest: FactDate | undefined;
  readonly newest: FactDate | undefined;
}

export const extentOf = ({ articles, deals, organisations }: Library): Extent => {
  const outsourced = [...deals.values()].filter(({ vendors }) => vendors.length > 0).length;
  const dates = [...articles.values()].map(({ published }) => published).sort(byDate);
  return {
    articles: articles.size,
    outsourced,
    inHouse: deals.size - outsourced,
    organisations: organisations.size,
    oldest: dates[0],
    newest: dates.at(-1),
  };
};
