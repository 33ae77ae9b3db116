import type { AllMiddlewareArgs } from '@slack/bolt';
import { messageClaims } from './claims.ts';
import { toThread } from './deliver.ts';
import { eventIdOf, type Incoming, isDirect, mentions, readMessage, withoutMention } from './incoming.ts';
import { type Parts, teamOf } from './parts.ts';
import { reply } from './reply.ts';
import { earlierQuestions } from './thread-history.ts';
import { threadConversation } from './turns.ts';

/** What Bolt hands to a listener of any event. */
export type EventArgs = AllMiddlewareArgs & { readonly event: unknown; readonly body: unknown };

/** Answers what a person wrote to us, in the thread of their message. */
export const answerMessage = async (
  parts: Parts,
  message: Incoming,
  { body, client, context }: EventArgs,
): Promise<void> => {
  const { channel, ts, user, text, client_msg_id: clientMessageId } = message;
  const team = teamOf(context);
  const thread = message.thread_ts ?? ts;
  await reply(parts, {
    surface: isDirect(message) ? 'message' : 'mention',
    claims: messageClaims({ team, channel, ts, eventId: eventIdOf(body), clientMessageId }),
    conversation: threadConversation(team, channel, thread),
    asks: withoutMention(text, context.botUserId) || 'help',
    earlier: () => earlierQuestions(parts, client, message, context.botUserId),
    deliver: toThread(client, parts.log, { channel, thread, user }),
  });
};

/** A direct message, or a mention that arrives as a plain message beside its `app_mention`. */
export const onMessage =
  (parts: Parts) =>
  async (args: EventArgs): Promise<void> => {
    const { botUserId } = args.context;
    const message = readMessage(args.event, botUserId);
    if (message === undefined) return;
    if (isDirect(message) || mentions(message.text, botUserId)) await answerMessage(parts, message, args);
  };
