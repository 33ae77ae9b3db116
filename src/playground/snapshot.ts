import { type ShownMessage, showMessage } from './shown-message.ts';
import { type ShownView, showScreens } from './shown-view.ts';
import { bot, type Channel, type Person, team } from './workspace/cast.ts';
import { type Exchange, isCommand } from './workspace/exchange.ts';
import type { Shortcut } from './workspace/shortcut.ts';
import { type Prompts, statusKey } from './workspace/state.ts';
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
  readonly home: ShownView | null;
  /** Modals above everything, lowest first. */
  readonly modals: readonly ShownView[];
  readonly shortcuts: readonly Shortcut[];
  /** What the bot suggests to ask in this conversation. */
  readonly prompts: Prompts;
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
  messages: workspace
    .messages(channel.id, { as: person.id })
    .map((one) => showMessage(workspace, one, person)),
  exchanges: workspace.exchanges
    .filter((one) => one.channel === channel.id && isUnderWay(one) && isSeenBy(one, person))
    .map((one) => showExchange(workspace, one)),
  ...showScreens(workspace.state.screens(person.id)),
  shortcuts: workspace.shortcuts,
  prompts: workspace.state.prompts.get(channel.id) ?? { prompts: [] },
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

/** What happens on a view is told there. */
const isUnderWay = ({ state, isOnView }: Exchange): boolean => state !== 'answered' && !isOnView;

/** Others see that the bot is at work on a message, but not on what was asked in private. */
const isSeenBy = (exchange: Exchange, person: Person): boolean =>
  exchange.person === person.id || exchange.ts !== undefined;
