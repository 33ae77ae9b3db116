import type { ActionsBlock } from '@slack/types';
import { suggestedOptions } from './choices.ts';
import { maxOf } from './grammar.ts';
import { encodePlace, type HomePlace, turnedTo } from './home-place.ts';
import { button, context, plain } from './kit.ts';
import { escapeText } from './mrkdwn.ts';

/** Rows that are easily looked through; more where a list would have more pages than a select has options. */
const fewRows = 20;
const mostPages = maxOf('static_select', 'options');
/** A row takes one block; the rest is for what stands around them. */
const mostRows = maxOf('home', 'blocks') - 20;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** The number of the first item, from 1. */
  readonly first: number;
  readonly all: readonly Item[];
  readonly size: number;
}

const sizeFor = (count: number): number =>
  Math.min(mostRows, Math.max(fewRows, Math.ceil(count / mostPages)));

/** One page of a list; the last one where there are fewer. */
export const pageOf = <Item>(all: readonly Item[], wanted: number): Page<Item> => {
  const size = sizeFor(all.length);
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(wanted, pages - 1);
  return { items: all.slice(page * size, (page + 1) * size), page, pages, size, first: page * size + 1, all };
};

/** `5,000` */
export const figure = (count: number): string => count.toLocaleString('en-US');

/** "21–40 of 71, in 4 pages" */
export const pageLine = <Item>({ items, first, pages, all }: Page<Item>): string => {
  const last = first + items.length - 1;
  return pages === 1
    ? `${figure(all.length)} in all`
    : `${figure(first)}–${figure(last)} of ${figure(all.length)}`;
};

/** Every page where there are a hundred at most; evenly spaced ones, the last among them, where there are more. */
const pagesShown = (pages: number): number[] => {
  const shown = Math.min(pages, mostPages);
  return Array.from({ length: shown }, (_, at) =>
    shown === 1 ? 0 : Math.round((at * (pages - 1)) / (shown - 1)),
  );
};

const jump = <Item>({ all, page, pages, size }: Page<Item>, nameOf: (item: Item) => string) => {
  const options = suggestedOptions(
    pagesShown(pages).flatMap((at) => {
      const [first, last] = [all[at * size], all[Math.min((at + 1) * size, all.length) - 1]];
      return first === undefined || last === undefined
        ? []
        : [{ value: String(at), label: `${nameOf(first).slice(0, 30)} – ${nameOf(last).slice(0, 30)}` }];
    }),
  );
  const here = options.find(({ value }) => value === String(page));
  return {
    type: 'static_select' as const,
    action_id: 'home:jump',
    placeholder: plain('Go to a page', maxOf('static_select', 'placeholder')),
    options,
    ...(here === undefined ? {} : { initial_option: here }),
  };
};

const turn = (place: HomePlace, to: number, id: string, label: string) =>
  button(`home:go:${id}`, label, encodePlace(turnedTo(place, to)));

/** The buttons that turn pages and the select that jumps; nothing where there is one page. */
export const pager = <Item>(
  place: HomePlace,
  page: Page<Item>,
  nameOf: (item: Item) => string,
): (ActionsBlock | ReturnType<typeof context>)[] => {
  if (page.pages === 1) return [];
  const at = page.page;
  const turns = [
    ...(at === 0 ? [] : [turn(place, at - 1, 'previous', 'Previous page')]),
    ...(at === page.pages - 1 ? [] : [turn(place, at + 1, 'next', 'Next page')]),
  ].flatMap((one) => one ?? []);
  return [
    context('page', escapeText(`Page ${figure(at + 1)} of ${figure(page.pages)}`)),
    { type: 'actions', block_id: 'pager', elements: [...turns, jump(page, nameOf)] },
  ];
};
