import { bot, slackbot } from './cast.ts';
import { admitMessage } from './door.ts';
import { announce } from './event.ts';
import type { StoredFile } from './file.ts';
import type { Parts } from './parts.ts';
import type { Message } from './state.ts';

/** A message on its way from the bot. */
export interface Draft {
  readonly channel: string;
  readonly text?: string | undefined;
  readonly blocks?: readonly unknown[] | undefined;
  readonly threadTs?: string | undefined;
  readonly visibleTo?: string | undefined;
  readonly metadata?: unknown;
  /** The exchange it came through, when it did not come by the Web API. */
  readonly exchange?: string | undefined;
}

/** Posts for the bot: checks the payload, keeps it, books it to the exchange it answers. Throws a Refusal. */
export const postAsBot = (parts: Parts, draft: Draft): Message => {
  admitMessage({
    ...(draft.text !== undefined && { text: draft.text }),
    ...(draft.blocks && { blocks: draft.blocks }),
  });
  const message = parts.state.add({ ...keep(draft), user: bot.userId, botId: bot.botId });
  parts.exchanges.answeredBy(message);
  // Slack tells the bot of its own messages too; it has to ignore them.
  void announce(parts, message);
  return message;
};

/** Posts files for the bot, with or without words. */
export const postFiles = (parts: Parts, draft: Draft, files: readonly StoredFile[]): Message => {
  const ids = files.map(({ id }) => id);
  const message = parts.state.add({ ...keep(draft), files: ids, user: bot.userId, botId: bot.botId });
  parts.exchanges.answeredBy(message);
  void announce(parts, message);
  return message;
};

/** A remark by Slackbot to one person: what the workspace itself would not do. */
export const remark = (parts: Parts, to: string, channel: string, text: string, threadTs?: string): Message =>
  parts.state.add({ ...keep({ channel, text, threadTs, visibleTo: to }), user: slackbot.id });

const keep = (draft: Draft): Omit<Message, 'ts' | 'user'> => ({
  channel: draft.channel,
  text: draft.text ?? '',
  blocks: draft.blocks ?? [],
  ...(draft.threadTs !== undefined && { threadTs: draft.threadTs }),
  ...(draft.visibleTo !== undefined && { visibleTo: draft.visibleTo }),
  ...(draft.metadata !== undefined && { metadata: draft.metadata }),
  ...(draft.exchange !== undefined && { exchange: draft.exchange }),
});
