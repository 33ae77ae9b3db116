import type { Desk } from './parts.ts';
import { type Posted, type Public, postedIn } from './posted.ts';

/** Slack numbers the messages of a channel: of two, the one that came first has the smaller time. */
const cameBefore = (one: Posted, other: Posted): boolean =>
  one.ts.localeCompare(other.ts, 'en', { numeric: true }) < 0;

/**
 * While the store is away from several replicas, two may answer the same question at once. Each then looks into the
 * thread, and the one that came second takes its answer back. `ours` are the times of our own messages.
 */
export const withdrawSecond = async (
  desk: Desk,
  question: Public,
  ours: ReadonlySet<string>,
): Promise<void> => {
  try {
    const posted = await postedIn(desk, question);
    const second = posted.filter(
      (one) => ours.has(one.ts) && posted.some((other) => other.part === one.part && cameBefore(other, one)),
    );
    for (const { ts } of second) {
      await desk.client.chat.delete({ channel: question.channel, ts });
      desk.log.warn('took back an answer that another replica had given as well');
    }
  } catch (err) {
    desk.log.error({ err }, 'could not see whether another replica answered as well');
  }
};
