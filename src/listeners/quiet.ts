import type { Desk } from './parts.ts';
import type { Question } from './question.ts';

const keptForMs = 365 * 24 * 60 * 60 * 1000;

/** The messages of ours below which people talk to each other stand under this prefix. */
export const quietOf = (team: string): string => `quiet/${team}/`;

const keyOf = (team: string, channel: string, ts: string): string => `${quietOf(team)}${channel}/${ts}`;

/** Notes that a message of ours is no answer: below a checklist, say, people speak of their work. Never rejects. */
export const keepQuiet = async (desk: Desk, team: string, channel: string, ts: string): Promise<void> => {
  try {
    await desk.store.put(keyOf(team, channel, ts), true, { expiresInMs: keptForMs });
  } catch (err) {
    desk.log.error({ err }, 'the store did not keep where people talk to each other');
  }
};

/** Whether people talk to each other in a thread below a message of ours. Where the store does not say, they do not. */
export const isQuiet = async (
  desk: Desk,
  { team, channel, thread }: { readonly team: string; readonly channel: string; readonly thread: string },
): Promise<boolean> => {
  try {
    return (await desk.store.get(keyOf(team, channel, thread))) !== undefined;
  } catch (err) {
    desk.log.error({ err }, 'the store did not say whether people talk to each other; answering');
    return false;
  }
};

/** Whether a message without our name stands in such a thread, and is not for us. */
export const isForOthers = async (desk: Desk, question: Question): Promise<boolean> =>
  question.kind === 'message' && question.isNamed === false && (await isQuiet(desk, question));
