import type { Desk } from './parts.ts';
import type { Question } from './question.ts';

/** Shown behind our name while an answer is made. */
const lookingUp = 'is looking it up…';

/** Attachments to a Slack that shows no status; nobody asks them again. */
const without = new WeakSet<Desk>();

const setStatus = async (desk: Desk, channel: string, thread: string, status: string): Promise<void> => {
  try {
    await desk.posting.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status });
  } catch (err) {
    without.add(desk);
    desk.log.debug({ err }, 'this workspace shows no status; answering without one');
  }
};

/**
 * Says in the Messages tab that a question is being looked up, while `work` answers it. Slack takes the status away
 * when the answer comes; we do where it was slower than the answer. Where a workspace shows none, the answer is all.
 */
export const withStatus = async (
  desk: Desk,
  question: Question,
  work: () => Promise<void>,
): Promise<void> => {
  if (question.kind !== 'message' || !question.direct || without.has(desk)) return work();
  const { channel, thread } = question;
  let isShown = false;
  const shown = setStatus(desk, channel, thread, lookingUp).then(() => {
    isShown = true;
  });
  await work();
  if (isShown || without.has(desk)) return;
  await shown;
  if (!without.has(desk)) await setStatus(desk, channel, thread, '');
};
