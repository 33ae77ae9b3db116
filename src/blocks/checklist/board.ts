import type { ActionsBlock, ContextBlock, KnownBlock } from '@slack/types';
import { type Place, placeValue } from '../../checklist/place.ts';
import type { Checklist } from '../../checklist/record.ts';
import { sayProgress } from '../../checklist/say.ts';
import {
  type Group,
  groupsOf,
  type Numbered,
  numbered,
  type Page,
  pageOf,
  progressOf,
} from '../../checklist/view.ts';
import type { OutgoingMessage } from '../answer.ts';
import { context, header, plain } from '../kit.ts';
import { mention } from '../mention.ts';
import { clean, escapeText, shorten } from '../mrkdwn.ts';
import { fitMessageText } from '../text.ts';
import { type Control, more, placeButton, placeMenu, press } from './controls.ts';
import { itemBlock } from './item.ts';

/** Items on a page: with all that may stand on it, a page of them fits into a message. */
export const pageSize = 10;

export interface BoardOptions {
  readonly place: Place;
  /** From 0. */
  readonly page: number;
  /** How often its menus were used. A menu under a new id has nothing chosen: the same can be chosen again. */
  readonly chosen?: number | undefined;
  /** As `2026-12-03`. */
  readonly today: string;
  /** The articles that taught its items, as plain text. */
  readonly sources?: readonly string[];
  /** Whether people are named. In a message that is new they are not: a name in it would notify. */
  readonly isNamed: boolean;
}

const numberedLabel = ({ number, item }: Numbered): string => `${number}. ${item.text}`;

/** A group's title may be anybody's words. */
const groupHead = ({ title }: Group, at: number, all: readonly Numbered[]): ContextBlock => {
  const own = all.filter(({ item }) => item.group === title);
  const done = own.filter(({ item }) => item.ticked !== undefined).length;
  const name = title === '' ? 'Other' : title;
  return {
    type: 'context',
    block_id: `group:${at + 1}`,
    elements: [plain(`${name} – ${done} of ${own.length} done`, 150)],
  };
};

const groupBlocks = (page: Page, all: readonly Numbered[], options: BoardOptions): KnownBlock[] =>
  groupsOf(page.items).flatMap((group, at) => [
    groupHead(group, at, all),
    ...group.items.map((one) => itemBlock(one, options.place, { ...options, at: one.number })),
  ]);

const pageMenu = (place: Place, all: readonly Numbered[], { pages }: Page): Control[] =>
  placeMenu(
    press('page'),
    'Go to a page…',
    pages < 2
      ? []
      : Array.from({ length: pages }, (_, page) => {
          const [first] = pageOf(all, page, pageSize).items;
          return {
            value: placeValue(place, page),
            label: `Page ${page + 1}: ${first?.number ?? 1}. ${first?.item.text ?? ''}`,
          };
        }),
  );

const turning = (place: Place, { page, pages }: Page): Control[] => [
  ...(page > 0 ? [placeButton(press('earlier'), 'Earlier items', place, page - 1)] : []),
  ...(page + 1 < pages ? [placeButton(press('later'), 'Later items', place, page + 1)] : []),
];

const openMenu = (place: Place, { items }: Page): Control[] =>
  placeMenu(
    press('open'),
    'Assign, date, note…',
    items.map((one) => ({ value: placeValue(place, one.item.id), label: numberedLabel(one) })),
  );

const actionsOf = (id: string, elements: readonly Control[]): ActionsBlock[] =>
  elements.length === 0 ? [] : [{ type: 'actions', block_id: id, elements: [...elements] }];

const controls = (checklist: Checklist, page: Page, all: readonly Numbered[], options: BoardOptions) => {
  const { place, chosen = 0 } = options;
  const removed = checklist.items.length - all.length;
  return [
    ...actionsOf(`acts:${chosen}`, [
      ...openMenu(place, page),
      placeButton(press('add'), 'Add an item', place),
      more(press('more'), [
        { value: `markdown/${placeValue(place)}`, label: 'Export as Markdown' },
        { value: `csv/${placeValue(place)}`, label: 'Export as CSV' },
        ...(removed === 0
          ? []
          : [{ value: `removed/${placeValue(place)}`, label: `Removed items (${removed})` }]),
        { value: `delete/${placeValue(place)}`, label: 'Delete this checklist…' },
      ]),
    ]),
    ...actionsOf(`pages:${chosen}`, [...turning(place, page), ...pageMenu(place, all, page)]),
  ];
};

/** Who taught the items; of those that people added their windows tell. */
const taughtBlocks = ({ sources = [] }: BoardOptions): KnownBlock[] =>
  sources
    .slice(0, 3)
    .map((source, at) =>
      context(`taught:${at + 1}`, `Steps taught by ${escapeText(shorten(clean(source), 300))}`),
    );

/** A checklist as the one message that its channel works on: progress, one page of items, and what can be done. */
export const boardMessage = (checklist: Checklist, options: BoardOptions): OutgoingMessage => {
  const all = numbered(checklist);
  const page = pageOf(all, options.page, pageSize);
  const standing = progressOf(all, options.today);
  const progress = sayProgress(standing);
  // It stands for people in many places.
  const clock = standing.late === 0 ? '' : ' · late by UTC';
  const where = page.pages > 1 ? ` · page ${page.page + 1} of ${page.pages}` : '';
  const by = checklist.started.by;
  const starter = options.isNamed && by !== undefined ? ` · started by ${mention(by)}` : '';
  return {
    text: fitMessageText(`Transition checklist ${checklist.name}: ${progress}.`),
    blocks: [
      header('name', checklist.name),
      context('progress', `Transition checklist · *${progress}*${clock}${where}${starter}`),
      ...(all.length === 0 ? [context('empty', 'Add what has to be done.')] : []),
      ...groupBlocks(page, all, options),
      ...taughtBlocks(options),
      ...controls(checklist, page, all, options),
    ],
  };
};

/** What is left of a board whose checklist goes on elsewhere, or ended. */
export const endedBoard = (name: string, what: string): OutgoingMessage => {
  const text = `${escapeText(name)}: ${what}`;
  return { text: fitMessageText(`${name}: ${what}`), blocks: [context('ended', text)] };
};
