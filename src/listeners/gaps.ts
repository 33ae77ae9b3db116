import type { Outcome, Turn } from '../answer.ts';
import { type Gap, mostText } from '../desk/gap.ts';
import type { Entries } from '../store/store.ts';
import { isChannel } from './members.ts';
import { digest, type Question } from './question.ts';

const keptForMs = 90 * 24 * 60 * 60 * 1000;
/** Every gap of a workspace stands under this prefix. */
export const gapsOf = (team: string): string => `gap/${team}/`;

/**
 * How the words of a declined question are named, from the random name of its answering, which its button carries and
 * nothing that is kept: it leads to nobody.
 */
export const gapName = (run: string): string => digest(['gap', run]);

/** Marks a person, or a channel whose members read the question, as those who may send it on to people. */
const senderMark = (run: string, who: string): string => digest(['sender', run, who]);

/** Who may send a question on to people: in a thread for all to read whoever is in its channel, else its asker alone. */
export const senderOf = (question: Question, run: string): string => {
  const { channel, user, kind } = question;
  const isPublic = kind === 'message' ? !question.direct : kind === 'click' && !question.isPrivate;
  return senderMark(run, isPublic && isChannel(channel) ? channel : user);
};

/** Whether a press of this person in this channel may send it on. */
export const maySend = ({ sender }: Gap, run: string, user: string, channel: string): boolean =>
  sender === senderMark(run, user) || sender === senderMark(run, channel);

type Decline = Exclude<Gap['why'], 'disliked'>;
const declined: ReadonlySet<Outcome> = new Set<Decline>(['not-stated', 'not-held', 'unclear']);
/** Whether the words of a question are kept, as the library did not answer it. */
export const isDecline = (outcome: Outcome): outcome is Decline => declined.has(outcome);

/** A text without the people and channels named in it. */
const nameless = (text: string): string => text.replace(/<[@#!][^>]*>/g, '…').slice(0, mostText);

const today = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** Keeps the words of a question whose answer did not help, and what was said of it. */
export const addDisliked = (
  entries: Entries,
  key: string,
  { text, remark }: { readonly text: string; readonly remark?: string | undefined },
  now: number,
): void => {
  const gap: Gap = {
    text: nameless(text),
    why: 'disliked',
    ...(remark === undefined ? {} : { remark: nameless(remark) }),
    day: today(now),
  };
  entries.put(key, gap, { expiresInMs: keptForMs });
};

/** Keeps the words of a question that was declined, under its `gapName`. `sender` where it can be sent on to people. */
export const addGap = (
  entries: Entries,
  key: string,
  { utterance, reading, answer }: Turn,
  now: number,
  sender?: string,
): void => {
  if (utterance === undefined || !isDecline(answer.outcome)) return;
  const gap: Gap = {
    text: nameless(utterance),
    why: answer.outcome,
    ...(reading.intent !== 'unknown' && { reading }),
    ...(sender !== undefined && { sender }),
    day: today(now),
  };
  entries.put(key, gap, { expiresInMs: keptForMs });
};
