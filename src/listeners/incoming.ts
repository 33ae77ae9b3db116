import { z } from 'zod';

/** What we read of a `message` or `app_mention` event. */
const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  channel_type: z.string().optional(),
  client_msg_id: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  hidden: z.literal(false).optional(),
  edited: z.undefined().optional(),
});

export type Incoming = z.output<typeof messageSchema>;

/**
 * A message that a person wrote, or undefined for everything a bot keeps silent on: other bots, edits, joins and
 * other system messages, hidden messages, Slackbot and ourselves.
 */
export const readMessage = (event: unknown, ownUserId: string | undefined): Incoming | undefined => {
  const parsed = messageSchema.safeParse(event);
  if (!parsed.success || parsed.data.user === 'USLACKBOT' || parsed.data.user === ownUserId) return undefined;
  return parsed.data;
};

export const isDirect = (message: Incoming): boolean => message.channel_type === 'im';

const mentionOf = (userId: string): RegExp => new RegExp(`<@${userId}(?:\\|[^>]*)?>`, 'g');

export const mentions = (text: string, userId: string | undefined): boolean =>
  userId !== undefined && mentionOf(userId).test(text);

/** What was said to us, without our own name. Everything else of Slack's markup is left for the parser. */
export const withoutMention = (text: string, userId: string | undefined): string =>
  userId === undefined ? text : text.replace(mentionOf(userId), ' ').trim();

const envelopeSchema = z.object({ event_id: z.string() });

/** The id under which Slack delivers and redelivers an event. */
export const eventIdOf = (body: unknown): string | undefined => envelopeSchema.safeParse(body).data?.event_id;
