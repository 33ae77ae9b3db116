import type { Desk } from './parts.ts';
import { type Posted, type Public, postedIn } from './posted.ts';
import type { Question } from './question.ts';
import { isRefusal } from './refusal.ts';

/** Slack numbers the messages of a channel: of two, the one that came first has the smaller time. */
const cameBefore = (one: Posted, other: Posted): boolean =>
  one.ts.localeCompare(other.ts, 'en', { numeric: true }) < 0;

/** Where everybody sees the answer to a question; undefined where only its asker does. */
const placeOf = (question: Question): Public | undefined => {
  if (question.kind === 'message' || question.kind === 'share') return question;
  return question.kind === 'click' && !question.isPrivate ? question : undefined;
};

/** Another process that looked as well was quicker. */
const gone: ReadonlySet<string> = new Set(['message_not_found']);

const remove = async (desk: Desk, channel: string, ts: string): Promise<void> => {
  try {
    await desk.client.chat.delete({ channel, ts });
    desk.log.warn('took back an answer that another replica had given as well');
  } catch (err) {
    if (!isRefusal(err, gone)) throw err;
  }
};

/**
 * Where two processes may have answered the same question, each looks into its place afterwards: whichever comes last sees
 * both answers. Of each part the first stays, so that all who look take back the same. Never rejects.
 */
export const withdrawSecond = async (desk: Desk, question: Question): Promise<void> => {
  const place = placeOf(question);
  if (place === undefined) return;
  try {
    const posted = await postedIn(desk, place);
    const second = posted.filter((one) =>
      posted.some((other) => other.part === one.part && cameBefore(other, one)),
    );
    for (const { ts } of second) await remove(desk, place.channel, ts);
  } catch (err) {
    desk.log.error({ err }, 'could not see whether another replica answered as well');
  }
};
