import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DataTableBlock,
  DividerBlock,
  HeaderBlock,
  PlainTextElement,
  RawTextElement,
  RichTextBlock,
  SectionBlock,
  TableBlock,
} from '@slack/types';
import { checkBlocks } from './checker.ts';
import { maxOf } from './grammar.ts';
import { codePoints } from './measure.ts';
import { clean, defuse, fitMarkup, shorten } from './mrkdwn.ts';

export type TableCell = TableBlock['rows'][number][number];
export type NumberCell = Extract<TableCell, { type: 'raw_number' }>;

/** How long a section's text may be. */
export const sectionMax = maxOf('section', 'text');

const filled = (text: string): string => (text.trim() === '' ? '–' : text);

/** Text that Slack shows as it stands, of at most `max` characters; what is cut off ends in `ending`. */
export const plain = (text: string, max: number, ending?: string): PlainTextElement => ({
  type: 'plain_text',
  text: filled(defuse(shorten(clean(text), max, ending))),
  emoji: false,
});

/** Normal text. `markup` is escaped mrkdwn; callers split what is over 3,000 characters, the rest is shortened. */
export const section = (id: string, markup: string): SectionBlock => ({
  type: 'section',
  block_id: id,
  expand: true,
  text: { type: 'mrkdwn', verbatim: true, text: filled(fitMarkup(markup, sectionMax)) },
});

/** A heading from plain text, shortened to 150 characters. */
export const header = (id: string, text: string): HeaderBlock => ({
  type: 'header',
  block_id: id,
  text: plain(text, maxOf('header', 'text')),
});

/** Small print: one line of escaped mrkdwn. */
export const context = (id: string, markup: string): ContextBlock => ({
  type: 'context',
  block_id: id,
  elements: [{ type: 'mrkdwn', verbatim: true, text: filled(fitMarkup(markup, maxOf('mrkdwn', 'text'))) }],
});

export const divider = (id: string): DividerBlock => ({ type: 'divider', block_id: id });

/** A button, or nothing where its value is over 2,000 characters: a value cannot be shortened. */
export const button = (actionId: string, label: string, value: string): Button | undefined =>
  codePoints(value) > maxOf('button', 'value')
    ? undefined
    : { type: 'button', action_id: actionId, text: plain(label, maxOf('button', 'text')), value };

/** Normal text with one button beside it, where there is one. */
export const row = (id: string, markup: string, beside: Button | undefined): SectionBlock => ({
  ...section(id, markup),
  ...(beside === undefined ? {} : { accessory: beside }),
});

/** What a button is called for those who do not see what stands beside it. */
export const called = (one: Button | undefined, name: string): Button | undefined =>
  one && { ...one, accessibility_label: plain(name, maxOf('button', 'accessibility_label'), '…').text };

/** A row of buttons and menus, or nothing where there are none. What comes after the 25th is left out. */
export const actions = (id: string, elements: readonly ActionsBlockElement[]): ActionsBlock | undefined =>
  elements.length === 0
    ? undefined
    : { type: 'actions', block_id: id, elements: elements.slice(0, maxOf('actions', 'elements')) };

/** A row of those buttons that there are, as blocks: none where there is no button. */
export const bar = (id: string, buttons: readonly (Button | undefined)[]): ActionsBlock[] => {
  const block = actions(
    id,
    buttons.flatMap((one) => one ?? []),
  );
  return block === undefined ? [] : [block];
};

/** A table cell of plain text. */
export const textCell = (text: string): RawTextElement => ({
  type: 'raw_text',
  text: filled(defuse(clean(text))),
});

/** A table cell whose plain text stands out: bold for what names a row, italic for what is not known. */
export const styledCell = (text: string, style: 'bold' | 'italic'): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: filled(defuse(clean(text))), style: { [style]: true } }],
    },
  ],
});

/** A table cell that is sorted as the number that its text tells. */
export const numberCell = (value: number, text: string): NumberCell => ({
  type: 'raw_number',
  value,
  text: filled(defuse(clean(text))),
});

/**
 * A native table that has a caption, names its rows by the first column, and can be sorted; or nothing where Slack would
 * refuse it. All rows stand on one page.
 */
export const dataTable = (
  id: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
): DataTableBlock | undefined => {
  const block: DataTableBlock = {
    type: 'data_table',
    block_id: id,
    caption: defuse(clean(caption)),
    page_size: Math.min(Math.max(rows.length, 1), maxOf('data_table', 'page_size')),
    row_header_column_index: 0,
    rows: [columns.map(textCell), ...rows.map((row) => [...row])],
  };
  return checkBlocks([block], 'message').length === 0 ? block : undefined;
};

/** A native table, or nothing where Slack would refuse it; the caller then says the same in sections. */
export const table = (
  id: string,
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
): TableBlock | undefined => {
  const block: TableBlock = {
    type: 'table',
    block_id: id,
    column_settings: columns.map(() => ({ is_wrapped: true })),
    rows: [columns.map(textCell), ...rows.map((row) => [...row])],
  };
  return checkBlocks([block], 'message').length === 0 ? block : undefined;
};
