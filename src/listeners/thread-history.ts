import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { type Incoming, isDirect, mentions, readMessage, withoutMention } from './incoming.ts';
import type { Parts } from './parts.ts';

const questionsRead = 6;
/** A history that takes longer is not worth the wait: the answer comes without it. */
const patienceMs = 1500;

/**
 * What people asked us earlier in the thread of `message`, oldest first, read from Slack. Empty where the message starts
 * its thread, where the optional history scopes were not granted, and where Slack is slow.
 */
export const earlierQuestions = async (
  { log }: Parts,
  client: webApi.WebClient,
  message: Incoming,
  ownUserId: string | undefined,
): Promise<string[]> => {
  const { channel, thread_ts: thread, ts } = message;
  if (thread === undefined) return [];
  const read = client.conversations
    .replies({ channel, ts: thread, latest: ts, inclusive: false, limit: 100 })
    .then(
      ({ messages = [] }) => messages,
      (err: unknown) => {
        log.debug({ err }, 'Slack did not give the thread');
        return [];
      },
    );
  const messages = await Promise.race([read, pause(patienceMs, [], { ref: false })]);
  return messages
    .flatMap((raw) => readMessage({ ...raw, channel }, ownUserId) ?? [])
    .filter((earlier) => earlier.ts !== ts && (isDirect(message) || mentions(earlier.text, ownUserId)))
    .slice(-questionsRead)
    .map((earlier) => withoutMention(earlier.text, ownUserId));
};
