import type { Claim } from '../answer.ts';
import type { Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOver, enumerate, plural } from './claim.ts';
import { headlineOf } from './deal.ts';

/** A vendor with its clients in the library. */
export interface Standing {
  readonly vendor: string;
  /** Deal ids, in the order of the library. */
  readonly deals: readonly string[];
}

/** Vendors by their number of clients, most first; ties in order of name. */
export const standings = (library: Library): Standing[] => {
  const vendors = [...new Set([...library.deals.values()].flatMap((deal) => deal.vendors))];
  return vendors
    .map((vendor) => ({ vendor, deals: library.dealsOf(vendor).map((deal) => deal.id) }))
    .sort(
      (a, b) =>
        b.deals.length - a.deals.length ||
        library.nameOf(a.vendor).localeCompare(library.nameOf(b.vendor), 'en'),
    );
};

const clientOf = (library: Library, id: string): string =>
  library.nameOf(library.deals.get(id)?.client ?? id);

/** "Optum: 5 clients in the library: Allina Health, …; SSM Health has ended its deal." */
export const standingClaim = (library: Library, { vendor, deals }: Standing): Claim => {
  const ended = deals.filter((id) => library.find(id, 'ended').facts.length > 0);
  const facts: Fact[] = deals.flatMap((id) => {
    const deal = library.deals.get(id);
    return (deal && headlineOf(library, deal)) ?? [];
  });
  const clients = enumerate(deals.map((id) => clientOf(library, id)));
  const past =
    ended.length === 0 ? '' : `; ${enumerate(ended.map((id) => clientOf(library, id)))} ended its deal`;
  return claimOver(
    `${library.nameOf(vendor)} has ${plural(deals.length, 'client')} in the library: ${clients}${past}.`,
    facts,
    [deals.length],
  );
};

/** The deals told of in the articles on the subjects; of all articles where no subject has a deal. */
export const besides = (library: Library, subjects: readonly string[]): string[] | undefined => {
  const told = new Set(
    subjects
      .flatMap((id) => library.dealsOf(id))
      .flatMap((deal) => library.about(deal.id))
      .map((fact) => fact.article),
  );
  return told.size === 0
    ? undefined
    : [...library.deals.keys()].filter((id) => library.about(id).some((fact) => told.has(fact.article)));
};
