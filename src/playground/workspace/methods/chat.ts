import { z } from 'zod';
import { bot, team } from '../cast.ts';
import { admitMessage } from '../door.ts';
import { announce } from '../event.ts';
import { conversation, flag, joined, json, type Method, method } from '../method.ts';
import type { Parts } from '../parts.ts';
import { postAsBot } from '../post.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from '../state.ts';
import { threadRoot } from '../thread.ts';
import { wireMessage } from '../wire.ts';

const content = {
  text: z.string().optional(),
  blocks: json(z.array(z.unknown())).optional(),
  metadata: json(z.looseObject({ event_type: z.string() })).optional(),
};

const postMessage = method({
  scopes: ['chat:write'],
  args: z.looseObject({
    ...content,
    channel: z.string(),
    thread_ts: z.string().optional(),
    reply_broadcast: flag.optional(),
  }),
  run: (args, parts) => {
    if (args.reply_broadcast)
      throw new Refusal('restricted_action', ['The bot answers in threads, not in the channel.']);
    const { id } = joined(parts, args.channel);
    const threadTs = threadRoot(parts, id, args.thread_ts);
    const { text, blocks, metadata } = args;
    const message = postAsBot(parts, { channel: id, text, blocks, metadata, threadTs });
    return { channel: id, ts: message.ts, message: wireMessage(message, parts.state) };
  },
});

const postEphemeral = method({
  scopes: ['chat:write'],
  args: z.looseObject({
    ...content,
    channel: z.string(),
    user: z.string(),
    thread_ts: z.string().optional(),
  }),
  run: (args, parts) => {
    const channel = joined(parts, args.channel);
    if (!channel.members.has(args.user)) throw new Refusal('user_not_in_channel');
    const threadTs = threadRoot(parts, channel.id, args.thread_ts);
    const { text, blocks } = args;
    const message = postAsBot(parts, { channel: channel.id, text, blocks, threadTs, visibleTo: args.user });
    return { message_ts: message.ts };
  },
});

const update = method({
  scopes: ['chat:write'],
  args: z.looseObject({ ...content, channel: z.string(), ts: z.string() }),
  run: (args, parts) => {
    const original = own(parts, args.channel, args.ts, 'cant_update_message');
    const { text, blocks } = args;
    admitMessage({ ...(text !== undefined && { text }), ...(blocks && { blocks }) }, { isChange: true });
    const message = { ...original, text: text ?? '', blocks: blocks ?? [], edited: true };
    parts.state.replace(message);
    const { exchange: _, ...unbooked } = message;
    parts.exchanges.answeredBy(unbooked);
    void announce(parts, message, { change: 'message_changed' });
    return { channel: message.channel, ts: message.ts, text: message.text };
  },
});

const remove = method({
  scopes: ['chat:write'],
  args: z.looseObject({ channel: z.string(), ts: z.string() }),
  run: (args, parts) => {
    const message = own(parts, args.channel, args.ts, 'cant_delete_message');
    parts.state.remove(message);
    void announce(parts, message, { change: 'message_deleted' });
    return { channel: message.channel, ts: message.ts };
  },
});

const getPermalink = method({
  args: z.looseObject({ channel: z.string(), message_ts: z.string() }),
  run: (args, parts) => {
    const { id } = joined(parts, args.channel);
    const message = parts.state.message(id, args.message_ts);
    if (!message || message.visibleTo !== undefined) throw new Refusal('message_not_found');
    const { ts, threadTs } = message;
    const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${id}`;
    const permalink = `https://${team.domain}.slack.example/archives/${id}/p${ts.replace('.', '')}${thread}`;
    return { channel: id, permalink };
  },
});

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};

/** A message of the bot's own that everyone sees; ephemeral ones are out of the Web API's reach. */
const own = (parts: Parts, channel: string, ts: string, error: string): Message => {
  const message = parts.state.message(conversation(parts, channel).id, ts);
  if (!message || message.visibleTo !== undefined) throw new Refusal('message_not_found');
  if (message.user !== bot.userId) throw new Refusal(error, ['The bot did not write it.']);
  return message;
};
