import { type Act, current, places } from './act.ts';
import { bot, type Channel } from './cast.ts';
import { announce, messageSubscription, sendEvent } from './event.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';
import { remark } from './post.ts';
import type { Message } from './state.ts';
import { typedBlocks, wireMessage, wireText } from './wire.ts';

/** Writes a message. A mention reaches the bot as two events, as it does in Slack. */
export const writeMessage = async (
  parts: Parts,
  act: Act,
  typed: string,
  thread?: string,
): Promise<Exchange> => {
  const { person, channel } = act;
  const root = thread === undefined ? undefined : parts.state.message(channel.id, thread);
  if (thread !== undefined && !root) throw new Error(`There is no message ${thread} to reply to.`);
  const threadTs = root?.threadTs ?? root?.ts;
  const text = wireText(typed, parts.state);
  const message = parts.state.add({
    channel: channel.id,
    user: person.id,
    text,
    blocks: typedBlocks(text),
    clientMsgId: parts.clock.id('client-message-'),
    ...(threadTs !== undefined && { threadTs }),
  });
  const mentioned = text.includes(`<@${bot.userId}>`);
  const isMember = channel.members.has(bot.userId);
  if (mentioned && !isMember) remark(parts, person.id, channel.id, notHere(channel), threadTs);
  const expects = isMember && (mentioned || channel.kind === 'im') ? 'reply' : 'nothing';
  const exchange = parts.exchanges.open({
    ...places(act, threadTs ?? message.ts),
    ts: message.ts,
    label: typed,
    expects,
  });
  await tellBot(parts, act, message, { mentioned, ...(expects === 'reply' && { exchange: exchange.id }) });
  return current(parts, exchange);
};

const notHere = ({ name }: Channel): string =>
  `${bot.name} is not in #${name} and cannot see this. Type \`/invite @${bot.handle}\` to add it.`;

const tellBot = async (
  parts: Parts,
  { channel }: Act,
  message: Message,
  options: { mentioned: boolean; exchange?: string },
): Promise<void> => {
  const { mentioned, ...booking } = options;
  if (!channel.members.has(bot.userId)) return;
  if (!mentioned || messageSubscription(channel) === 'message.im') return announce(parts, message, booking);
  const { team: _, ...written } = wireMessage(message, parts.state);
  const event = { ...written, type: 'app_mention', channel: channel.id, event_ts: message.ts };
  await Promise.all([
    sendEvent(parts, 'app_mention', event, options.exchange),
    announce(parts, message, booking),
  ]);
};
