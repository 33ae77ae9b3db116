import type { HomeView, KnownBlock } from '@slack/types';
import type { Holdings, ListedDeal, Shelf, ShelfKind } from '../holdings.ts';
import { toReading } from '../reading.ts';
import { asking } from './asking.ts';
import { encodePlace, front, type HomePlace } from './home-place.ts';
import { bar, button, called, context, header, row, section } from './kit.ts';
import { clean, escapeText, shorten } from './mrkdwn.ts';
import { figure, type Page, pageLine, pageOf, pager } from './paging.ts';

/** What the shelves of a kind are called. */
export const kinds: Readonly<Record<ShelfKind, { readonly title: string; readonly many: string }>> = {
  vendor: { title: 'Vendors', many: 'vendors' },
  client: { title: 'Clients', many: 'clients' },
  outcome: { title: 'Outcomes', many: 'outcomes' },
};

const said = (text: string, most: number): string => escapeText(shorten(clean(text), most, '…'));

/** `1 deal`, `5,000 deals` */
export const deals = ({ deals: held }: Shelf): string =>
  `${figure(held.length)} ${held.length === 1 ? 'deal' : 'deals'}`;

/** Where a tap on a shelf leads: to its one deal, or to the list of its deals. */
export const shelfButton = (
  holdings: Holdings,
  kind: ShelfKind,
  shelf: Shelf,
  id: string,
  label: string,
): ReturnType<typeof button> => {
  const [only] = shelf.deals.length === 1 ? shelf.deals : [];
  const deal = only === undefined ? undefined : holdings.deals.get(only);
  return deal === undefined
    ? button(`home:go:${id}`, label, encodePlace({ at: 'shelf', kind, id: shelf.id, page: 0 }))
    : asking(`home:ask:${id}`, label, deal.reading);
};

const back = (to: readonly (readonly [id: string, label: string, place: HomePlace])[]): KnownBlock[] =>
  bar(
    'back',
    to.map(([id, label, place]) => button(`home:go:${id}`, label, encodePlace(place))),
  );

const view = (place: HomePlace, blocks: readonly KnownBlock[]): HomeView => ({
  type: 'home',
  private_metadata: encodePlace(place),
  blocks: [...blocks],
});

const shelfRows = (holdings: Holdings, kind: ShelfKind, { items }: Page<Shelf>): KnownBlock[] =>
  items.map((shelf, at) => {
    const open = shelfButton(holdings, kind, shelf, `row${at}`, shelf.deals.length === 1 ? 'Open' : 'List');
    return row(
      `row:${at}`,
      `*${said(shelf.label, 150).replaceAll('*', '')}*\n${deals(shelf)}`,
      called(open, `${shelf.label}: ${deals(shelf)}`),
    );
  });

/** Every shelf of a kind, page by page. */
export const shelvesView = (holdings: Holdings, place: Extract<HomePlace, { at: 'shelves' }>): HomeView => {
  const page = pageOf(holdings.shelves[place.kind], place.page);
  return view(place, [
    ...back([['front', 'Back to Home', front]]),
    header('title', `${kinds[place.kind].title}: ${pageLine(page)}`),
    ...shelfRows(holdings, place.kind, page),
    ...pager(place, page, ({ label }) => clean(label)),
  ]);
};

const dealRows = ({ items }: Page<ListedDeal>): KnownBlock[] =>
  items.map(({ label, reported, reading }, at) => {
    const open = asking(`home:ask:row${at}`, 'Open', reading);
    const text = `*${said(label, 200).replaceAll('*', '')}*\n${said(reported, 200)}`;
    return row(`row:${at}`, text, called(open, `Open ${label}`));
  });

const profile = (kind: ShelfKind, { id, label }: Shelf): KnownBlock[] => {
  if (kind !== 'vendor') return [];
  const reading = toReading({ intent: 'vendor-profile', subjects: [id] });
  return bar('profile', [asking('home:ask:profile', `Profile of ${label}`, reading)]);
};

/** The deals of one shelf, page by page; all shelves of the kind where the shelf is gone. */
export const shelfView = (holdings: Holdings, place: Extract<HomePlace, { at: 'shelf' }>): HomeView => {
  const shelf = holdings.shelves[place.kind].find(({ id }) => id === place.id);
  if (shelf === undefined) return shelvesView(holdings, { at: 'shelves', kind: place.kind, page: 0 });
  const held = shelf.deals.flatMap((id) => holdings.deals.get(id) ?? []);
  const page = pageOf(held, place.page);
  return view(place, [
    ...back([
      ['front', 'Back to Home', front],
      ['shelves', `All ${kinds[place.kind].many}`, { at: 'shelves', kind: place.kind, page: 0 }],
    ]),
    header('title', shelf.label),
    section(
      'count',
      `${deals(shelf)}${page.pages === 1 ? '' : `, ${pageLine(page)}`}. Each opens with its sources.`,
    ),
    ...profile(place.kind, shelf),
    ...dealRows(page),
    ...pager(place, page, ({ label }) => clean(label)),
    context('scope', escapeText(clean(holdings.scope))),
  ]);
};
