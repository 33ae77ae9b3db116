import { setTimeout as pause } from 'node:timers/promises';
import { isForUs, namesUs, readMessage, withoutMention } from './incoming.ts';
import type { Desk } from './parts.ts';
import { messageId, type Question } from './question.ts';
import { isQuiet } from './quiet.ts';

const questionsRead = 6;
/** A window is opened within three seconds or not at all. */
const glanceMs = 800;
/** A history that takes longer is not worth the wait: the answer comes without it. */
const patienceMs = 1500;

interface Stretch {
  readonly channel: string;
  readonly thread: string;
  /** The messages before this time are read. */
  readonly until: string;
}

/** What stands in a thread; nothing where Slack does not give it, or not within `withinMs`. */
const repliesTo = async ({ client, log }: Desk, { channel, thread, until }: Stretch, withinMs: number) => {
  const read = client.conversations
    .replies({ channel, ts: thread, latest: until, inclusive: false, limit: 100 })
    .then(
      ({ messages = [] }) => messages,
      (err: unknown) => {
        log.debug({ err }, 'Slack did not give the thread');
        return [];
      },
    );
  return Promise.race([read, pause(withinMs, [], { ref: false })]);
};

/**
 * What people asked us earlier in the thread of `question`, oldest first, read from Slack. Empty where the message
 * starts its thread, where the optional history scopes were not granted, and where Slack is slow.
 */
export const earlierQuestions = async (
  desk: Desk,
  question: Extract<Question, { kind: 'message' }>,
): Promise<string[]> => {
  const { self } = desk;
  const { channel, thread, ts, direct } = question;
  if (thread === ts) return [];
  const messages = await repliesTo(desk, { channel, thread, until: ts }, patienceMs);
  const place = { channel, ...(direct && { channel_type: 'im' }) };
  const byNameAlone = !direct && (await isQuiet(desk, question));
  return messages
    .flatMap((raw) => readMessage({ ...raw, ...place }, self()) ?? [])
    .filter((earlier) => earlier.ts !== ts && isForUs(earlier, self()))
    .filter((earlier) => !byNameAlone || namesUs(earlier, self()))
    .slice(-questionsRead)
    .map((earlier) => withoutMention(earlier.text, self()));
};

/**
 * The words of the question that an answer in a thread is to, read from Slack. `id` is what the answer's own mark calls it.
 * Undefined where it was no message, and where Slack does not say at once.
 */
export const questionBehind = async (
  desk: Desk,
  { team, id, ...stretch }: Stretch & { readonly team: string; readonly id: string },
): Promise<string | undefined> => {
  const messages = await repliesTo(desk, stretch, glanceMs);
  const asked = messages.find(({ ts }) => ts !== undefined && messageId(team, stretch.channel, ts) === id);
  return asked?.text === undefined ? undefined : withoutMention(asked.text, desk.self());
};
