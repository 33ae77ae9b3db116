import type { Claim, Section } from '../answer.ts';
import { byDate, sayDate } from '../corpus/date.ts';
import type { Library } from '../corpus/library.ts';
import { type Extent, extentOf } from '../corpus/shelves.ts';
import { claimOf, enumerate, plural } from './claim.ts';

/** "The library holds 5 articles on 9 outsourcing deals and 1 in-house precedent, naming 23 organisations, published 2008–2024." */
export const scopeOf = ({ articles, outsourced, inHouse, organisations, oldest, newest }: Extent): string => {
  if (oldest === undefined || newest === undefined) return 'The library holds no article yet.';
  const deals = [
    ...(outsourced === 0 ? [] : [plural(outsourced, 'outsourcing deal')]),
    ...(inHouse === 0 ? [] : [plural(inHouse, 'in-house precedent')]),
  ];
  const on = deals.length === 0 ? '' : ` on ${enumerate(deals)}`;
  const years = oldest.year === newest.year ? `in ${oldest.year}` : `${oldest.year}–${newest.year}`;
  return `The library holds ${plural(articles, 'article')}${on}, naming ${plural(organisations, 'organization')}, published ${years}.`;
};

/** How far what the library holds goes, and where it ends. */
export const limitsOf = ({ newest }: Extent): string =>
  [
    ...(newest === undefined
      ? []
      : [`Its newest article is of ${sayDate(newest)}; it knows of nothing later.`]),
    'It is a selection and not a census. It holds what was published, and no contracts: what an article withholds or ' +
      'leaves open is told as such.',
  ].join(' ');

const mostSources = 12;

/** What the library holds as an answer: its extent, its articles (the latest, where there are many), its limits. */
export const extentAnswer = (library: Library): { readonly lead: Claim[]; readonly sections: Section[] } => {
  const extent = extentOf(library);
  const { articles, outsourced, inHouse, organisations } = extent;
  const cites = [...library.articles.keys()];
  const sources = [...library.facts.values()]
    .filter(({ id, article }) => id === `${article}/source`)
    .toSorted((a, b) => byDate(b.values.on, a.values.on))
    .slice(0, mostSources);
  return {
    lead: [
      {
        text: scopeOf(extent),
        facts: [],
        cites,
        counts: [
          articles,
          outsourced,
          inHouse,
          organisations,
          ...[extent.oldest, extent.newest].flatMap((date) => date?.year ?? []),
        ],
      },
    ],
    sections: [
      { kind: 'claims', title: 'Its articles', claims: sources.map(claimOf) },
      { kind: 'note', text: limitsOf(extent) },
    ],
  };
};
