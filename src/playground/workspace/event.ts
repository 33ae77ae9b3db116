import type { Channel } from './cast.ts';
import { bot, team } from './cast.ts';
import type { Parts } from './parts.ts';
import type { Message } from './state.ts';
import { wireMessage } from './wire.ts';

/** Bot events this workspace can send, with the scope each needs. */
export const eventScopes = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.im': 'im:history',
  app_home_opened: undefined,
  tokens_revoked: undefined,
  app_uninstalled: undefined,
} as const;

type Subscription = keyof typeof eventScopes;

/** Slack's envelope around an event. `eventId` is given only to send the same event again. */
export const eventPayload = (
  parts: Parts,
  event: Readonly<Record<string, unknown>>,
  eventId = parts.clock.id('Ev'),
): Record<string, unknown> => ({
  token: 'verification-token',
  team_id: team.id,
  context_team_id: team.id,
  context_enterprise_id: null,
  api_app_id: bot.appId,
  type: 'event_callback',
  event,
  event_id: eventId,
  event_time: Math.floor(parts.clock.now() / 1000),
  event_context: `context-${eventId}`,
  is_ext_shared_channel: false,
  authorizations: [
    {
      enterprise_id: null,
      team_id: team.id,
      user_id: bot.userId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
});

/** Sends an event to the bot if it is subscribed and has the scope. Resolves when it is acknowledged or given up. */
export const sendEvent = async (
  parts: Parts,
  subscription: Subscription,
  event: Readonly<Record<string, unknown>>,
  exchange?: string,
): Promise<void> => {
  if (!isSubscribed(parts, subscription)) return;
  await parts.deliveries.send({
    kind: 'event',
    what: `event ${subscription}`,
    payload: eventPayload(parts, event),
    ...(exchange !== undefined && { exchange }),
  });
};

/** Whether the bot hears of something at all. */
const isSubscribed = ({ installation }: Parts, subscription: Subscription): boolean => {
  const scope = eventScopes[subscription];
  return installation.events.has(subscription) && (scope === undefined || installation.scopes.has(scope));
};

export const messageSubscription = (channel: Channel): Subscription =>
  channel.kind === 'im' ? 'message.im' : 'message.channels';

/** Tells the bot of a message in a conversation it is in; `change` makes it an edit or a deletion. */
export const announce = async (
  parts: Parts,
  message: Message,
  options: { change?: 'message_changed' | 'message_deleted'; exchange?: string } = {},
): Promise<void> => {
  const channel = parts.state.channel(message.channel);
  if (!channel?.members.has(bot.userId) || message.visibleTo !== undefined) return;
  const event = messageEvent(parts, message, channel, options.change);
  await sendEvent(parts, messageSubscription(channel), event, options.exchange);
};

const messageEvent = (
  { state, clock }: Parts,
  message: Message,
  channel: Channel,
  change: 'message_changed' | 'message_deleted' | undefined,
): Record<string, unknown> => {
  const place = { channel: channel.id, channel_type: channel.kind };
  const written = wireMessage(message, state);
  const subtype = message.files ? { subtype: 'file_share' } : {};
  if (!change) return { ...written, ...subtype, ...place, event_ts: message.ts };
  const content = change === 'message_changed' ? { message: written } : { deleted_ts: message.ts };
  const ts = clock.ts();
  return {
    type: 'message',
    subtype: change,
    hidden: true,
    previous_message: written,
    ...content,
    ts,
    event_ts: ts,
    ...place,
  };
};
