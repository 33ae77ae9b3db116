import { bot, slackbot, team } from './cast.ts';
import { wireFile } from './file.ts';
import type { Message, State } from './state.ts';

/** A message as Slack's events and conversation methods write it. */
export const wireMessage = (message: Message, state: State): Record<string, unknown> => ({
  type: 'message',
  user: message.user,
  ...(message.botId && { bot_id: message.botId, app_id: bot.appId }),
  ...(message.clientMsgId && { client_msg_id: message.clientMsgId }),
  text: message.text,
  ts: message.ts,
  team: team.id,
  ...(message.blocks.length > 0 && { blocks: message.blocks }),
  ...(message.metadata !== undefined && { metadata: message.metadata }),
  ...(message.edited && { edited: { user: message.user, ts: message.ts } }),
  ...(message.files && { upload: true, files: filesOf(message, state) }),
  ...threadFields(message, state),
});

const filesOf = ({ files = [] }: Message, state: State): readonly Record<string, unknown>[] =>
  files.flatMap((id) => {
    const file = state.files.get(id);
    return file ? [wireFile(file)] : [];
  });

const threadFields = (message: Message, state: State): Record<string, unknown> => {
  if (message.threadTs !== undefined) {
    const root = state.message(message.channel, message.threadTs);
    return { thread_ts: message.threadTs, ...(root && { parent_user_id: root.user }) };
  }
  const replies = repliesTo(message, state);
  if (replies.length === 0) return {};
  return { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts };
};

/** The replies in a message's thread that everybody sees, oldest first. */
export const repliesTo = (root: Message, state: State): readonly Message[] =>
  state.messages.filter(
    (one) => one.channel === root.channel && one.threadTs === root.ts && one.visibleTo === undefined,
  );

/**
 * What a person typed, as Slack hands it on: `&`, `<`, `>` escaped; @names and #channels as ids. With `labels`, as in a
 * slash command with should_escape, the name stands beside the id.
 */
export const wireText = (typed: string, state: State, { labels = false } = {}): string => {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const named = escaped.replace(/(^|[^\w@])@([\w.-]*\w)/g, (whole, before: string, handle: string) => {
    const id = handleId(handle, state);
    return id === undefined ? whole : `${before}<@${id}${labels ? `|${handle}` : ''}>`;
  });
  return named.replace(/(^|[^\w&])#([\w-]+)/g, (whole, before: string, name: string) => {
    const channel = state.channel(`#${name}`);
    return channel ? `${before}<#${channel.id}|${name}>` : whole;
  });
};

const handleId = (handle: string, state: State): string | undefined => {
  const lower = handle.toLowerCase();
  if (lower === bot.handle) return bot.userId;
  if (lower === slackbot.name.toLowerCase()) return slackbot.id;
  return state.person(lower)?.id;
};

/** The rich text block that Slack makes of what a person typed. */
export const typedBlocks = (text: string): readonly unknown[] => {
  const elements = text
    .split(/(<@[A-Z0-9]+>)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const mention = /^<@([A-Z0-9]+)>$/.exec(piece);
      return mention ? { type: 'user', user_id: mention[1] } : { type: 'text', text: unescaped(piece) };
    });
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
};

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
