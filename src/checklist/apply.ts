import { type Action, type Edit, editable, type Field } from './action.ts';
import { type Checklist, type Item, itemOf, limits } from './record.ts';

/** Slack delivers nothing again after a day. */
const day = 24 * 60 * 60 * 1000;

/** Why an action cannot be carried out. */
export type Objection =
  | { readonly why: 'no-item' }
  /** There are as many items as there may be. */
  | { readonly why: 'full' }
  /** Somebody else changed these fields since the person saw them. */
  | { readonly why: 'changed'; readonly fields: readonly Field[] };

/** Whether an action was dealt with already; an item is added once, whoever asks for it again. */
export const isApplied = ({ applied, items }: Checklist, action: Action): boolean =>
  applied.some(({ id }) => id === action.id) ||
  (action.type === 'add' && items.some(({ id }) => id === action.item));

/** The fields that somebody else changed to something else since the person saw them. */
const overtaken = (item: Item, edit: Edit): Field[] =>
  editable.filter((field) => {
    const change = edit[field];
    const now = item[field] ?? null;
    return change !== undefined && now !== change.from && now !== change.to;
  });

/** What stands against an action, or undefined where it can be carried out. */
export const objectionTo = (checklist: Checklist, action: Action): Objection | undefined => {
  const { items } = checklist;
  if (action.type === 'add') return items.length >= limits.items ? { why: 'full' } : undefined;
  if (action.type === 'restore')
    return items.some(({ id }) => id === action.item) ? undefined : { why: 'no-item' };
  const item = itemOf(checklist, action.item);
  if (item === undefined) return { why: 'no-item' };
  const fields = action.type === 'edit' ? overtaken(item, action) : [];
  return fields.length === 0 ? undefined : { why: 'changed', fields };
};

/** An item without the fields that became empty. */
const edited = (item: Item, edit: Edit): Item => {
  const changed = { ...item };
  for (const field of editable) {
    const change = edit[field];
    if (change === undefined) continue;
    if (change.to === null) delete changed[field];
    else changed[field] = change.to;
  }
  return changed;
};

const changed = (item: Item, action: Exclude<Action, { type: 'add' }>): Item => {
  const { by, at } = action;
  switch (action.type) {
    // Who ticked it first did it: a second tick says nothing new.
    case 'tick':
      return item.ticked === undefined ? { ...item, ticked: { by, at } } : item;
    case 'untick': {
      const { ticked: _, ...rest } = item;
      return rest;
    }
    case 'edit':
      return edited(item, action);
    case 'remove':
      return { ...item, removed: { by, at } };
    case 'restore': {
      const { removed: _, ...rest } = item;
      return rest;
    }
  }
};

/** A new item stands at the end of its group; a new group at the end. */
const added = (items: readonly Item[], action: Extract<Action, { type: 'add' }>): Item[] => {
  const { item: id, text, group, assignee, due, note } = action;
  const item: Item = {
    id,
    text,
    group,
    ...(assignee !== undefined && { assignee }),
    ...(due !== undefined && { due }),
    ...(note !== undefined && { note }),
  };
  const last = items.findLastIndex((one) => one.group === group);
  return last < 0 ? [...items, item] : items.toSpliced(last + 1, 0, item);
};

const changedItems = (items: readonly Item[], action: Action): Item[] =>
  action.type === 'add'
    ? added(items, action)
    : items.map((item) => (item.id === action.item ? changed(item, action) : item));

/**
 * The checklist after an action. However often an action is delivered it counts once; one that something stands against
 * changes nothing, now or later. Actions of many people may come in any order: each is carried out on what the one
 * before it left, so that none is lost.
 */
export const apply = (checklist: Checklist, action: Action): Checklist => {
  if (isApplied(checklist, action)) return checklist;
  const { id, at } = action;
  const recent = checklist.applied.filter((one) => one.at + day > at).slice(1 - limits.applied);
  const applied = [...recent, { id, at }];
  if (objectionTo(checklist, action) !== undefined) return { ...checklist, applied };
  const { revision, items } = checklist;
  return { ...checklist, revision: revision + 1, items: changedItems(items, action), applied };
};
