import { z } from 'zod';
import { votes } from '../blocks/feedback.ts';
import { readAs } from '../store/records.ts';
import { addDisliked, gapsOf } from './gaps.ts';
import { type Desk, reportDamage } from './parts.ts';
import { digest } from './question.ts';

const keptForMs = 90 * 24 * 60 * 60 * 1000;

/** Whether an answer helped somebody. Its key is a digest: it tells neither who voted nor on what. */
const voteSchema = z.object({
  vote: z.enum(votes),
  /** What kind of question it was: the name of an intent. */
  intent: z.string(),
  reasons: z.array(z.string()).default([]),
  /** The day, as `2026-11-22`. */
  day: z.string(),
});

export type VoteRecord = z.output<typeof voteSchema>;

/** Every vote of a workspace stands under this prefix. */
export const votesOf = (team: string): string => `vote/${team}/`;

/** Names an answer by the message it stands in. */
export const answerId = (team: string, channel: string, ts: string): string =>
  digest(['answer', team, channel, ts]);

/** What somebody says of an answer: the last word counts. */
export interface Judgement {
  readonly team: string;
  readonly user: string;
  /** `answerId` of the answer. */
  readonly answer: string;
  readonly vote: VoteRecord['vote'];
  readonly intent: string;
  /** How the question was read; stands for its words until somebody gives them. Nothing is kept of one that helped. */
  readonly asRead: string;
  /** What the person said of it, for whoever mends the answer. */
  readonly said?: {
    readonly reasons: readonly string[];
    readonly text: string;
    readonly remark?: string | undefined;
  };
}

/** Keeps a judgement in the place of the same person's earlier one. Resolves to that, where there was one. */
export const judge = (desk: Desk, judgement: Judgement): Promise<VoteRecord | undefined> => {
  const { team, user, answer, vote, intent, asRead, said } = judgement;
  const id = digest(['vote', team, answer, user]);
  const key = `${votesOf(team)}${id}`;
  const gap = `${gapsOf(team)}${id}`;
  const now = desk.clock();
  return desk.store.update([key, gap], (entries) => {
    const before = readAs(voteSchema, key, entries.get(key), reportDamage(desk));
    const known = vote === 'down' ? (before?.reasons ?? []) : [];
    const day = new Date(now).toISOString().slice(0, 10);
    const record: VoteRecord = { vote, intent, reasons: [...(said?.reasons ?? known)], day };
    entries.put(key, record, { expiresInMs: keptForMs });
    if (vote === 'up') entries.delete(gap);
    else if (said !== undefined) addDisliked(entries, gap, said, now);
    else if (entries.get(gap) === undefined) addDisliked(entries, gap, { text: asRead }, now);
    return before;
  });
};
