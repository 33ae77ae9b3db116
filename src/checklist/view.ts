import { type Checklist, type Item, openItems } from './record.ts';

/** How far something has come. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  /** Not done, and due before today. */
  readonly late: number;
}

/** `today` as `2026-12-03`: due days are compared as they are written. */
export const progressOf = (items: readonly Numbered[], today: string): Progress => ({
  done: items.filter(({ item }) => item.ticked !== undefined).length,
  all: items.length,
  late: items.filter(({ item }) => isLate(item, today)).length,
});

export const isLate = ({ ticked, due }: Item, today: string): boolean =>
  ticked === undefined && due !== undefined && due < today;

/** An item with its number, from 1, as people call it. */
export interface Numbered {
  readonly number: number;
  readonly item: Item;
}

export const numbered = (checklist: Checklist): Numbered[] =>
  openItems(checklist).map((item, index) => ({ number: index + 1, item }));

export interface Group {
  readonly title: string;
  readonly items: readonly Numbered[];
}

/** Items under their groups, in order: a group goes on as long as its items stand next to each other. */
export const groupsOf = (items: readonly Numbered[]): Group[] => {
  const groups: { title: string; items: Numbered[] }[] = [];
  for (const one of items) {
    const last = groups.at(-1);
    if (last?.title === one.item.group) last.items.push(one);
    else groups.push({ title: one.item.group, items: [one] });
  }
  return groups;
};

/** One page of what is to be done. */
export interface Page {
  readonly items: readonly Numbered[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/** The page asked for, or the nearest there is. */
export const pageOf = (items: readonly Numbered[], page: number, size: number): Page => {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const at = Math.min(Math.max(0, page), pages - 1);
  return { items: items.slice(at * size, (at + 1) * size), page: at, pages };
};

/** What a person has still to do: what is due first, first; then what has no day. */
export const openFor = (checklist: Checklist, person: string): Numbered[] =>
  numbered(checklist)
    .filter(({ item }) => item.assignee === person && item.ticked === undefined)
    .sort((a, b) => (a.item.due ?? '9999').localeCompare(b.item.due ?? '9999', 'en') || a.number - b.number);
