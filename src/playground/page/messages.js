import { drawBlocks } from './blocks.js';
import { icon, make } from './dom.js';
import { mrkdwn } from './mrkdwn.js';

/**
 * @typedef {import('../snapshot.ts').ShownMessage} ShownMessage
 * @typedef {import('../snapshot.ts').ShownExchange} ShownExchange
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {{
 *   snapshot: Snapshot,
 *   press: (ts: string, actionId: string) => Promise<void>,
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

/**
 * @param {{ id: string, name: string, kind: string }} author
 * @returns {HTMLElement}
 */
export const avatar = ({ id, name, kind }) => {
  if (kind === 'bot') return make('span', { class: 'avatar bot', 'aria-hidden': 'true' });
  const initials = name
    .split(' ')
    .map((word) => word[0])
    .join('')
    .slice(0, 2);
  const shade = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4;
  return make('span', { class: `avatar shade-${shade}`, 'aria-hidden': 'true' }, initials);
};

/**
 * @param {Snapshot} snapshot
 * @returns {(id: string) => string}
 */
export const naming = (snapshot) => (id) =>
  (id === snapshot.bot.id ? snapshot.bot.handle : undefined) ??
  snapshot.people.find((person) => person.id === id)?.name ??
  snapshot.channels.find((channel) => channel.id === id)?.name ??
  id;

/**
 * @param {ShownMessage} message
 * @param {Surroundings} around
 */
const body = (message, around) => {
  const surroundings = {
    name: naming(around.snapshot),
    press: (/** @type {string} */ actionId) => around.press(message.ts, actionId),
  };
  const drawn =
    message.blocks.length > 0 ? drawBlocks(message.blocks, surroundings) : mrkdwn(message.text, surroundings);
  return make(
    'div',
    { class: 'body' },
    ...drawn,
    message.edited && make('span', { class: 'edited' }, '(edited)'),
  );
};

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
 * @param {ShownMessage} message
 * @param {Surroundings} around
 */
const tools = (message, { openThread }) =>
  openThread && !message.onlyForYou
    ? make(
        'div',
        { class: 'tools' },
        make(
          'button',
          { type: 'button', class: 'tool', onclick: () => openThread(message.ts) },
          icon('reply'),
          make('span', {}, 'Reply in thread'),
        ),
      )
    : undefined;

/**
 * @param {ShownMessage} message
 * @param {{ isFollowing: boolean, replies: readonly ShownMessage[] }} context
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
const drawMessage = (message, { isFollowing, replies }, around) =>
  make(
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
      body(message, around),
      message.reactions.length > 0 &&
        make('p', { class: 'reactions' }, ...message.reactions.map((name) => make('span', {}, `:${name}:`))),
      threadLink(message.ts, replies, around),
    ),
    tools(message, around),
  );

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
 * What is under way or has failed, as a row at the end.
 *
 * @param {ShownExchange} exchange
 * @param {Snapshot} snapshot
 * @returns {HTMLElement}
 */
const drawExchange = (exchange, { bot }) => {
  const label =
    exchange.isCommand && make('p', { class: 'asked' }, 'You asked ', make('code', {}, exchange.label));
  const dots = make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i'));
  const says =
    exchange.state === 'failed'
      ? make(
          'p',
          { class: 'failure', role: 'alert' },
          icon('warning'),
          make('span', {}, `The bot did not answer: ${exchange.problem}`),
        )
      : make('p', { class: 'working' }, dots, `${bot.name} ${exchange.status || 'is looking it up'}…`);
  return make(
    'li',
    { class: `message ${exchange.state}` },
    avatar({ ...bot, kind: 'bot' }),
    make('div', { class: 'content' }, label, says),
  );
};

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
    const context = { isFollowing: follows(message, messages[at - 1]), replies };
    return {
      key: message.ts,
      data: [message, context.isFollowing, replies.map((one) => one.ts), Boolean(around.openThread)],
      draw: () => drawMessage(message, context, around),
    };
  }),
  ...exchanges.map((exchange) => ({
    key: exchange.id,
    data: exchange,
    draw: () => drawExchange(exchange, around.snapshot),
  })),
];
