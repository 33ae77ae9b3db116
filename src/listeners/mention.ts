import { readMessage } from './incoming.ts';
import { answerMessage, type EventArgs } from './message.ts';
import type { Parts } from './parts.ts';

/** `@outsourcing …` in a channel: answered in the thread. */
export const onMention =
  (parts: Parts) =>
  async (args: EventArgs): Promise<void> => {
    const message = readMessage(args.event, args.context.botUserId);
    if (message !== undefined) await answerMessage(parts, message, args);
  };
