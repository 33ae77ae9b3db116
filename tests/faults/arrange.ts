import { leaseMs } from '../../src/listeners/hold.ts';
import type { Bot } from '../harness/open-bot.ts';
import type { Trouble } from '../harness/trouble.ts';

/** The next calls of a method meet the trouble. */
export const once =
  (method: string, trouble: Trouble, times = 1) =>
  ({ harness }: Bot): void =>
    harness.troubles.next(method, trouble, times);

/** Every call of a method meets the trouble, until it is over. */
export const always =
  (method: string, trouble: Trouble) =>
  ({ harness }: Bot): void =>
    harness.troubles.always(method, trouble);

export const refused = (error: string): Trouble => ({ kind: 'refused', error });
export const status = (code: number): Trouble => ({ kind: 'status', status: code });
export const patience: Trouble = { kind: 'status', status: 429, retryAfter: 1 };
export const silent: Trouble = { kind: 'silent' };

/** The trouble is over; the lease has run out, and somebody sweeps. */
export const sweepLater = async (bot: Bot): Promise<void> => {
  bot.harness.troubles.clear();
  bot.pass(leaseMs + 60_000);
  await bot.app.sweep();
};

export const post = 'chat.postMessage';
