import { z } from 'zod';
import type { Desk } from './parts.ts';
import type { Question } from './question.ts';
import { isRefusal } from './refusal.ts';

const eventType = 'outsourcing_answer';

/** What every message of an answer carries, so that any process can tell what was said already. `part` is from 0. */
export const markOf = ({ id }: Public, part: number) => ({
  event_type: eventType,
  event_payload: { question: id, part },
});

const markSchema = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(eventType),
    event_payload: z.object({ question: z.string(), part: z.coerce.number().int() }),
  }),
});

/** Where we may not read we cannot have been sure of anything: an answer twice is better than none. */
const unreadableThread: ReadonlySet<string> = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'thread_not_found',
  'unknown_method',
]);

/** Where something stands that everybody sees: in a thread, or in the channel itself where there is none. */
export interface Public extends Pick<Question, 'id' | 'channel'> {
  readonly thread?: string | undefined;
  /** A time of Slack's from which on it may stand there. */
  readonly since: string;
}

/** A message of an answer that stands in its thread. */
export interface Posted {
  readonly part: number;
  /** Its time, which names it in its channel. */
  readonly ts: string;
}

/** One page of the messages in a place, from the oldest that may be ours. */
const pageOf = ({ client }: Desk, { channel, thread, since }: Public, cursor: string | undefined) => {
  const window = { channel, oldest: since, inclusive: true, limit: 200, include_all_metadata: true };
  const from = { ...window, ...(cursor !== undefined && { cursor }) };
  return thread === undefined
    ? client.conversations.history(from)
    : client.conversations.replies({ ...from, ts: thread });
};

/**
 * What stands in its place already of the answer to a question, whoever posted it. Rejects where Slack cannot say now;
 * empty where it may not say.
 */
export const postedIn = async (desk: Desk, question: Public): Promise<readonly Posted[]> => {
  const found: Posted[] = [];
  try {
    for (let cursor: string | undefined; ; ) {
      const page = await pageOf(desk, question, cursor);
      for (const message of page.messages ?? []) {
        const marked = markSchema.safeParse(message).data;
        const mark = marked?.metadata.event_payload;
        if (marked !== undefined && mark?.question === question.id)
          found.push({ part: mark.part, ts: marked.ts });
      }
      cursor = page.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return found;
    }
  } catch (err) {
    if (!isRefusal(err, unreadableThread)) throw err;
    desk.log.warn({ err }, 'may not read the thread; answering without a look at it');
    return found;
  }
};

/** The parts of the answer to a question that stand in its thread already. Rejects where Slack cannot say now. */
export const partsPosted = async (desk: Desk, question: Public): Promise<Set<number>> =>
  new Set((await postedIn(desk, question)).map(({ part }) => part));
