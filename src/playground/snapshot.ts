import { bot, type Channel, type Person, slackbot, team } from './workspace/cast.ts';
import type { Exchange } from './workspace/exchange.ts';
import { type Message, statusKey } from './workspace/state.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface Example {
  readonly text: string;
  readonly about: string;
}

/** Everything one window shows: one person's view of one conversation. Plain JSON. */
export interface Snapshot {
  readonly team: string;
  readonly bot: {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
    readonly command: string;
  };
  readonly people: readonly Person[];
  readonly channels: readonly ShownChannel[];
  readonly messages: readonly ShownMessage[];
  readonly exchanges: readonly ShownExchange[];
  readonly home: unknown;
  readonly examples: readonly Example[];
}

export interface ShownChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly purpose: string;
  readonly hasBot: boolean;
  /** Timestamp of the newest message the person can see; empty when there is none. */
  readonly latest: string;
}

export interface ShownMessage {
  readonly ts: string;
  readonly author: { readonly id: string; readonly name: string; readonly kind: 'person' | 'bot' | 'slack' };
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly threadTs?: string | undefined;
  readonly onlyForYou: boolean;
  readonly edited: boolean;
  readonly reactions: readonly string[];
  /** The command that a private answer answers, since the command itself is no message. */
  readonly asked?: string | undefined;
}

export interface ShownExchange {
  readonly id: string;
  readonly person: string;
  readonly threadTs?: string | undefined;
  readonly label: string;
  readonly isCommand: boolean;
  readonly state: 'waiting' | 'failed';
  readonly problem?: string | undefined;
  /** What the bot says it is doing. */
  readonly status?: string | undefined;
}

/** What `person` sees with `channel` open. */
export const takeSnapshot = (
  workspace: Workspace,
  examples: readonly Example[],
  { person, channel }: { readonly person: Person; readonly channel: Channel },
): Snapshot => ({
  team: team.name,
  bot: { id: bot.userId, name: bot.name, handle: bot.handle, command: bot.command },
  people: workspace.state.people,
  channels: workspace.state.channels
    .filter((one) => one.members.has(person.id))
    .map((one) => showChannel(workspace, one, person)),
  messages: workspace.messages(channel.id, { as: person.id }).map((one) => showMessage(workspace, one)),
  exchanges: workspace.exchanges
    .filter((one) => one.channel === channel.id && one.state !== 'answered' && isSeenBy(one, person))
    .map((one) => showExchange(workspace, one)),
  home: workspace.state.screens(person.id).home?.view ?? null,
  examples,
});

const showChannel = (workspace: Workspace, channel: Channel, person: Person): ShownChannel => ({
  id: channel.id,
  name: channel.kind === 'im' ? bot.name : channel.name,
  kind: channel.kind,
  purpose: channel.purpose,
  hasBot: channel.members.has(bot.userId),
  latest: workspace.messages(channel.id, { as: person.id }).at(-1)?.ts ?? '',
});

const showMessage = (workspace: Workspace, message: Message): ShownMessage => ({
  ts: message.ts,
  author: {
    id: message.user,
    name: workspace.state.nameOf(message.user),
    kind: message.user === bot.userId ? 'bot' : message.user === slackbot.id ? 'slack' : 'person',
  },
  text: message.text,
  blocks: message.blocks,
  threadTs: message.threadTs,
  onlyForYou: message.visibleTo !== undefined,
  edited: message.edited ?? false,
  reactions: message.reactions ?? [],
  asked: commandBehind(workspace, message),
});

const commandBehind = (workspace: Workspace, { exchange }: Message): string | undefined => {
  const found = exchange === undefined ? undefined : workspace.exchange(exchange);
  return found && isCommand(found) ? found.label : undefined;
};

const showExchange = (workspace: Workspace, exchange: Exchange): ShownExchange => ({
  id: exchange.id,
  person: exchange.person,
  threadTs: exchange.threadTs,
  label: exchange.label,
  isCommand: isCommand(exchange),
  state: exchange.state === 'failed' ? 'failed' : 'waiting',
  problem: exchange.problem,
  status: workspace.state.statuses.get(statusKey(exchange.channel, exchange.threadTs)),
});

const isCommand = ({ ts, expects }: Exchange): boolean => ts === undefined && expects === 'reply';

/** Others see that the bot is at work on a message, but not on what was asked in private. */
const isSeenBy = (exchange: Exchange, person: Person): boolean =>
  exchange.person === person.id || exchange.ts !== undefined;
