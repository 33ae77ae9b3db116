import { bot, type Person, slackbot } from './workspace/cast.ts';
import { isCommand } from './workspace/exchange.ts';
import { kindOfFile } from './workspace/file.ts';
import { type Offered, type Values, valuesIn } from './workspace/form.ts';
import type { Message } from './workspace/state.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface ShownMessage {
  readonly ts: string;
  readonly author: { readonly id: string; readonly name: string; readonly kind: 'person' | 'bot' | 'slack' };
  readonly text: string;
  readonly blocks: readonly unknown[];
  /** What this person put into its inputs, by block id and action id. */
  readonly values: Values;
  /** Options that this person found by searching, by action id. */
  readonly offered: Offered;
  readonly files: readonly ShownFile[];
  readonly threadTs?: string | undefined;
  readonly onlyForYou: boolean;
  readonly edited: boolean;
  readonly reactions: readonly string[];
  /** The command that a private answer answers, since the command itself is no message. */
  readonly asked?: string | undefined;
}

/** A file that stands in a message. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** `CSV` */
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
}

/** A message as one person sees it. */
export const showMessage = (workspace: Workspace, message: Message, person: Person): ShownMessage => ({
  ts: message.ts,
  author: {
    id: message.user,
    name: workspace.state.nameOf(message.user),
    kind: message.user === bot.userId ? 'bot' : message.user === slackbot.id ? 'slack' : 'person',
  },
  text: message.text,
  blocks: message.blocks,
  values: valuesIn(message.blocks, workspace.state.form(person.id, message).values),
  offered: workspace.state.form(person.id, message).offered,
  files: (message.files ?? []).flatMap((id) => showFile(workspace, id)),
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

const showFile = ({ state }: Workspace, id: string): readonly ShownFile[] => {
  const file = state.files.get(id);
  if (!file) return [];
  const { name, title, size } = file;
  return [{ id, name, title, size, kind: kindOfFile(name).name }];
};
