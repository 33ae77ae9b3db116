import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

/** The root of the thread to post into, if any; the message named has to exist and to be no reply. */
export const threadRoot = ({ state }: Parts, channel: string, ts: string | undefined): string | undefined => {
  if (ts === undefined) return undefined;
  const message = state.message(channel, ts);
  if (!message || message.visibleTo !== undefined)
    throw new Refusal('thread_not_found', [`No message ${ts} there.`]);
  if (message.threadTs !== undefined) throw new Refusal('invalid_thread_ts', [`${ts} is itself a reply.`]);
  return message.ts;
};
