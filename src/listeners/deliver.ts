import type { RespondFn, webApi } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { OutgoingMessage } from '../blocks/answer.ts';
import type { Log } from '../log.ts';

/** Sends one message; rejects only when nobody can be reached. */
export type Deliver = (message: OutgoingMessage) => Promise<void>;

type Outgoing = OutgoingMessage | { readonly text: string };

const unreadable = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
]);
const shutOut = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
]);

/** `not_in_channel`, `invalid_blocks`, …: what Slack answered, or undefined when it did not. */
const refusalOf = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

const isRefusal = (error: unknown, among: ReadonlySet<string>): boolean => among.has(refusalOf(error) ?? '');

/** Sends without blocks what Slack refuses with them: a plain answer is better than none. */
const orPlain = async (log: Log, message: OutgoingMessage, send: (message: Outgoing) => Promise<unknown>) => {
  try {
    await send(message);
  } catch (err) {
    if (!isRefusal(err, unreadable)) throw err;
    log.error({ err }, 'Slack refused the blocks; sending the text alone');
    await send({ text: message.text });
  }
};

const quiet = { unfurl_links: false, unfurl_media: false } as const;

export const inviteHint =
  'I could not answer in the channel where you asked, because I am not a member of it or may not post there. ' +
  'Type `/invite @outsourcing` in it and ask again, or ask me here.';

/** Answers in a thread, for all who read it; where we may not post, the person is told privately. */
export const toThread =
  (
    client: webApi.WebClient,
    log: Log,
    place: { readonly channel: string; readonly thread: string; readonly user: string },
  ): Deliver =>
  async (message) => {
    const { channel, thread, user } = place;
    try {
      await orPlain(log, message, (outgoing) =>
        client.chat.postMessage({ channel, thread_ts: thread, ...quiet, ...outgoing }),
      );
    } catch (err) {
      if (!isRefusal(err, shutOut)) throw err;
      log.warn({ refusal: refusalOf(err) }, 'may not post where the question was asked');
      await client.chat.postMessage({ channel: user, ...quiet, text: inviteHint });
    }
  };

/** Rejects when the response address is used up, out of date, or refuses the message. */
const respondWith = async (respond: RespondFn, message: OutgoingMessage): Promise<void> => {
  const response = await respond({
    response_type: 'ephemeral',
    replace_original: false,
    ...quiet,
    text: message.text,
    blocks: message.blocks,
  });
  const body = await response.text();
  if (/"ok"\s*:\s*false/.test(body)) throw new Error(`the response address answered ${body.slice(0, 200)}`);
};

/** Answers so that only the person sees it: by the response address, else as an ephemeral message, else directly. */
export const toPerson =
  (
    respond: RespondFn,
    client: webApi.WebClient,
    log: Log,
    place: { readonly channel: string; readonly thread?: string; readonly user: string },
  ): Deliver =>
  async (message) => {
    const { channel, thread, user } = place;
    try {
      return await respondWith(respond, message);
    } catch (err) {
      log.warn({ err }, 'could not respond; sending an ephemeral message instead');
    }
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    try {
      await orPlain(log, message, (outgoing) =>
        client.chat.postEphemeral({ channel, user, ...inThread, ...outgoing }),
      );
    } catch (err) {
      if (!isRefusal(err, shutOut)) throw err;
      await orPlain(log, message, (outgoing) =>
        client.chat.postMessage({ channel: user, ...quiet, ...outgoing }),
      );
    }
  };
