import type { Turn } from '../answer.ts';
import { sayDate } from '../corpus/date.ts';
import type { Deal } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import {
  byClient,
  byOutcome,
  byVendor,
  type DealOutcome,
  extentOf,
  type Shelved,
} from '../corpus/shelves.ts';
import type { Holdings, ListedDeal, Shelf } from '../holdings.ts';
import { toReading } from '../reading.ts';
import { plural } from './claim.ts';
import { partiesOf } from './deal.ts';
import { limitsOf, scopeOf } from './extent.ts';
import { openingsOf } from './openings.ts';

const outcomes: Readonly<Record<DealOutcome, string>> = {
  ended: 'Ended',
  insourced: 'Brought back in-house',
  renewed: 'Renewed',
  extended: 'Extended',
  open: 'No later result in the library',
  'in-house': 'Kept in-house from the start',
};

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
