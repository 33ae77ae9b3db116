import { bot, type Channel, type Person, team } from './cast.ts';
import type { Parts } from './parts.ts';
import type { Message } from './state.ts';

/** Slack's old way to say who sends it, before signatures; every payload still carries it. */
const token = 'verification-token';

/** The fields of a slash command. `text` is what stands behind the command, as Slack hands it on. */
export const commandPayload = (
  parts: Parts,
  act: { person: Person; channel: Channel; command: string; text: string; exchange: string },
): Record<string, unknown> => ({
  token,
  team_id: team.id,
  team_domain: team.domain,
  channel_id: act.channel.id,
  channel_name: channelName(act.channel),
  user_id: act.person.id,
  user_name: act.person.handle,
  command: act.command,
  text: act.text,
  api_app_id: bot.appId,
  is_enterprise_install: 'false',
  response_url: responseUrl(parts, act),
  trigger_id: parts.triggers.issue(act.person.id, act.channel.id),
});

/** What every interaction says: its type, who did it (in `channel`), and a trigger to open a modal with. */
export const interactionPayload = (
  parts: Parts,
  type: string,
  { id, handle }: Person,
  channel?: Channel,
): Record<string, unknown> => ({
  type,
  user: { id, username: handle, name: handle, team_id: team.id },
  api_app_id: bot.appId,
  token,
  trigger_id: parts.triggers.issue(id, channel?.id),
  team: { id: team.id, domain: team.domain },
  enterprise: null,
  is_enterprise_install: false,
});

export const wireChannel = (channel: Channel): Record<string, unknown> => ({
  id: channel.id,
  name: channelName(channel),
});

/** A fresh response_url; `source` is the message it may replace or delete. */
export const responseUrl = (
  parts: Parts,
  {
    person,
    channel,
    exchange,
    source,
  }: { person: Person; channel: Channel; exchange: string; source?: Message },
): string => {
  const address = { person: person.id, channel: channel.id, exchange, ...(source && { source }) };
  return `${parts.origin}/respond/${parts.responseUrls.issue(address)}`;
};

const channelName = ({ kind, name }: Channel): string => (kind === 'im' ? 'directmessage' : name);
