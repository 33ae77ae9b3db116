import type { HomeView, KnownBlock } from '@slack/types';
import type { Holdings, ShelfKind } from '../holdings.ts';
import { type Reading, toReading } from '../reading.ts';
import { asking } from './asking.ts';
import { deals, kinds, shelfButton, shelfView, shelvesView } from './browse.ts';
import { type Mine, type MineOptions, mineBlocks } from './checklist/list.ts';
import { encodePlace, front, type HomePlace } from './home-place.ts';
import { textInput } from './input.ts';
import { instant } from './instant.ts';
import { bar, button, called, context, divider, header, row, section } from './kit.ts';
import { clean, escapeText, shorten } from './mrkdwn.ts';
import { figure } from './paging.ts';

/** A question that somebody asked before, as it was understood. */
export interface Recent {
  readonly label: string;
  readonly reading: Reading;
  /** When it was asked last; milliseconds since the epoch. */
  readonly at: number;
}

/** What Home shows to one person. */
export interface HomeParts {
  readonly holdings: Holdings;
  /** Latest first; for that person's eyes only. */
  readonly recent: readonly Recent[];
  /** What is theirs to do on checklists, and which day it is. */
  readonly todo?: MineOptions & { readonly mine: readonly Mine[] };
}

const welcome =
  'I answer questions about healthcare-IT outsourcing deals from published articles, and I cite the article for ' +
  'every fact. I report what happened; I do not advise.';

const ways =
  'Type `/outsourcing` and a question in any channel: only you see the answer. Mention me in a channel and I answer ' +
  'in the thread. Choose *Find precedents* in the menu of a message to look up what it is about. Or write to me under ' +
  '*Messages*. `/outsourcing checklist start NAME` makes the steps of a transition a list that a channel carries out ' +
  'together, `/outsourcing checklist` shows how it stands, `/outsourcing settings` what the channel decides for itself.';

/** One line on what is kept, as asking about layoffs is itself sensitive. */
const privacyLine =
  'I keep how your questions were understood for 30 days, for your eyes only, and the words of those I could not ' +
  'answer, or answered badly by your word, for 90, without your name. `/outsourcing forget me` removes what is yours.';

const mostRecent = 5;
const mostShelves = 5;

const search = (openings: Holdings['openings']): KnownBlock[] => [
  textInput({
    id: 'home:search',
    label: 'Ask a question',
    placeholder:
      openings[0] === undefined ? 'A vendor, a hospital or a question' : `For example: ${openings[0].text}`,
    hint: 'Press Enter. The answer opens in a window that only you see.',
    reports: true,
  }),
  ...bar('doors', [
    button('find:open', 'Find precedents…', 'home'),
    button('compare:open', 'Compare deals…', 'home'),
    asking('home:ask:help', 'What you can ask', toReading({ intent: 'help' })),
  ]),
];

const recentBlocks = (recent: readonly Recent[]): KnownBlock[] => {
  const labels = [...new Set(recent.map(({ label }) => label))];
  const each = labels.flatMap((label) => recent.find((one) => one.label === label) ?? []);
  return each.length === 0
    ? []
    : [
        header('recent', 'Your recent questions, as I understood them'),
        ...each
          .slice(0, mostRecent)
          .map(({ label, reading, at: asked }, at) =>
            row(
              `recent:${at}`,
              `${escapeText(shorten(clean(label), 200, '…'))}\nAsked ${instant(asked)}`,
              called(asking(`home:ask:recent${at}`, 'Ask again', reading), `Ask again: ${label}`),
            ),
          ),
      ];
};

const todoBlocks = (todo: HomeParts['todo']): KnownBlock[] =>
  todo === undefined || todo.mine.length === 0
    ? []
    : [header('todo', 'Yours to do'), ...mineBlocks(todo.mine, todo)];

const openingBlocks = ({ openings }: Holdings): KnownBlock[] =>
  openings.length === 0
    ? []
    : [
        header('try', 'Questions to try'),
        ...bar(
          'openings',
          openings.map(({ text, reading }, at) => asking(`home:ask:try${at}`, text, reading)),
        ),
      ];

const kindBlocks = (holdings: Holdings, kind: ShelfKind): KnownBlock[] => {
  const shelves = holdings.shelves[kind];
  const shown = shelves.slice(0, mostShelves);
  const { title, many } = kinds[kind];
  const rest = shelves.length - shown.length;
  const all = `All ${figure(shelves.length)} ${many}…`;
  return shelves.length === 0
    ? []
    : [
        section(`browse:${kind}`, `*${title}*`),
        ...bar(`shelves:${kind}`, [
          ...shown.map((shelf, at) =>
            called(
              shelfButton(
                holdings,
                kind,
                shelf,
                `${kind}${at}`,
                `${shorten(clean(shelf.label), 60, '…')} (${figure(shelf.deals.length)})`,
              ),
              `${shorten(clean(shelf.label), 55, '…')}: ${deals(shelf)}`,
            ),
          ),
          rest > 0
            ? button(`home:go:all-${kind}`, all, encodePlace({ at: 'shelves', kind, page: 0 }))
            : undefined,
        ]),
      ];
};

const frontView = ({ holdings, recent, todo }: HomeParts): HomeView => ({
  type: 'home',
  private_metadata: encodePlace(front),
  blocks: [
    header('title', 'Outsourcing precedents'),
    section('welcome', welcome),
    ...search(holdings.openings),
    ...todoBlocks(todo),
    ...recentBlocks(recent),
    ...openingBlocks(holdings),
    divider('shelves'),
    header('browse', 'Browse the deals'),
    ...kindBlocks(holdings, 'vendor'),
    ...kindBlocks(holdings, 'client'),
    ...kindBlocks(holdings, 'outcome'),
    divider('about'),
    header('held', 'What the library holds, and what it does not'),
    section('scope', escapeText(clean(holdings.scope))),
    context('limits', escapeText(clean(holdings.limits))),
    header('ways', 'Other ways to ask'),
    section('how', ways),
    context('privacy', privacyLine),
  ],
});

/** A front door with nothing of the library on it, for when Slack refuses what is. */
export const plainHomeView: HomeView = {
  type: 'home',
  private_metadata: encodePlace(front),
  blocks: [
    header('title', 'Outsourcing precedents'),
    section('welcome', welcome),
    ...search([]),
    section('how', ways),
    context('privacy', privacyLine),
  ],
};

/**
 * The Home tab of one person at one place: a front door, or a page of the library with a way back. Within Slack's
 * limits at any size of the library.
 */
export const homeView = (parts: HomeParts, place: HomePlace = front): HomeView => {
  switch (place.at) {
    case 'front':
      return frontView(parts);
    case 'shelves':
      return shelvesView(parts.holdings, place);
    case 'shelf':
      return shelfView(parts.holdings, place);
  }
};
