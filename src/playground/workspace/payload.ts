import { bot, type Channel, type Person, team } from './cast.ts';
import type { Parts } from './parts.ts';
import type { Message, View } from './state.ts';
import { wireMessage } from './wire.ts';

/** The fields of a slash command. `text` is what stands behind the command, as Slack hands it on. */
export const commandPayload = (
  parts: Parts,
  act: { person: Person; channel: Channel; command: string; text: string; exchange: string },
): Record<string, unknown> => ({
  token: 'verification-token',
  team_id: team.id,
  team_domain: team.domain,
  channel_id: act.channel.id,
  channel_name: act.channel.kind === 'im' ? 'directmessage' : act.channel.name,
  user_id: act.person.id,
  user_name: act.person.handle,
  command: act.command,
  text: act.text,
  api_app_id: bot.appId,
  is_enterprise_install: 'false',
  response_url: responseUrl(parts, act.person, act.channel, act.exchange),
  trigger_id: parts.triggers.issue(act.person.id),
});

/** A button (or another element) as found in the blocks of a message or view. */
export interface FoundElement {
  readonly element: Readonly<Record<string, unknown>>;
  readonly blockId: string;
}

/** A press on an element of a message. */
export const messageActionPayload = (
  parts: Parts,
  act: { person: Person; channel: Channel; message: Message; found: FoundElement; exchange: string },
): Record<string, unknown> => {
  const { person, channel, message, found, exchange } = act;
  const isEphemeral = message.visibleTo !== undefined;
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  return {
    ...actionPayload(parts, person, found),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    // Slack keeps ephemeral messages to itself: the bot learns only their timestamp.
    ...(!isEphemeral && { message: wireMessage(message, parts.state) }),
    response_url: responseUrl(parts, person, channel, exchange, message),
  };
};

/** A press on an element of a Home view or modal. */
export const viewActionPayload = (
  parts: Parts,
  act: { person: Person; view: View; wireView: Record<string, unknown>; found: FoundElement },
): Record<string, unknown> => ({
  ...actionPayload(parts, act.person, act.found),
  container: { type: 'view', view_id: act.view.id },
  view: act.wireView,
});

const actionPayload = (
  parts: Parts,
  { id, handle, name }: Person,
  { element, blockId }: FoundElement,
): Record<string, unknown> => {
  const { confirm: _, accessibility_label: __, ...sent } = element;
  return {
    type: 'block_actions',
    user: { id, username: handle, name, team_id: team.id },
    api_app_id: bot.appId,
    token: 'verification-token',
    trigger_id: parts.triggers.issue(id),
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    state: { values: {} },
    actions: [{ ...sent, block_id: blockId, action_ts: parts.clock.ts() }],
  };
};

const responseUrl = (
  parts: Parts,
  person: Person,
  channel: Channel,
  exchange: string,
  source?: Message,
): string => {
  const address = { person: person.id, channel: channel.id, exchange, ...(source && { source }) };
  return `${parts.origin}/respond/${parts.responseUrls.issue(address)}`;
};
