import type { KnownBlock } from '@slack/types';
import { type Place, placeValue } from '../../checklist/place.ts';
import type { Checklist } from '../../checklist/record.ts';
import { sayProgress } from '../../checklist/say.ts';
import { type Numbered, numbered, progressOf } from '../../checklist/view.ts';
import { sayDay } from '../../day.ts';
import type { OutgoingMessage } from '../answer.ts';
import { context, plain, section } from '../kit.ts';
import { fitMessageText } from '../text.ts';
import { placeButton, placeMenu, press } from './controls.ts';
import { itemBlock } from './item.ts';

/** What somebody has to do on one checklist. */
export interface Mine {
  readonly place: Place;
  readonly checklist: Checklist;
  /** What is due first, first. */
  readonly items: readonly Numbered[];
}

/** More of these at once nobody looks through. */
const mostItems = 20;
const mostLists = 15;

const nameLine = (id: string, { name }: Checklist): KnownBlock => ({
  type: 'context',
  block_id: id,
  elements: [plain(name, 150)],
});

export interface MineOptions {
  /** Which day it is for the reader, as `2026-12-03`. */
  readonly today: string;
  /** Whether it is that day by UTC, for want of a better clock. */
  readonly isUtc?: boolean;
  /** Tells this drawing from others; milliseconds since the epoch, say. */
  readonly drawn: number;
}

const byUtc = 'Slack does not tell me your time zone: what is late is late by UTC.';

/**
 * What somebody has to do, over all checklists, with the means to do it. Empty where there is nothing. `drawn` tells one
 * drawing from another: a menu that is drawn anew has nothing chosen, so that the same can be chosen again.
 */
export const mineBlocks = (
  mine: readonly Mine[],
  { today, isUtc = false, drawn }: MineOptions,
): KnownBlock[] => {
  let at = 0;
  const room = (): boolean => at < mostItems;
  const blocks = mine.flatMap((one, list) => {
    const items = one.items.filter(room).map((item) => {
      at += 1;
      return itemBlock(item, one.place, { today, at, isNamed: false });
    });
    return items.length === 0 ? [] : [nameLine(`mine:${list + 1}`, one.checklist), ...items];
  });
  const all = mine.flatMap(({ place, items }) => items.map((one) => ({ place, one })));
  const [menu] = placeMenu(
    press('open'),
    'Assign, date, note…',
    all.slice(0, mostItems).map(({ place, one }) => ({
      value: placeValue(place, one.item.id),
      label: `${one.number}. ${one.item.text}`,
    })),
  );
  const isDated = mine.some(({ items }) => items.some(({ item }) => item.due !== undefined));
  return [
    ...blocks,
    ...(isUtc && isDated ? [context('mine:utc', byUtc)] : []),
    ...(all.length > mostItems
      ? [context('mine:more', `And ${all.length - mostItems} more after these.`)]
      : []),
    ...(menu === undefined
      ? []
      : [{ type: 'actions' as const, block_id: `mine:open:${drawn}`, elements: [menu] }]),
  ];
};

const mineText = (mine: readonly Mine[]): string =>
  mine
    .flatMap(({ items }) => items)
    .slice(0, mostItems)
    .map(({ item: { text, due } }) => `- ${text}${due === undefined ? '' : ` (due ${sayDay(due)})`}`)
    .join('\n');

const listBlock = ({ place, checklist }: Omit<Mine, 'items'>, at: number, today: string): KnownBlock => ({
  type: 'section',
  block_id: `list:${at + 1}`,
  text: plain(`${checklist.name} – ${sayProgress(progressOf(numbered(checklist), today))}`, 200),
  accessory: placeButton(press('show', at + 1), 'Show it in the channel', place),
});

const lineBlocks = (lines: readonly string[]): KnownBlock[] =>
  lines.slice(0, 45).map((line, at) => ({
    type: 'section',
    block_id: `line:${at + 1}`,
    text: plain(line, 250),
  }));

export interface ListOptions extends MineOptions {
  readonly lists: readonly Omit<Mine, 'items'>[];
  readonly mine: readonly Mine[];
  /** Whether only one person sees it: what stands for all has no buttons, as nothing would bring it up to date. */
  readonly isPrivate: boolean;
}

const none =
  'No checklist is under way here. In a channel, `/outsourcing checklist start NAME` begins one from the guide’s steps.';

/** The checklists of a place and what the asker has to do on them. */
export const listMessage = ({ lists, mine, isPrivate, ...drawing }: ListOptions): OutgoingMessage => {
  const { today } = drawing;
  const names = lists.map(
    ({ checklist }) => `${checklist.name}: ${sayProgress(progressOf(numbered(checklist), today))}.`,
  );
  const todo = mineText(mine);
  const yours = todo === '' ? 'Nothing on them is yours to do.' : `Yours to do:\n${todo}`;
  if (lists.length + mine.length === 0)
    return { text: fitMessageText(none), blocks: [section('none', none)] };
  const text = fitMessageText([...names, yours].join('\n'));
  // What people typed forms nothing, line by line.
  if (!isPrivate) return { text, blocks: lineBlocks([...names, ...yours.split('\n')]) };
  return {
    text,
    blocks: [
      ...lists.slice(0, mostLists).map((one, at) => listBlock(one, at, today)),
      ...(lists.length > mostLists ? [context('lists:more', `And ${lists.length - mostLists} more.`)] : []),
      section('yours', todo === '' ? yours : '*Yours to do*'),
      ...mineBlocks(mine, drawing),
    ],
  };
};
