import { dayOf, sayDay } from '../day.ts';
import { toCsv as csvOf } from '../export/csv.ts';
import { literal } from '../export/markdown.ts';
import type { Checklist, Item } from './record.ts';
import { sayProgress } from './say.ts';
import { groupsOf, type Numbered, numbered, progressOf } from './view.ts';

/** What an export needs to know from outside. */
export interface Surroundings {
  /** Today, as `2026-12-03`. */
  readonly today: string;
  /** How a person is called. */
  readonly nameOf: (person: string) => string;
  /** `Title, Publisher, June 8, 2021` of the article that taught an item; undefined where people added it. */
  readonly sourceOf: (item: Item) => string | undefined;
  /** What happened elsewhere on the same matter, each with its source. */
  readonly precedentsOf: (item: Item) => readonly string[];
}

const markdownItem = ({ item }: Numbered, around: Surroundings): string[] => {
  const { ticked, assignee, due, note } = item;
  const about = [
    ...(assignee === undefined ? [] : [literal(around.nameOf(assignee))]),
    ...(due === undefined ? [] : [`due ${sayDay(due)}`]),
    ...(ticked === undefined ? [] : [`done ${sayDay(dayOf(ticked.at))}`]),
  ];
  const source = around.sourceOf(item);
  return [
    `- [${ticked ? 'x' : ' '}] ${literal(item.text)}${about.length > 0 ? ` (${about.join('; ')})` : ''}`,
    ...(note === undefined ? [] : [`  - Note: ${literal(note)}`]),
    ...(source === undefined ? [] : [`  - From: ${literal(source)}`]),
    ...around.precedentsOf(item).map((precedent) => `  - Elsewhere: ${literal(precedent)}`),
  ];
};

/** The checklist as Markdown, for a wiki or an e-mail: what stands in it is text, whatever was typed. */
export const toMarkdown = (checklist: Checklist, around: Surroundings): string => {
  const items = numbered(checklist);
  const progress = progressOf(items, around.today);
  const groups = groupsOf(items).flatMap(({ title, items: own }) => [
    '',
    `## ${literal(title)}`,
    '',
    ...own.flatMap((one) => markdownItem(one, around)),
  ]);
  const head = [
    `# ${literal(checklist.name)}`,
    '',
    `As of ${sayDay(around.today)}: ${sayProgress(progress)}.`,
  ];
  return [...head, ...groups, ''].join('\n');
};

const columns = [
  'number',
  'group',
  'item',
  'done',
  'done by',
  'done on',
  'assignee',
  'due',
  'note',
  'source',
];

/** The checklist as CSV with a header row; a cell that a spreadsheet would reckon with is taken as text. */
export const toCsv = (checklist: Checklist, around: Surroundings): string => {
  const named = (person: string | undefined): string => (person === undefined ? '' : around.nameOf(person));
  const rows = numbered(checklist).map(({ number, item }) => [
    String(number),
    item.group,
    item.text,
    item.ticked ? 'yes' : 'no',
    named(item.ticked?.by),
    item.ticked ? dayOf(item.ticked.at) : '',
    named(item.assignee),
    item.due ?? '',
    item.note ?? '',
    around.sourceOf(item) ?? '',
  ]);
  return csvOf([columns, ...rows]);
};
