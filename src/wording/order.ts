import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import type { Match } from './list.ts';

type Order = NonNullable<Reading['order']>;

/** Days since year 0, roughly: enough to put dates of any precision in order. */
const dayOf = (library: Library, { deal, fact }: Match): number => {
  const event =
    library.find(deal.id, 'announced').facts[0]?.values.on ??
    fact.values.on ??
    library.articles.get(fact.article)?.published;
  return (event?.year ?? 0) * 372 + (event?.month ?? 0) * 31 + (event?.day ?? 0);
};

const termOf = (library: Library, { deal }: Match): number | undefined =>
  library.find(deal.id, 'term').facts[0]?.values.years?.[0]?.low;

/** The matches at the asked end (posts cut and people moved are not ranked against each other), with the fact that puts them there; for both ends the first and the last. */
export const inOrder = (library: Library, matches: readonly Match[], order: Order): Match[] => {
  if (order === 'longest' || order === 'shortest') {
    const stated = matches.flatMap((match) => {
      const [fact] = library.find(match.deal.id, 'term').facts;
      return fact ? [{ ...match, fact }] : [];
    });
    const sign = order === 'longest' ? -1 : 1;
    return stated.sort((a, b) => sign * ((termOf(library, a) ?? 0) - (termOf(library, b) ?? 0)));
  }
  if (order === 'most-people')
    return matches.flatMap(({ deal }) =>
      ['staff-moved', 'staff-cut']
        .flatMap((attribute) =>
          library
            .find(deal.id, attribute)
            .facts.filter((fact) => fact.values.people !== undefined)
            .slice(0, 1),
        )
        .map((fact) => ({ deal, fact })),
    );
  const byDate = matches
    .filter(({ deal }) => deal.vendors.length > 0)
    .sort((a, b) => dayOf(library, a) - dayOf(library, b) || a.deal.id.localeCompare(b.deal.id, 'en'));
  if (order === 'newest') return byDate.reverse();
  if (order === 'oldest') return byDate;
  const [first, last] = [byDate[0], byDate.at(-1)];
  return first && last ? [first, last] : byDate;
};
