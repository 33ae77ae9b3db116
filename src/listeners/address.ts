import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readAs } from '../store/records.ts';
import { type Desk, reportDamage } from './parts.ts';
import { senderSchema, teamFrom } from './sender.ts';

const addressSchema = z.object({ responseUrl: z.string() });

/** An answer does not wait longer for it: there are other ways to reach a person. */
const patienceMs = 1_000;

/** A response address is good for half an hour. */
const addressKeptMs = 25 * 60_000;

/** The response addresses that wait for what a workspace's people choose in modals stand under this prefix. */
export const addressesOf = (team: string): string => `opened/${team}/`;

const addressKey = (team: string, user: string, view: string): string =>
  `${addressesOf(team)}${user}/${view}`;

const pressSchema = senderSchema.extend({ response_url: z.string() });

/**
 * Keeps the response address of the button behind a modal: by it an answer reaches the person also where we are no
 * member. It is no id, so that the modal does not carry it. Never rejects: there are other ways to reach a person.
 */
export const keepAddress = async (desk: Desk, body: unknown, view: string): Promise<void> => {
  const press = pressSchema.safeParse(body).data;
  if (press === undefined) return;
  const address = { responseUrl: press.response_url };
  try {
    await desk.store.put(addressKey(teamFrom(press), press.user.id, view), address, {
      expiresInMs: addressKeptMs,
    });
  } catch (err) {
    desk.log.warn({ err }, 'the store did not keep where a modal was opened');
  }
};

/** The response address of the button behind a modal; undefined where none was kept. Never rejects. */
export const addressFor = async (
  desk: Desk,
  team: string,
  user: string,
  view: string,
): Promise<string | undefined> => {
  const key = addressKey(team, user, view);
  try {
    const stored = await Promise.race([desk.store.get(key), pause(patienceMs, undefined, { ref: false })]);
    const kept = readAs(addressSchema, key, stored, reportDamage(desk));
    return kept?.responseUrl;
  } catch (err) {
    desk.log.warn({ err }, 'the store did not say where a modal was opened');
    return undefined;
  }
};
