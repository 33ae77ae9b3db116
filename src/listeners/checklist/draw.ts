import { setTimeout as pause } from 'node:timers/promises';
import { boardMessage } from '../../blocks/checklist/board.ts';
import type { Place } from '../../checklist/place.ts';
import { dayOf } from '../../day.ts';
import { eachAs } from '../../store/records.ts';
import { type Desk, reportDamage } from '../parts.ts';
import { orPlain } from '../post.ts';
import { isRefusal } from '../refusal.ts';
import { keysOf, look, redrawSchema, settle } from './kept.ts';
import { sourcesOf } from './sources.ts';

/** Slack takes about fifty changes of messages a minute: a few come quickly, further ones at that pace. */
const pace = { quickMs: 250, slowMs: 1_200, quick: 8, withinMs: 10_000 } as const;
/** Longer than a change of a message takes; a process that dies in the middle keeps the board no longer than this. */
const turnMs = 30_000;
const mostTurns = 60;

/** The message is gone, or not ours to change: nothing is left to draw on. */
const lost: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'edit_window_closed',
]);

const send = async (desk: Desk, channel: string, ts: string, drawn: ReturnType<typeof boardMessage>) => {
  try {
    await orPlain(desk, drawn, (message) => desk.client.chat.update({ channel, ts, ...message }));
    return true;
  } catch (err) {
    if (!isRefusal(err, lost)) throw err;
    desk.log.warn({ err }, 'the message of a checklist is gone; it can be shown again');
    return false;
  }
};

/** Draws how the checklist stands now. True where nothing is left to draw. */
const drawOnce = async (desk: Desk, team: string, place: Place): Promise<boolean> => {
  const keys = keysOf(team, place);
  if ((await desk.store.get(keys.redraw)) === undefined) return true;
  const now = await look(desk, team, place);
  if (now?.board.ts === undefined) {
    await desk.store.delete(keys.redraw);
    return true;
  }
  const { checklist, board } = now;
  const { page, chosen, ts } = board;
  const today = dayOf(desk.clock());
  const sources = sourcesOf(desk, checklist);
  const message = boardMessage(checklist, { place, page, chosen, today, sources, isNamed: true });
  const stands = ts !== undefined && (await send(desk, place.channel, ts, message));
  return settle(desk, team, place, { revision: checklist.revision, page, chosen, stands });
};

/** What this process draws and has drawn lately, by key. */
class Easel {
  readonly underWay = new Map<string, Promise<void>>();
  readonly #drawn = new Map<string, readonly number[]>();

  #lately(key: string, now: number): readonly number[] {
    return (this.#drawn.get(key) ?? []).filter((at) => at + pace.withinMs > now);
  }

  /** Milliseconds until the board of a key may change again. */
  wait(key: string, now: number): number {
    const lately = this.#lately(key, now);
    const last = lately.at(-1);
    if (last === undefined) return 0;
    return Math.max(0, last + (lately.length < pace.quick ? pace.quickMs : pace.slowMs) - now);
  }

  drawn(key: string, now: number): void {
    for (const other of this.#drawn.keys())
      if (this.#lately(other, now).length === 0) this.#drawn.delete(other);
    this.#drawn.set(key, [...this.#lately(key, now), now]);
  }
}

const easels = new WeakMap<Desk, Easel>();

const easelOf = (desk: Desk): Easel => {
  const easel = easels.get(desk) ?? new Easel();
  easels.set(desk, easel);
  return easel;
};

const drawUntilRight = async (desk: Desk, team: string, place: Place): Promise<void> => {
  const { redraw: key } = keysOf(team, place);
  const easel = easelOf(desk);
  // One process draws at a time: of two that draw at once the older picture could stay.
  const turn = `claim/${team}/${key}`;
  for (let turns = 0; turns < mostTurns; turns += 1) {
    await pause(easel.wait(key, desk.clock()));
    if (await desk.store.claim(turn, { expiresInMs: turnMs })) {
      try {
        if (await drawOnce(desk, team, place)) return;
      } finally {
        easel.drawn(key, desk.clock());
        await desk.store.delete(turn);
      }
    } else {
      if ((await desk.store.get(key)) === undefined) return;
      await pause(pace.slowMs);
    }
  }
};

/**
 * Brings the message of a checklist up to how it stands: at once, and again as long as it changes, with a pause between.
 * The last state wins, whichever process draws. Never rejects: what could not be drawn is drawn by a sweep.
 */
export const redraw = async (desk: Desk, team: string, place: Place): Promise<void> => {
  const drawing = easelOf(desk).underWay;
  const key = keysOf(team, place).redraw;
  const begun = drawing.get(key);
  // What changed after its last look is drawn once more.
  await begun;
  if (drawing.has(key)) return redraw(desk, team, place);
  const work = drawUntilRight(desk, team, place)
    .catch((err: unknown) =>
      desk.log.error({ err }, 'could not show how a checklist stands; trying again later'),
    )
    .finally(() => drawing.delete(key));
  drawing.set(key, work);
  return work;
};

/** A process that is drawing is done with it, or has tried again, after this long. */
const abandonedMs = 15_000;

/** Draws what a process that is gone, or a Slack that was away, left behind. Rejects when the store is away. */
export const redrawAbandoned = async (desk: Desk): Promise<void> => {
  const all = 'redraw/';
  const due: { team: string; place: Place }[] = [];
  for await (const { key, record } of eachAs(desk.store, redrawSchema, all, reportDamage(desk))) {
    const [team = '', channel = '', checklist = ''] = key.slice(all.length).split('/');
    if (record.at + abandonedMs <= desk.clock()) due.push({ team, place: { channel, checklist } });
  }
  for (const { team, place } of due) await redraw(desk, team, place);
};
