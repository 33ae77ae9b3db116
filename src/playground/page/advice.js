import { make } from './dom.js';

/**
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {import('../snapshot.ts').ShownChannel} ShownChannel
 */

/**
 * Whether a message called nobody: in a channel the bot answers only when it is asked.
 *
 * @param {Snapshot['bot']} bot
 * @param {ShownChannel} channel
 * @param {string} text
 */
const calledNobody = (bot, channel, text) =>
  channel.kind !== 'im' && !text.startsWith('/') && !text.includes(`@${bot.handle}`);

/**
 * What is said below the message box after a message that called nobody: the same words, a tap away from the bot.
 * Nothing where somebody was called. Commands do not run in threads.
 *
 * @param {Snapshot['bot']} bot
 * @param {ShownChannel} channel
 * @param {string} text what was sent
 * @param {{ isThread: boolean, send: (text: string) => void }} around
 * @returns {readonly (Node | string)[]}
 */
export const adviceOn = (bot, channel, text, { isThread, send }) => {
  if (!calledNobody(bot, channel, text)) return [];
  /** @param {string} call @param {string} label */
  const again = (call, label) =>
    make('button', { type: 'button', onclick: () => send(`${call} ${text}`) }, label);
  const ways = [
    !isThread && again(bot.command, 'Ask it, just for you'),
    channel.hasBot && again(`@${bot.handle}`, 'Ask it in the open'),
  ].filter((way) => way !== false);
  return ways.length === 0
    ? []
    : [`That went to your colleagues. ${bot.name} answers when it is called. `, ...ways];
};
