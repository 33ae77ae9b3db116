import type { Reading } from '../reading.ts';
import { readAs } from '../store/records.ts';
import type { Entries } from '../store/store.ts';
import { type Desk, reportDamage } from './parts.ts';
import { addReading, pastSchema, readingsKeptMs, younger } from './past.ts';

const mostKept = 20;

/** What every person of a workspace asked lately stands under this prefix. */
export const recentOf = (team: string): string => `recent/${team}/`;

export const recentKey = (team: string, user: string): string => `${recentOf(team)}${user}`;

/** A question as it was understood, and when it was asked, in milliseconds since the epoch. */
export interface RecentReading {
  readonly reading: Reading;
  readonly at: number;
}

/** A person's readings, latest first, none older than thirty days. For that person's eyes only. */
export const recentReadings = async (desk: Desk, team: string, user: string): Promise<RecentReading[]> => {
  const key = recentKey(team, user);
  const stored = readAs(pastSchema, key, await desk.store.get(key), reportDamage(desk));
  return younger(stored, readingsKeptMs, desk.clock())
    .map(({ reading, at }) => ({ reading, at }))
    .reverse();
};

/** Adds a reading to a person's own, once however often it is answered. */
export const addRecent = (
  desk: Desk,
  entries: Entries,
  key: string,
  turn: { readonly run: string; readonly reading: Reading },
): void => addReading(desk, entries, key, turn, { ageMs: readingsKeptMs, most: mostKept });
