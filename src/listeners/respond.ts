import { request } from 'undici';
import { hasThumbs, withoutThumbs } from '../blocks/feedback.ts';
import type { Desk } from './parts.ts';
import type { Outgoing } from './post.ts';

const patienceMs = 8_000;

/** Slack answers on these hosts and on no other. */
const slackHosts = /^hooks\.slack(?:-gov)?\.com$/;
const slackApi = /(?:^|\.)slack(?:-gov)?\.com$/;

/**
 * Whether an address is one that the Slack behind `apiUrl` gives out. With Slack itself that is its own hosts over
 * HTTPS; with a Slack of another address, such as the playground's, the same host.
 */
export const isSlackAddress = (url: string, apiUrl: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const api = new URL(apiUrl);
  return slackApi.test(api.hostname)
    ? protocol === 'https:' && slackHosts.test(hostname)
    : /^https?:$/.test(protocol) && hostname === api.hostname;
};

/** What went wrong at a response address; `word` is `http 404`, say, for counting. */
class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly word: string;

  constructor(word: string) {
    super(`the response address: ${word}`);
    this.word = word;
  }
}

/** What a response address takes: a message, in the place of the one that was pressed in or beside it. */
export interface Reply extends Outgoing {
  /** The thread in which it is to be seen; the conversation itself where there is none. */
  readonly thread_ts?: string;
  readonly replace_original?: boolean;
}

const send = async (url: string, message: Reply): Promise<void> => {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
      ...message,
    }),
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await body.text();
  // A redirection counts as a failure: an answer goes where Slack said and nowhere else.
  if (statusCode < 200 || statusCode > 299) throw new Unanswered(`http ${statusCode}`);
  if (/"ok"\s*:\s*false/.test(text)) throw new Unanswered('refused');
};

/** Slack took the address, but not what was sent to it. */
const isRefused = (error: unknown): boolean =>
  error instanceof Unanswered && ['http 400', 'refused'].includes(error.word);

/** A Slack that does not know the thumbs gets two ordinary buttons. */
const sendOrPlainer = async (url: string, message: Reply): Promise<void> => {
  const { blocks } = message;
  try {
    await send(url, message);
  } catch (error) {
    if (!isRefused(error) || !hasThumbs(blocks)) throw error;
    await send(url, { ...message, blocks: withoutThumbs(blocks) });
  }
};

/**
 * Sends to the response address of a command or click so that only the person sees it, and leaves what stands
 * there unless told otherwise. Rejects when the address is used up, out of date, slow, not Slack's, or refuses the message.
 */
export const respondAt = async (desk: Desk, url: string, message: Reply): Promise<void> => {
  try {
    if (!isSlackAddress(url, desk.client.slackApiUrl)) throw new Unanswered('not an address of Slack');
    await sendOrPlainer(url, message);
  } catch (error) {
    desk.metrics.slackError('response_url', error instanceof Unanswered ? error.word : 'no answer');
    throw error;
  }
};
