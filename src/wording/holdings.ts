import type { Turn } from '../answer.ts';
import { sayDate } from '../corpus/date.ts';
import type { Deal } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import {
  byClient,
  byOutcome,
  byVendor,
  type DealOutcome,
  type Extent,
  extentOf,
  type Shelved,
} from '../corpus/shelves.ts';
import type { Holdings, ListedDeal, Shelf } from '../holdings.ts';
import { toReading } from '../reading.ts';
import { enumerate, plural } from './claim.ts';
import { partiesOf } from './deal.ts';
import { openingsOf } from './openings.ts';

const outcomes: Readonly<Record<DealOutcome, string>> = {
  ended: 'Ended',
  insourced: 'Brought back in-house',
  renewed: 'Renewed',
  extended: 'Extended',
  open: 'No later result in the library',
  'in-house': 'Kept in-house from the start',
};

/** "5 articles on 9 outsourcing deals and 1 in-house precedent, 23 organisations, published 2008–2024." */
const scopeOf = ({ articles, outsourced, inHouse, organisations, oldest, newest }: Extent): string => {
  if (oldest === undefined || newest === undefined) return 'The library holds no article yet.';
  const deals = [
    ...(outsourced === 0 ? [] : [plural(outsourced, 'outsourcing deal')]),
    ...(inHouse === 0 ? [] : [plural(inHouse, 'in-house precedent')]),
  ];
  const on = deals.length === 0 ? '' : ` on ${enumerate(deals)}`;
  const years = oldest.year === newest.year ? `in ${oldest.year}` : `${oldest.year}–${newest.year}`;
  return `The library holds ${plural(articles, 'article')}${on}, naming ${plural(organisations, 'organisation')}, published ${years}.`;
};

const limitsOf = ({ newest }: Extent): string =>
  [
    ...(newest === undefined
      ? []
      : [`Its newest article is of ${sayDate(newest)}; it knows of nothing later.`]),
    'It is a selection and not a census. It holds what was published, and no contracts: what an article withholds or ' +
      'leaves open is told as such.',
  ].join(' ');

const mostReports = 2;

const reportedBy = (library: Library, deal: Deal): string => {
  const articles = [...new Set(library.about(deal.id).map(({ article }) => article))].flatMap(
    (id) => library.articles.get(id) ?? [],
  );
  const named = articles
    .slice(0, mostReports)
    .map(({ publisher, published }) => `${publisher}, ${sayDate(published)}`);
  const more = articles.length - named.length;
  return [...named, ...(more > 0 ? [`${plural(more, 'more article')}`] : [])].join('; ');
};

const listed = (library: Library, deal: Deal): ListedDeal => ({
  label: partiesOf(library, deal),
  reported: reportedBy(library, deal),
  reading: toReading({ intent: 'deal-profile', subjects: [deal.id] }),
});

const shelf = ({ id, deals }: Shelved, label: string): Shelf => ({
  id,
  label,
  deals: deals.map((deal) => deal.id),
});

/** What the library holds, as a front door shows it. `ask` answers what the door offers to ask. */
export const holdingsOf = (library: Library, ask: (text: string) => Turn): Holdings => {
  const extent = extentOf(library);
  return {
    scope: scopeOf(extent),
    limits: limitsOf(extent),
    shelves: {
      vendor: byVendor(library).map((one) => shelf(one, library.nameOf(one.id))),
      client: byClient(library).map((one) => shelf(one, library.nameOf(one.id))),
      outcome: byOutcome(library).map((one) => shelf(one, outcomes[one.id])),
    },
    deals: new Map([...library.deals.values()].map((deal) => [deal.id, listed(library, deal)])),
    openings: openingsOf(library, ask),
  };
};
