import { z } from 'zod';
import { type Reading, readingSchema } from '../reading.ts';
import { readAs } from '../store/records.ts';
import type { Entries } from '../store/store.ts';
import { type Desk, reportDamage } from './parts.ts';

const keptForMs = 30 * 24 * 60 * 60 * 1000;
const mostKept = 20;

/** How a person's latest questions were understood, oldest first: ids, not words. */
const storedSchema = z.array(z.object({ run: z.string(), at: z.number(), reading: readingSchema }));

/** What every person of a workspace asked lately stands under this prefix. */
export const recentOf = (team: string): string => `recent/${team}/`;

export const recentKey = (team: string, user: string): string => `${recentOf(team)}${user}`;

/** A person's readings, latest first, none older than thirty days. For that person's eyes only. */
export const recentReadings = async (desk: Desk, team: string, user: string): Promise<Reading[]> => {
  const key = recentKey(team, user);
  const stored = readAs(storedSchema, key, await desk.store.get(key), reportDamage(desk)) ?? [];
  return stored
    .filter(({ at }) => at + keptForMs > desk.clock())
    .map(({ reading }) => reading)
    .reverse();
};

/** Adds a reading to a person's own, once however often it is answered. */
export const addRecent = (
  desk: Desk,
  entries: Entries,
  key: string,
  { run, reading }: { readonly run: string; readonly reading: Reading },
): void => {
  const at = desk.clock();
  const stored = readAs(storedSchema, key, entries.get(key), reportDamage(desk)) ?? [];
  const before = stored.filter((one) => one.run !== run && one.at + keptForMs > at);
  entries.put(key, [...before, { run, at, reading }].slice(-mostKept), { expiresInMs: keptForMs });
};
