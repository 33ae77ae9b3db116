import { avatar } from './avatar.js';
import { icon, make, reprint } from './dom.js';
import { drawExchange } from './exchange-row.js';
import { menuButton } from './menu.js';
import { choices, drawBody } from './message-body.js';

/**
 * @typedef {import('../shown-message.ts').ShownMessage} ShownMessage
 * @typedef {import('../snapshot.ts').ShownExchange} ShownExchange
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {{
 *   snapshot: Snapshot,
 *   as: string,
 *   use: (ts: string, actionId: string, choice?: import('./entered.js').Choice) => Promise<unknown>,
 *   search: (ts: string, actionId: string, query: string) => Promise<readonly any[]>,
 *   runShortcut: (ts: string, callbackId: string) => void,
 *   openThread?: ((ts: string) => void) | undefined,
 * }} Surroundings
 * @typedef {{ key: string, data: unknown, draw: () => HTMLElement }} Row
 */

/** Messages of one author within this many seconds stand under one name. */
const togetherSeconds = 300;

/** @param {string} ts */
const timeOf = (ts) => new Date(Number(ts) * 1000);

/** @param {string} ts */
const clock = (ts) => timeOf(ts).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });

/** @param {ShownMessage} message */
const marks = (message) => [
  message.onlyForYou && make('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
  message.asked !== undefined && make('p', { class: 'asked' }, 'You asked ', make('code', {}, message.asked)),
];

/** @param {ShownMessage} message */
const signature = (message) =>
  make(
    'p',
    { class: 'signature' },
    make('strong', {}, message.author.name),
    message.author.kind !== 'person' && make('span', { class: 'badge' }, 'App'),
    make(
      'time',
      { datetime: timeOf(message.ts).toISOString(), title: timeOf(message.ts).toLocaleString() },
      clock(message.ts),
    ),
  );

/**
 * @param {string} ts
 * @param {readonly ShownMessage[]} replies
 * @param {Surroundings} around
 */
const threadLink = (ts, replies, { openThread }) => {
  const last = replies.at(-1);
  if (!openThread || !last) return undefined;
  const authors = [...new Map(replies.map((one) => [one.author.id, one.author])).values()].slice(0, 3);
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  return make(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => openThread(ts) },
    ...authors.map(avatar),
    make('span', { class: 'count' }, count),
    make('span', { class: 'last' }, `last at ${clock(last.ts)}`),
  );
};

/**
 * What can be done with a message; nothing with one that only one person sees, as in Slack.
 *
 * @param {ShownMessage} message
 * @param {Surroundings} around
 */
const tools = (message, { openThread, runShortcut, snapshot }) => {
  if (message.onlyForYou) return undefined;
  const { ts } = message;
  const shortcuts = snapshot.shortcuts.filter(({ type }) => type === 'message');
  const items = () =>
    shortcuts.map(({ name, callback_id: id }) => ({
      title: name,
      about: snapshot.bot.name,
      choose: () => runShortcut(ts, id),
    }));
  const reply =
    openThread &&
    make(
      'button',
      { type: 'button', class: 'tool', 'data-act': 'reply', onclick: () => openThread(ts) },
      icon('reply'),
      make('span', {}, 'Reply in thread'),
    );
  const more =
    shortcuts.length > 0 &&
    menuButton({ class: 'tool', 'data-act': 'more' }, 'More actions for this message', items, icon('more'));
  return reply || more ? make('div', { class: 'tools' }, reply, more) : undefined;
};

/**
 * @param {ShownMessage} message
 * @param {{ isFollowing: boolean, replies: readonly ShownMessage[], print: () => unknown }} context
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
const drawMessage = (message, { isFollowing, replies, print }, around) => {
  const changed = () => reprint(row, print());
  const row = make(
    'li',
    {
      class: ['message', message.onlyForYou && 'private', isFollowing && 'following']
        .filter(Boolean)
        .join(' '),
      'data-ts': message.ts,
      'data-author': message.author.kind,
    },
    isFollowing
      ? make('time', { class: 'gutter', 'aria-hidden': 'true' }, clock(message.ts))
      : avatar(message.author),
    make(
      'div',
      { class: 'content' },
      ...marks(message).filter((mark) => mark !== false),
      !isFollowing && signature(message),
      drawBody(message, around, changed),
      message.reactions.length > 0 &&
        make('p', { class: 'reactions' }, ...message.reactions.map((name) => make('span', {}, `:${name}:`))),
      threadLink(message.ts, replies, around),
    ),
    tools(message, around),
  );
  return row;
};

/**
 * @param {ShownMessage} message
 * @param {ShownMessage | undefined} previous
 */
const follows = (message, previous) =>
  previous !== undefined &&
  previous.author.id === message.author.id &&
  !message.onlyForYou &&
  !previous.onlyForYou &&
  Number(message.ts) - Number(previous.ts) < togetherSeconds;

/**
 * The rows of a list of messages, with what is under way at the end.
 *
 * @param {readonly ShownMessage[]} messages
 * @param {readonly ShownExchange[]} exchanges
 * @param {Surroundings} around
 * @returns {Row[]}
 */
export const messageRows = (messages, exchanges, around) => [
  ...messages.map((message, at) => {
    const replies = around.snapshot.messages.filter((one) => one.threadTs === message.ts);
    const isFollowing = follows(message, messages[at - 1]);
    const { values: _, offered: __, ...fixed } = message;
    const ends = replies.map((one) => one.ts);
    const print = () => [fixed, choices(message, around.as), isFollowing, ends, Boolean(around.openThread)];
    const context = { isFollowing, replies, print };
    return {
      key: message.ts,
      data: print(),
      draw: () => drawMessage(message, context, around),
    };
  }),
  ...exchanges.map((exchange) => ({
    key: exchange.id,
    data: exchange,
    draw: () => drawExchange(exchange, around.snapshot),
  })),
];
