import { z } from 'zod';
import type { Action } from '../../checklist/action.ts';
import { apply, isApplied, type Objection, objectionTo } from '../../checklist/apply.ts';
import { withoutPerson } from '../../checklist/forget.ts';
import type { Place } from '../../checklist/place.ts';
import { type Checklist, checklistSchema } from '../../checklist/record.ts';
import { eachAs, getAs, readAs } from '../../store/records.ts';
import type { Entries } from '../../store/store.ts';
import { type Desk, reportDamage } from '../parts.ts';

/** A checklist that nobody touched for a year is over. */
const keptForMs = 365 * 24 * 60 * 60 * 1000;

/** Every checklist of a workspace stands under this prefix, then by channel. */
export const checklistsOf = (team: string): string => `checklist/${team}/`;
/** Where each checklist is shown in Slack. */
export const boardsOf = (team: string): string => `board/${team}/`;
/** The boards that do not show yet how their checklist stands. */
export const redrawsOf = (team: string): string => `redraw/${team}/`;

const under = (prefix: string, { channel, checklist }: Place): string => `${prefix}${channel}/${checklist}`;

/** The keys of one checklist. All of them are written together. */
export const keysOf = (team: string, place: Place) => ({
  checklist: under(checklistsOf(team), place),
  board: under(boardsOf(team), place),
  redraw: under(redrawsOf(team), place),
});

/** The message that shows a checklist. `ts` is missing until it stands. */
const boardSchema = z.object({
  ts: z.string().optional(),
  /** The thread it stands in; missing at the top of its channel. */
  thread: z.string().optional(),
  /** The page it shows, from 0. */
  page: z.number().int().nonnegative(),
  /** How often somebody chose from its menus: each time they are new, so that the same can be chosen again. */
  chosen: z.number().int().nonnegative().optional(),
});

export type Board = z.output<typeof boardSchema>;

/** Since when a board is behind, in milliseconds since the epoch. */
export const redrawSchema = z.object({ at: z.number() });

const firstPage: Board = { page: 0 };

type Keys = ReturnType<typeof keysOf>;

const checklistIn = (desk: Desk, entries: Entries, { checklist: key }: Keys): Checklist | undefined =>
  readAs(checklistSchema, key, entries.get(key), reportDamage(desk));

const boardIn = (desk: Desk, entries: Entries, { board: key }: Keys): Board | undefined =>
  readAs(boardSchema, key, entries.get(key), reportDamage(desk));

const put = (entries: Entries, key: string, value: unknown): void =>
  entries.put(key, value, { expiresInMs: keptForMs });

/** A checklist and its board as they stand now; undefined where there is none. */
export const look = async (
  desk: Desk,
  team: string,
  place: Place,
): Promise<{ readonly checklist: Checklist; readonly board: Board } | undefined> => {
  const keys = keysOf(team, place);
  const checklist = await getAs(desk.store, checklistSchema, keys.checklist, reportDamage(desk));
  const board = await getAs(desk.store, boardSchema, keys.board, reportDamage(desk));
  return checklist && { checklist, board: board ?? firstPage };
};

/** Keeps a new checklist; the one that is there where it was kept before. */
export const begin = (desk: Desk, team: string, place: Place, checklist: Checklist, board: Board) => {
  const keys = keysOf(team, place);
  return desk.store.update([keys.checklist, keys.board], (entries) => {
    const before = checklistIn(desk, entries, keys);
    if (before !== undefined) return before;
    put(entries, keys.checklist, checklist);
    put(entries, keys.board, board);
    return checklist;
  });
};

/** What came of an action. */
export type Done =
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'done' | 'again'; readonly checklist: Checklist }
  | { readonly outcome: 'refused'; readonly objection: Objection; readonly checklist: Checklist };

const done = (before: Checklist, after: Checklist, action: Action): Done => {
  if (isApplied(before, action)) return { outcome: 'again', checklist: before };
  const objection = objectionTo(before, action);
  return objection === undefined
    ? { outcome: 'done', checklist: after }
    : { outcome: 'refused', objection, checklist: before };
};

/**
 * Carries out an action, in one transaction: whoever else acts at the same time, in whatever process, comes before or
 * after it. Notes that the board is behind. Rejects when the store is away; nothing was done then.
 */
export const act = (desk: Desk, team: string, place: Place, action: Action): Promise<Done> => {
  const keys = keysOf(team, place);
  return desk.store.update([keys.checklist, keys.board, keys.redraw], (entries) => {
    const before = checklistIn(desk, entries, keys);
    if (before === undefined) return { outcome: 'gone' };
    const after = apply(before, action);
    put(entries, keys.checklist, after);
    const board = entries.get(keys.board);
    if (board !== undefined) put(entries, keys.board, board);
    if (after.revision !== before.revision) entries.put(keys.redraw, { at: desk.clock() });
    return done(before, after, action);
  });
};

/** Changes where a checklist is shown, and notes that the board is behind. False where there is no checklist. */
export const changeBoard = (
  desk: Desk,
  team: string,
  place: Place,
  change: (board: Board) => Board,
): Promise<boolean> => {
  const keys = keysOf(team, place);
  return desk.store.update([keys.checklist, keys.board, keys.redraw], (entries) => {
    if (entries.get(keys.checklist) === undefined) return false;
    const board = boardIn(desk, entries, keys) ?? firstPage;
    put(entries, keys.board, change(board));
    entries.put(keys.redraw, { at: desk.clock() });
    return true;
  });
};

/** What a message showed when it was drawn, and whether it still stands. */
export interface Drawn {
  readonly revision: number;
  readonly page: number;
  readonly chosen: number | undefined;
  readonly stands: boolean;
}

/** Whether nothing changed while it was drawn: the board is no longer behind then. A board that is lost is none. */
export const settle = (desk: Desk, team: string, place: Place, drawn: Drawn): Promise<boolean> => {
  const keys = keysOf(team, place);
  return desk.store.update(Object.values(keys), (entries) => {
    const checklist = checklistIn(desk, entries, keys);
    const board = boardIn(desk, entries, keys);
    if (!drawn.stands && board !== undefined) {
      const { ts: _, ...without } = board;
      put(entries, keys.board, without);
    }
    const isRight =
      checklist?.revision === drawn.revision && board?.page === drawn.page && board.chosen === drawn.chosen;
    if (isRight || !drawn.stands) entries.delete(keys.redraw);
    return isRight || !drawn.stands;
  });
};

/** A checklist goes, for good. Gives what it was, and where it was shown. */
export const end = (desk: Desk, team: string, place: Place) => {
  const keys = keysOf(team, place);
  return desk.store.update([keys.checklist, keys.board, keys.redraw], (entries) => {
    const checklist = checklistIn(desk, entries, keys);
    const board = boardIn(desk, entries, keys);
    for (const key of Object.values(keys)) entries.delete(key);
    return checklist && { checklist, board: board ?? firstPage };
  });
};

/** A checklist of a workspace, and where it is. */
export interface Placed {
  readonly place: Place;
  readonly checklist: Checklist;
}

/** Every checklist of a workspace, or of one channel of it. */
export async function* checklistsIn(desk: Desk, team: string, channel?: string): AsyncGenerator<Placed> {
  const prefix = checklistsOf(team);
  const within = channel === undefined ? prefix : `${prefix}${channel}/`;
  for await (const { key, record } of eachAs(desk.store, checklistSchema, within, reportDamage(desk))) {
    const [at = '', id = ''] = key.slice(prefix.length).split('/');
    yield { place: { channel: at, checklist: id }, checklist: record };
  }
}

/** Takes a person out of every checklist of a workspace; what they did stays done. Gives those that have to be drawn anew. */
export const forgetInChecklists = async (desk: Desk, team: string, person: string): Promise<Place[]> => {
  const changed: Place[] = [];
  for await (const { place, checklist } of checklistsIn(desk, team)) {
    if (withoutPerson(checklist, person) === checklist) continue;
    changed.push(place);
    const keys = keysOf(team, place);
    await desk.store.update([keys.checklist, keys.redraw], (entries) => {
      const now = checklistIn(desk, entries, keys);
      if (now === undefined) return;
      put(entries, keys.checklist, withoutPerson(now, person));
      entries.put(keys.redraw, { at: desk.clock() });
    });
  }
  return changed;
};
