import { z } from 'zod';
import type { Turn } from '../answer.ts';
import { readingSchema } from '../reading.ts';
import type { Parts } from './parts.ts';

/** A conversation whose turns belong together. */
export interface Conversation {
  readonly key: string;
  /** How long its turns are kept after the last one, in milliseconds. */
  readonly expiresInMs: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const turnsKept = 8;

/** Everything remembered of a workspace stands under this prefix. */
export const turnsOf = (team: string): string => `turns/${team}/`;

export const threadConversation = (team: string, channel: string, thread: string): Conversation => ({
  key: `${turnsOf(team)}thread/${channel}/${thread}`,
  expiresInMs: 30 * day,
});

/** Slash commands have no thread: what one person asks in one channel within a quarter of an hour belongs together. */
export const commandConversation = (team: string, channel: string, user: string): Conversation => ({
  key: `${turnsOf(team)}command/${channel}/${user}`,
  expiresInMs: 15 * minute,
});

/** Readings only: they say what was meant without a word that anybody typed. */
const storedSchema = z.array(readingSchema);

/** The earlier turns, oldest first; none when nothing is stored or the store fails. */
export const recall = async ({ store, asker, log }: Parts, { key }: Conversation): Promise<Turn[]> => {
  try {
    const stored = storedSchema.safeParse(await store.get(key));
    return (stored.data ?? []).map((reading) => asker.answerReading(reading));
  } catch (err) {
    log.error({ err }, 'the store did not give the earlier turns; answering without them');
    return [];
  }
};

export const remember = async (
  { store, log }: Parts,
  { key, expiresInMs }: Conversation,
  turns: readonly Turn[],
): Promise<void> => {
  try {
    const readings = turns.slice(-turnsKept).map((turn) => turn.reading);
    await store.put(key, readings, { expiresInMs });
  } catch (err) {
    log.error({ err }, 'the store did not keep a turn');
  }
};
