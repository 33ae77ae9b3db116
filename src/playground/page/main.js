import { look, perform, watch } from './api.js';
import { drawBlocks } from './blocks.js';
import { makeComposer } from './composer.js';
import { byId, icon, make, reconcile } from './dom.js';
import { messageRows, naming } from './messages.js';
import { drawSidebar } from './sidebar.js';
import { welcome } from './welcome.js';

/** @typedef {import('../snapshot.ts').Snapshot} Snapshot */

/** Where this window stands; the address holds it, so that a reload and a second window can stand elsewhere. */
const place = { as: '', channel: '', thread: '', tab: 'messages' };
/** The newest message seen, by person and conversation. */
const seen = new Map();
/** @type {Snapshot | undefined} */
let snapshot;

const readAddress = () => {
  const address = new URLSearchParams(location.hash.slice(1));
  place.as = address.get('as') ?? '';
  place.channel = address.get('in') ?? '';
  place.thread = address.get('thread') ?? '';
  place.tab = address.get('tab') ?? 'messages';
};

/** @param {Partial<typeof place>} next */
const go = (next) => {
  Object.assign(place, next);
  const { as, channel, thread, tab } = place;
  const parts = { as, in: channel, ...(thread && { thread }), ...(tab !== 'messages' && { tab }) };
  history.replaceState(null, '', `#${new URLSearchParams(parts)}`);
  return refresh();
};

/** @param {string | undefined} problem */
const notify = (problem) => {
  const notice = byId('notice');
  notice.hidden = problem === undefined;
  notice.textContent = problem ?? '';
};

/** @param {'type' | 'press' | 'press-view' | 'tab'} act @param {Record<string, unknown>} body */
const act = async (act, body) => notify(await perform(act, { as: place.as, ...body }));

const here = () => snapshot?.channels.find(({ id }) => id === place.channel);

/** @param {string} text @param {string} [thread] */
const send = (text, thread) => act('type', { channel: place.channel, text, ...(thread && { thread }) });

const composer = makeComposer((text) => send(text), 'message-box');
const threadComposer = makeComposer((text) => send(text, place.thread));

/** @param {string} ts @param {string} actionId */
const press = (ts, actionId) => act('press', { channel: place.channel, ts, actionId });

/** @param {string} ts */
const openThread = async (ts) => {
  await go({ thread: ts });
  threadComposer.focus();
};

const closeThread = async () => {
  const from = place.thread;
  await go({ thread: '' });
  const row = byId('log').querySelector(`[data-ts="${from}"] button`);
  if (row instanceof HTMLElement) row.focus();
};

/** @param {'home' | 'messages'} tab */
const openTab = (tab) => {
  void act('tab', { tab });
  return go({ tab, thread: '' });
};

/** @param {string} channel */
const goTo = async (channel) => {
  document.body.classList.add('in-channel');
  await go({ channel, thread: '', tab: 'messages' });
  if (here()?.kind === 'im') void act('tab', { tab: 'messages' });
  composer.focus();
};

/** @param {string} as */
const actAs = (as) => {
  // Everyone has a direct message of their own with the app.
  const channel = here()?.kind === 'im' ? '' : place.channel;
  return go({ as, channel, thread: channel ? place.thread : '', tab: 'messages' });
};

let drawnHeader = '';

const drawHeader = () => {
  const channel = here();
  const print = JSON.stringify([channel?.id, channel?.purpose, place.tab]);
  // Drawn anew only when it changes, so that the keyboard's place in it stays.
  if (!channel || !snapshot || print === drawnHeader) return;
  drawnHeader = print;
  const isDm = channel.kind === 'im';
  const back = make(
    'button',
    {
      type: 'button',
      class: 'tool back',
      'aria-label': 'All conversations',
      onclick: () => document.body.classList.remove('in-channel'),
    },
    icon('back'),
  );
  const title = make('h1', {}, isDm ? channel.name : `# ${channel.name}`);
  const help = make(
    'button',
    {
      type: 'button',
      class: 'tool help',
      onclick: () => send(isDm ? 'help' : `${snapshot?.bot.command} help`),
    },
    icon('help'),
    make('span', {}, 'What can I ask?'),
  );
  const tabs =
    isDm &&
    make(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'Tabs' },
      tab('messages', 'Messages'),
      tab('home', 'Home'),
    );
  byId('header').replaceChildren(
    back,
    make('div', { class: 'titles' }, title, make('p', {}, channel.purpose)),
    ...(tabs ? [tabs] : []),
    help,
  );
  document.title = `${isDm ? '' : '#'}${channel.name} · a pretend Slack`;
};

/** @param {'home' | 'messages'} name @param {string} label */
const tab = (name, label) =>
  make(
    'button',
    { type: 'button', 'aria-pressed': String(place.tab === name), onclick: () => openTab(name) },
    label,
  );

/** @param {Snapshot} now */
const drawMain = (now) => {
  const roots = now.messages.filter((one) => one.threadTs === undefined);
  const channel = here();
  const isHome = place.tab === 'home' && channel?.kind === 'im';
  byId('scroll').hidden = isHome;
  byId('composer').hidden = isHome;
  byId('home').hidden = !isHome;
  if (isHome) drawHome(now);
  const topLevel = now.exchanges.filter((one) => one.threadTs === undefined);
  const isEmpty = roots.length === 0 && topLevel.length === 0;
  byId('welcome').replaceChildren(
    ...(isEmpty && channel ? [welcome(now, channel, (text) => send(text))] : []),
  );
  const around = { snapshot: now, press, openThread };
  // Where no thread is open, what is under way in one is shown below its message.
  const below = now.exchanges.filter((one) => one.threadTs !== undefined && one.threadTs !== place.thread);
  keepInSight(byId('scroll'), () =>
    reconcile(byId('log'), messageRows(roots, [...topLevel, ...below], around)),
  );
};

/** @param {Snapshot} now */
const drawThread = (now) => {
  const root = now.messages.find((one) => one.ts === place.thread);
  byId('thread').hidden = !root;
  document.body.classList.toggle('in-thread', Boolean(root));
  if (!root) return;
  const replies = now.messages.filter((one) => one.threadTs === root.ts);
  const waiting = now.exchanges.filter((one) => one.threadTs === root.ts);
  const around = { snapshot: now, press, openThread: undefined };
  keepInSight(byId('thread-scroll'), () =>
    reconcile(byId('thread-log'), messageRows([root, ...replies], waiting, around)),
  );
};

/** @param {Snapshot} now */
const drawHome = (now) => {
  const view = /** @type {any} */ (now.home);
  const around = {
    name: naming(now),
    press: (/** @type {string} */ actionId) => act('press-view', { actionId }),
  };
  const blocks = view
    ? drawBlocks(view.blocks, around)
    : [make('p', { class: 'unknown' }, 'The bot has published nothing here yet.')];
  byId('home').replaceChildren(make('div', { class: 'body' }, ...blocks));
};

/**
 * Draws into a scrolled list: the end stays in sight when it was in sight, and a new message taller than the window
 * shows its beginning, which is where an answer stands.
 *
 * @param {HTMLElement} scroll
 * @param {() => void} draw
 */
const keepInSight = (scroll, draw) => {
  const wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
  const before = scroll.querySelector('ol')?.lastElementChild;
  draw();
  const last = scroll.querySelector('ol')?.lastElementChild;
  if (!last || last === before || !(wasAtEnd || last.matches('.waiting, .private'))) return;
  if (last.clientHeight > scroll.clientHeight - 40) last.scrollIntoView({ block: 'start' });
  else scroll.scrollTop = scroll.scrollHeight;
};

/** @param {Snapshot} now */
const useWords = (now) => {
  const channel = here();
  if (!channel) return;
  const { bot, people } = now;
  const isDm = channel.kind === 'im';
  const name = isDm ? bot.name : `#${channel.name}`;
  const handles = [
    { insert: `@${bot.handle}`, title: `@${bot.handle}`, about: 'ask in the open; it answers in a thread' },
    ...people
      .filter(({ id }) => id !== place.as)
      .map((one) => ({
        insert: `@${one.handle}`,
        title: `@${one.handle}`,
        about: `${one.name}, ${one.title}`,
      })),
  ];
  const commands = [
    { insert: bot.command, title: `${bot.command} your question`, about: 'only you see the answer' },
    ...(channel.hasBot
      ? []
      : [{ insert: `/invite @${bot.handle}`, title: `/invite @${bot.handle}`, about: `add it to ${name}` }]),
  ];
  const placeholder = isDm ? `Ask ${bot.name}` : `${bot.command} or @${bot.handle}`;
  composer.use({
    label: `Message ${name}`,
    placeholder,
    hints: (start) => (start === '/' ? commands : handles),
  });
  threadComposer.use({
    label: 'Reply in this thread',
    placeholder: isDm ? 'Ask on' : `Reply, or ask on with @${bot.handle}`,
    hints: (start) => (start === '@' ? handles : []),
  });
};

const draw = () => {
  if (!snapshot) return;
  const now = snapshot;
  seen.set(`${place.as} ${place.channel}`, here()?.latest);
  drawSidebar(byId('sidebar'), now, {
    ...place,
    goTo,
    actAs,
    isNew: (channel) => channel.latest > (seen.get(`${place.as} ${channel.id}`) ?? ''),
  });
  drawHeader();
  useWords(now);
  drawMain(now);
  drawThread(now);
};

let asked = 0;

/** Looks at the workspace and draws it; of several looks under way only the latest counts. */
const refresh = async () => {
  asked += 1;
  const mine = asked;
  const latest = await look(place.as, place.channel);
  if (mine !== asked) return;
  snapshot = latest;
  settle(latest);
  draw();
};

/** Falls back to the first person and conversation when the address names none that exist. @param {Snapshot} now */
const settle = (now) => {
  if (!now.people.some(({ id }) => id === place.as)) place.as = now.people[0]?.id ?? '';
  if (!now.channels.some(({ id }) => id === place.channel)) place.channel = now.channels[0]?.id ?? '';
};

byId('composer').append(composer.element);
byId('thread-composer').append(threadComposer.element);
byId('thread-header').replaceChildren(
  make('div', { class: 'titles' }, make('h2', {}, 'Thread')),
  make(
    'button',
    { type: 'button', class: 'tool', 'aria-label': 'Close the thread', onclick: closeThread },
    icon('close'),
  ),
);
addEventListener('hashchange', () => {
  readAddress();
  void refresh();
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && place.thread) void closeThread();
});
readAddress();
// A phone begins in the first conversation, where the examples are.
document.body.classList.add('in-channel');
let isLost = false;
watch((isConnected) => {
  if (!isConnected)
    notify('The page lost its workspace. Is the program still running? It comes back by itself.');
  else if (isLost) notify(undefined);
  isLost = !isConnected;
  if (isConnected) void refresh();
});
