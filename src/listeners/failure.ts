import { randomUUID } from 'node:crypto';
import type { CodedError } from '@slack/bolt';
import { z } from 'zod';
import type { Desk } from './parts.ts';
import { quiet } from './post.ts';
import type { Question } from './question.ts';
import { isUncertain } from './refusal.ts';
import { respondAt } from './respond.ts';

const id = z.object({ id: z.string() });

/** Where a person waits for an answer, as far as a request that holds no question tells. */
const bodySchema = z.object({
  response_url: z.url().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  user: id.optional(),
  channel: id.optional(),
  container: z.object({ thread_ts: z.string().optional() }).optional(),
  message: z.object({ thread_ts: z.string().optional() }).nullish(),
});

export interface Whereabouts {
  readonly responseUrl?: string | undefined;
  readonly user?: string | undefined;
  readonly channel?: string | undefined;
  /** In a direct message: the thread that the person waits in. */
  readonly directThread?: string | undefined;
  /** In a channel: the thread that the question was asked in, where it did not begin one. */
  readonly thread?: string | undefined;
}

/** What the person reads; the log has the cause under the same reference. */
export const failureSentence = (reference: string): string =>
  'Something went wrong on my side and I could not finish the answer. Please ask again in a moment. ' +
  `If it keeps happening, give whoever runs this app the reference ${reference}.`;

const inConversation = async ({ client, posting }: Desk, where: Whereabouts, text: string): Promise<void> => {
  const { user, channel, directThread, thread } = where;
  if (user === undefined) return;
  if (channel === undefined) {
    await posting.chat.postMessage({ channel: user, ...quiet, text });
    return;
  }
  if (directThread !== undefined) {
    await posting.chat.postMessage({ channel, thread_ts: directThread, ...quiet, text });
    return;
  }
  const place = { channel, user, ...(thread !== undefined && { thread_ts: thread }) };
  try {
    await client.chat.postEphemeral({ ...place, text });
  } catch (err) {
    // Where it can be said nowhere else, it is said directly; a message that may stand already is not repeated.
    if (isUncertain(err)) throw err;
    await posting.chat.postMessage({ channel: user, ...quiet, text });
  }
};

const tell = async (desk: Desk, where: Whereabouts, text: string): Promise<void> => {
  if (where.responseUrl === undefined) return inConversation(desk, where, text);
  const { responseUrl, thread } = where;
  const place = thread === undefined ? {} : { thread_ts: thread };
  await respondAt(desk, responseUrl, { text, ...place }).catch(() => inConversation(desk, where, text));
};

/** Logs the causes; the sentence for the person names them by the same reference. */
const recorded = ({ log }: Desk, causes: readonly unknown[]): string => {
  const reference = randomUUID().slice(0, 8);
  for (const err of causes) log.error({ err, reference }, 'a listener failed');
  return failureSentence(reference);
};

/** The sentence for a person whose request failed, where a listener can say it itself. The log has the cause. */
export const explain = (desk: Desk, error: unknown): string => {
  desk.metrics.failed('told');
  return recorded(desk, [error]);
};

/** Logs the causes and tells the person under the same reference. False when the person could not be told. */
const report = async (desk: Desk, where: Whereabouts, causes: readonly unknown[]): Promise<boolean> => {
  const sentence = recorded(desk, causes);
  try {
    await tell(desk, where, sentence);
    desk.metrics.failed('told');
    return true;
  } catch (err) {
    desk.metrics.failed('untold');
    desk.log.error({ err }, 'could not tell the person either');
    return false;
  }
};

const whereOf = (question: Question): Whereabouts => {
  const { user, channel } = question;
  if (question.kind === 'submission')
    return { user, channel: channel === user ? undefined : channel, thread: question.thread };
  if (question.kind !== 'message') return { user, channel, responseUrl: question.responseUrl };
  const { thread, ts, direct } = question;
  return {
    user,
    channel,
    ...(direct ? { directThread: thread } : { thread: thread === ts ? undefined : thread }),
  };
};

/** A question that failed ends in a calm sentence with a reference. False when the person could not be told. */
export const apologise = (desk: Desk, question: Question, error: unknown): Promise<boolean> =>
  report(desk, whereOf(question), [error]);

/** The errors behind Bolt's wrapper. */
const causesOf = (error: CodedError): readonly Error[] => error.originals ?? [error.original ?? error];

/** Where the sender of a request that holds no question is told something. */
const senderOf = (body: unknown): Whereabouts => {
  const where = bodySchema.safeParse(body).data ?? {};
  return {
    responseUrl: where.response_url,
    user: where.user?.id ?? where.user_id,
    channel: where.channel?.id ?? where.channel_id,
    thread: where.message?.thread_ts ?? where.container?.thread_ts,
  };
};

/** Tells whoever sent a request something about it, for them alone. Rejects when they cannot be reached. */
export const tellSender = (desk: Desk, body: unknown, text: string): Promise<void> =>
  tell(desk, senderOf(body), text);

/** Tells somebody something, for them alone, in a channel or a thread of it. Rejects when they cannot be reached. */
export const tellPerson = (desk: Desk, where: Whereabouts, text: string): Promise<void> =>
  tell(desk, where, text);

/** For `app.error`: what failed outside of a question. */
export const onFailure =
  (desk: Desk) =>
  async ({ error, body }: { readonly error: CodedError; readonly body: unknown }): Promise<void> => {
    await report(desk, senderOf(body), causesOf(error));
  };
