import { byDate, type FactDate } from '../corpus/date.ts';
import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import type { Match } from './list.ts';

type Order = NonNullable<Reading['order']>;

const yearsOf = ({ fact }: Match): number => fact.values.years?.[0]?.low ?? 0;

/** Those whose term is told, the shortest first where the sign is 1, the longest where it is -1. */
const byTerm = (library: Library, matches: readonly Match[], sign: 1 | -1): Match[] =>
  matches
    .flatMap(({ deal }) => {
      const [fact] = library.find(deal.id, 'term').facts;
      return fact ? [{ deal, fact }] : [];
    })
    .sort((a, b) => sign * (yearsOf(a) - yearsOf(b)));

/** How many moved and how many posts were cut, a match each. */
const inPeople = (library: Library, matches: readonly Match[]): Match[] =>
  matches.flatMap(({ deal }) =>
    ['staff-moved', 'staff-cut'].flatMap((attribute) => {
      const fact = library.find(deal.id, attribute).facts.find(({ values }) => values.people !== undefined);
      return fact ? [{ deal, fact }] : [];
    }),
  );

/** When a deal was announced; where that is not told, when it was written about. */
const dateOf = (library: Library, { deal, fact }: Match): FactDate | undefined =>
  library.find(deal.id, 'announced').facts[0]?.values.on ??
  fact.values.on ??
  library.articles.get(fact.article)?.published;

/** Those that were outsourced, the oldest first. */
const byAge = (library: Library, matches: readonly Match[]): Match[] =>
  matches
    .filter(({ deal }) => deal.vendors.length > 0)
    .sort(
      (a, b) => byDate(dateOf(library, a), dateOf(library, b)) || a.deal.id.localeCompare(b.deal.id, 'en'),
    );

/** The matches at the asked end (posts cut and people moved are not ranked against each other), with the fact that puts them there; for both ends the first and the last. */
export const inOrder = (library: Library, matches: readonly Match[], order: Order): Match[] => {
  if (order === 'longest') return byTerm(library, matches, -1);
  if (order === 'shortest') return byTerm(library, matches, 1);
  if (order === 'most-people') return inPeople(library, matches);
  const aged = byAge(library, matches);
  if (order === 'newest') return aged.reverse();
  if (order === 'oldest') return aged;
  const [first, last] = [aged[0], aged.at(-1)];
  return first && last ? [first, last] : aged;
};
