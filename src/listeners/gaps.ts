import { z } from 'zod';
import type { Outcome, Turn } from '../answer.ts';
import type { Entries } from '../store/store.ts';

const keptForMs = 90 * 24 * 60 * 60 * 1000;
const mostText = 500;

/**
 * A question that could not be answered, or whose answer did not help, for whoever extends the library. Nothing in it says
 * who asked or where.
 */
export const gapSchema = z.object({
  text: z.string().max(mostText),
  why: z.enum(['not-stated', 'not-held', 'unclear', 'disliked']),
  /** What somebody said of an answer that did not help. */
  remark: z.string().max(mostText).optional(),
  /** The day, as `2026-11-22`. */
  day: z.string(),
});

type Gap = z.output<typeof gapSchema>;

/** Every gap of a workspace stands under this prefix. */
export const gapsOf = (team: string): string => `gap/${team}/`;

type Decline = Exclude<Gap['why'], 'disliked'>;
const declined: ReadonlySet<Outcome> = new Set<Decline>(['not-stated', 'not-held', 'unclear']);
const isDecline = (outcome: Outcome): outcome is Decline => declined.has(outcome);

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

/** Keeps the words of a question that was declined; `run` is the random name of its answering. */
export const addGap = (entries: Entries, key: string, { utterance, answer }: Turn, now: number): void => {
  if (utterance === undefined || !isDecline(answer.outcome)) return;
  const gap: Gap = {
    text: nameless(utterance),
    why: answer.outcome,
    day: today(now),
  };
  entries.put(key, gap, { expiresInMs: keptForMs });
};
