import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { dayIn, dayOf } from '../day.ts';
import type { Desk } from './parts.ts';
import { refusalOf } from './refusal.ts';

/** A person who travels sees the day there after at most this long. */
const keptMs = 60 * 60_000;
const mostKept = 5_000;
/** A window waits no longer for it: it is good for three seconds. */
const patienceMs = 700;

const infoSchema = z.object({ user: z.object({ tz: z.string() }) });

interface Kept {
  readonly zone: string | undefined;
  readonly until: number;
}

/** Where people are, by the attachment that said so: each replica asks once an hour. */
const zones = new WeakMap<webApi.WebClient, Map<string, Kept>>();

const askedZone = async ({ client, log }: Desk, user: string): Promise<string | undefined> => {
  try {
    return infoSchema.safeParse(await client.users.info({ user })).data?.user.tz;
  } catch (err) {
    log.info({ refusal: refusalOf(err) }, 'Slack did not say in which time zone somebody is');
    return undefined;
  }
};

const zoneOf = async (desk: Desk, user: string): Promise<string | undefined> => {
  const kept = zones.get(desk.client) ?? new Map<string, Kept>();
  zones.set(desk.client, kept);
  const known = kept.get(user);
  if (known !== undefined && known.until > desk.clock()) return known.zone;
  const zone = await askedZone(desk, user);
  if (kept.size >= mostKept) kept.clear();
  kept.set(user, { zone, until: desk.clock() + keptMs });
  return zone;
};

/** What day it is, as `2026-12-03`, and whether it is so by the clock of Greenwich alone. */
export interface Today {
  readonly today: string;
  readonly isUtc: boolean;
}

/**
 * What day it is where somebody is. Where Slack does not say where that is (the optional scope `users:read` was
 * declined), or not soon enough, what day it is in Greenwich.
 */
export const todayFor = async (desk: Desk, user: string): Promise<Today> => {
  const now = desk.clock();
  const zone = await Promise.race([zoneOf(desk, user), pause(patienceMs, undefined, { ref: false })]);
  const day = zone === undefined ? undefined : dayIn(zone, now);
  return day === undefined ? { today: dayOf(now), isUtc: true } : { today: day, isUtc: false };
};
