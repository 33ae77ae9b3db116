import { setTimeout as pause } from 'node:timers/promises';
import type { KnownBlock } from '@slack/types';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { hasThumbs, withoutThumbs } from '../blocks/feedback.ts';
import type { Desk } from './parts.ts';
import { markOf, type Public, partsPosted } from './posted.ts';
import { isRefusal, isUncertain, Unsure, unreadable } from './refusal.ts';

/** Blocks are left out where Slack refused them. */
export interface Outgoing {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

export const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** Milliseconds before each look at what came of a call that may or may not have been carried out. */
const waits = [400, 1_500, 500];
/** Slack asks for patience in seconds; more than this altogether is left to a later try. */
const mostPatience = 60;

/** The same message plainer: without what a Slack may not know yet, else without blocks. */
const plainer = ({ text, blocks }: Outgoing): Outgoing =>
  hasThumbs(blocks) ? { text, blocks: withoutThumbs(blocks) } : { text };

/** Sends ever plainer what Slack refuses as it is: a plain answer is better than none. */
export const orPlain = async <Sent>(
  desk: Pick<Desk, 'log'>,
  message: Outgoing,
  send: (message: Outgoing) => Promise<Sent>,
): Promise<Sent> => {
  try {
    return await send(message);
  } catch (err) {
    if (!isRefusal(err, unreadable) || message.blocks === undefined) throw err;
    const next = plainer(message);
    const what = next.blocks === undefined ? 'sending the text alone' : 'sending plainer ones';
    desk.log.error({ err }, `Slack refused the blocks; ${what}`);
    return orPlain(desk, next, send);
  }
};

/** Waits as Slack asks. A call that was turned away for its rate was not carried out. */
const withPatience = async <Sent>({ metrics }: Desk, call: () => Promise<Sent>): Promise<Sent> => {
  for (let waited = 0; ; ) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError)) throw error;
      waited += Math.max(1, error.retryAfter);
      if (waited > mostPatience) throw error;
      await pause(Math.max(1, error.retryAfter) * 1000);
      metrics.slackRetry('chat.postMessage');
    }
  }
};

const stands = async (desk: Desk, question: Public, part: number): Promise<boolean> => {
  try {
    return (await partsPosted(desk, question)).has(part);
  } catch (cause) {
    throw new Unsure({ cause });
  }
};

/**
 * Posts one part of an answer into its place, exactly once: where the connection broke, or Slack was out of order,
 * it looks whether the message arrived before it tries again. Resolves to the message's time where it is ours and known;
 * rejects with Unsure where Slack did not say either whether the message stands.
 */
export const post = async (
  desk: Desk,
  question: Public,
  message: Outgoing,
  part: number,
): Promise<string | undefined> => {
  const { channel, thread } = question;
  const send = (outgoing: Outgoing) =>
    desk.posting.chat.postMessage({
      channel,
      ...(thread !== undefined && { thread_ts: thread }),
      ...quiet,
      ...outgoing,
      metadata: markOf(question, part),
    });
  const once = async (): Promise<string | undefined> =>
    (await withPatience(desk, () => orPlain(desk, message, send))).ts;
  for (const [at, wait] of waits.entries()) {
    try {
      return await once();
    } catch (err) {
      if (!isUncertain(err)) throw err;
      desk.log.warn({ err }, 'a message may or may not have been posted; looking');
      await pause(wait);
      if (await stands(desk, question, part)) return undefined;
      if (at === waits.length - 1) throw err;
    }
    desk.metrics.slackRetry('chat.postMessage');
  }
  return undefined;
};
