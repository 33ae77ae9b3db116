import type { Deal, Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';

/**
 * Where to look for a row that nobody states, nearest first: what is not said under one name is often said under
 * another, and "not stated" alone would hide it.
 */
const nearby: ReadonlyMap<string, readonly string[]> = new Map([
  ['announced', ['starts', 'ended']],
  ['starts', ['announced']],
  ['scope', ['revenue-cycle', 'data-centers', 'description']],
  ['term', ['extended', 'renewed', 'ended']],
  ['value', ['target-cost', 'vendor-pay', 'usual-cost', 'financial-benefits']],
  ['vendor-pay', ['value']],
  ['staff-moved', ['jobs-at-vendor', 'staff-placed']],
  ['staff-placed', ['partners', 'help']],
  ['staff-cut', ['jobs-at-vendor', 'turnover']],
  ['kept-in-house', ['staff-kept']],
  ['jobs-at-vendor', ['staff-moved', 'turnover']],
  ['staff-terms', ['jobs-at-vendor', 'staff-mood']],
  ['why', ['goals', 'origin', 'relationship']],
  ['ended', ['outcome', 'reason-for-ending']],
]);

/** The attributes that stand near one, nearest first. */
export const nearbyOf = (attribute: string): readonly string[] => nearby.get(attribute) ?? [];

/** What a deal states of the nearest attribute of which it states anything. */
export const nearFacts = (
  library: Library,
  deal: Deal,
  attribute: string,
): { readonly attribute: string; readonly facts: readonly Fact[] } | undefined =>
  nearbyOf(attribute)
    .map((id) => ({ attribute: id, facts: library.find(deal.id, id).facts }))
    .find(({ facts }) => facts.length > 0);
