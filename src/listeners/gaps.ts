import type { Outcome, Turn } from '../answer.ts';
import { type Gap, mostText } from '../desk/gap.ts';
import type { Entries } from '../store/store.ts';
import { digest } from './question.ts';

const keptForMs = 90 * 24 * 60 * 60 * 1000;
/** Every gap of a workspace stands under this prefix. */
export const gapsOf = (team: string): string => `gap/${team}/`;

/** How the words of a declined question are named, from the random name of its answering: it leads to nobody. */
export const gapName = (run: string): string => digest(['gap', run]);

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

/** Keeps the words of a question that was declined, under its `gapName`. */
export const addGap = (
  entries: Entries,
  key: string,
  { utterance, reading, answer }: Turn,
  now: number,
): void => {
  if (utterance === undefined || !isDecline(answer.outcome)) return;
  const gap: Gap = {
    text: nameless(utterance),
    why: answer.outcome,
    ...(reading.intent !== 'unknown' && { reading }),
    day: today(now),
  };
  entries.put(key, gap, { expiresInMs: keptForMs });
};
