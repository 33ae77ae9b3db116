import { setTimeout as pause } from 'node:timers/promises';
import { isForUs, readMessage, withoutMention } from './incoming.ts';
import type { Desk } from './parts.ts';
import type { Question } from './question.ts';

const questionsRead = 6;
/** A history that takes longer is not worth the wait: the answer comes without it. */
const patienceMs = 1500;

/**
 * What people asked us earlier in the thread of `question`, oldest first, read from Slack. Empty where the message
 * starts its thread, where the optional history scopes were not granted, and where Slack is slow.
 */
export const earlierQuestions = async (
  { client, log, self }: Desk,
  question: Extract<Question, { kind: 'message' }>,
): Promise<string[]> => {
  const { channel, thread, ts, direct } = question;
  if (thread === ts) return [];
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
  const place = { channel, ...(direct && { channel_type: 'im' }) };
  return messages
    .flatMap((raw) => readMessage({ ...raw, ...place }, self()) ?? [])
    .filter((earlier) => earlier.ts !== ts && isForUs(earlier, self()))
    .slice(-questionsRead)
    .map((earlier) => withoutMention(earlier.text, self()));
};
