import type { MrkdwnElement, PlainTextElement, SectionBlock } from '@slack/types';
import type { Place } from '../../checklist/place.ts';
import type { Item } from '../../checklist/record.ts';
import { isLate, type Numbered } from '../../checklist/view.ts';
import { dayOf, sayDay } from '../../day.ts';
import { plain } from '../kit.ts';
import { mention } from '../mention.ts';
import { placeButton, press } from './controls.ts';

/** How much of an item stands where many stand; the rest is in its window. */
const shown = { text: 300, note: 160 } as const;

const whenDone = ({ ticked }: Item, isNamed: boolean): string[] => {
  if (ticked === undefined) return [];
  const by = ticked.by === undefined || !isNamed ? '' : ` by ${mention(ticked.by)}`;
  return [`Done${by}, ${sayDay(dayOf(ticked.at))}`];
};

/** Who, until when, and what came of it, as mrkdwn; nothing where nothing is settled. */
export const settledMarkup = (item: Item, today: string, isNamed = true): string => {
  const due =
    item.due === undefined ? [] : [`due ${sayDay(item.due)}${isLate(item, today) ? ' – *late*' : ''}`];
  const whose = item.assignee === undefined || !isNamed ? [] : [mention(item.assignee)];
  return item.ticked === undefined ? [...whose, ...due].join(', ') : whenDone(item, isNamed).join('');
};

const fieldsOf = (item: Item, today: string, isNamed: boolean): (MrkdwnElement | PlainTextElement)[] => {
  const settled = settledMarkup(item, today, isNamed);
  return [
    ...(settled === '' ? [] : [{ type: 'mrkdwn' as const, text: settled, verbatim: true }]),
    ...(item.note === undefined ? [] : [plain(`Note: ${item.note}`, shown.note)]),
  ];
};

export interface ItemOptions {
  /** As `2026-12-03`. */
  readonly today: string;
  /** Keeps the item apart from all others of the same message or view. */
  readonly at: number;
  /** Whether people are named; true by default. */
  readonly isNamed?: boolean;
}

/** An item with the button that ticks it, or unticks it. What people typed stands in plain text, which forms nothing. */
export const itemBlock = (
  { number, item }: Numbered,
  place: Place,
  { today, at, isNamed = true }: ItemOptions,
): SectionBlock => {
  const isDone = item.ticked !== undefined;
  const fields = fieldsOf(item, today, isNamed);
  return {
    type: 'section',
    block_id: `item:${at}`,
    expand: true,
    text: plain(`${isDone ? '✓ ' : ''}${number}. ${item.text}`, shown.text),
    ...(fields.length > 0 && { fields }),
    accessory: placeButton(
      press(isDone ? 'untick' : 'tick', at),
      isDone ? 'Undo' : 'Mark done',
      place,
      item.id,
      {
        accessibility_label: isDone
          ? `Item ${number} is done; take that back`
          : `Mark item ${number} as done`,
      },
    ),
  };
};
