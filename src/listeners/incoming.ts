import { z } from 'zod';

/** What we read of a `message` or `app_mention` event. */
const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  /** Who wrote the root of the thread. */
  parent_user_id: z.string().optional(),
  channel_type: z.string().optional(),
  client_msg_id: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  hidden: z.literal(false).optional(),
  edited: z.undefined().optional(),
});

export type Message = z.output<typeof messageSchema>;

/**
 * A message that a person wrote, or undefined for everything a bot keeps silent on: other bots, edits, joins and
 * other system messages, hidden messages, Slackbot and ourselves.
 */
export const readMessage = (event: unknown, self: string | undefined): Message | undefined => {
  const parsed = messageSchema.safeParse(event);
  if (!parsed.success || parsed.data.user === 'USLACKBOT' || parsed.data.user === self) return undefined;
  return parsed.data;
};

export const isDirect = (message: Message): boolean => message.channel_type === 'im';

const mentionOf = (userId: string): RegExp => new RegExp(`<@${userId}(?:\\|[^>]*)?>`, 'g');

const mentions = (text: string, userId: string): boolean => mentionOf(userId).test(text);

/** Whether a message in a channel is for us by our name, and not only by the thread that it stands in. */
export const namesUs = (message: Message, self: string | undefined): boolean =>
  self !== undefined && mentions(message.text, self);

const addressesOthers = (text: string): boolean => /<(?:@|!subteam\^|!here|!channel|!everyone)/.test(text);

/**
 * Whether a message is said to us: directly, by name, or in a thread that we began, unless it is to somebody else
 * there. In a thread that a person began, only by name.
 */
export const isForUs = (message: Message, self: string | undefined): boolean => {
  if (isDirect(message)) return true;
  if (self === undefined) return false;
  if (mentions(message.text, self)) return true;
  return message.parent_user_id === self && !addressesOthers(message.text);
};

/** What was said to us, without our own name. Everything else of Slack's markup is left for the parser. */
export const withoutMention = (text: string, self: string | undefined): string =>
  self === undefined ? text : text.replace(mentionOf(self), ' ').trim();
