import { make } from './dom.js';

/**
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {import('../snapshot.ts').ShownChannel} ShownChannel
 */

/** How many examples a newcomer is shown. */
const shown = 8;

/**
 * What to try, in an empty conversation.
 *
 * @param {Snapshot} snapshot
 * @param {ShownChannel} channel
 * @param {(text: string) => void} send
 * @returns {HTMLElement}
 */
export const welcome = ({ bot, examples }, channel, send) => {
  /** @param {string} text */
  const typed = (text) => (channel.kind === 'im' ? text : `${bot.command} ${text}`);
  const chips = examples
    // The header asks for help on every page.
    .filter(({ text }) => text !== 'help')
    .slice(0, shown)
    .map(({ text, about }) =>
      make(
        'li',
        {},
        make(
          'button',
          { type: 'button', class: 'chip', onclick: () => send(typed(text)) },
          make('strong', {}, text),
          make('span', {}, about),
        ),
      ),
    );
  return make(
    'section',
    { class: 'welcome', 'aria-label': 'How to begin' },
    make('span', { class: 'avatar bot large', 'aria-hidden': 'true' }),
    make('h2', {}, 'Ask what others did before you decide'),
    make(
      'p',
      {},
      'Real healthcare-IT outsourcing deals: who, for how much, how long, what happened to the staff, and how it ended. Every fact comes with its source.',
    ),
    make('ul', { class: 'chips' }, ...chips),
    ways(bot, channel),
  );
};

/**
 * @param {Snapshot['bot']} bot
 * @param {ShownChannel} channel
 */
const ways = (bot, channel) => {
  if (channel.kind === 'im')
    return make(
      'p',
      { class: 'ways' },
      'Or write your own question below. Nobody else sees this conversation.',
    );
  if (!channel.hasBot) {
    return make(
      'p',
      { class: 'ways' },
      `${bot.name} is not in #${channel.name}. The command works all the same; for mentions, type `,
      make('code', {}, `/invite @${bot.handle}`),
      '.',
    );
  }
  return make(
    'p',
    { class: 'ways' },
    make('code', {}, bot.command),
    ' answers you alone. ',
    make('code', {}, `@${bot.handle}`),
    ' answers everyone, in a thread where you can ask on.',
  );
};
