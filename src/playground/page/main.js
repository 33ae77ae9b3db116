import { adviceOn } from './advice.js';
import { look, perform, watch } from './api.js';
import { makeComposer } from './composer.js';
import { byId, icon, make, reconcile } from './dom.js';
import { forgetGone } from './entered.js';
import { drawHeader } from './header.js';
import { drawHome } from './home.js';
import { messageRows } from './messages.js';
import { drawModal } from './modal.js';
import { moveTo, place, readAddress, settle } from './place.js';
import { promptRow } from './prompts.js';
import { isNew, markSeen } from './seen.js';
import { drawSidebar } from './sidebar.js';
import { keepInSight, showMessage, toEnd } from './sight.js';
import { drawTraffic, setUpTraffic } from './traffic.js';
import { welcome } from './welcome.js';
import { channelWords, threadWords } from './words.js';

/** @typedef {import('../snapshot.ts').Snapshot} Snapshot */

/** @type {Snapshot | undefined} */
let snapshot;

/** @param {Partial<typeof place>} next */
const go = (next) => {
  // What was advised belongs to the thread it was sent in.
  if (next.thread !== undefined && next.thread !== place.thread) threadComposer.advise([]);
  moveTo(next);
  return refresh();
};

/** @param {string | undefined} problem */
const notify = (problem) => {
  const notice = byId('notice');
  notice.hidden = problem === undefined;
  notice.textContent = problem ?? '';
};

/** @param {import('./api.js').Act} what @param {Record<string, unknown>} body */
const act = async (what, body) => {
  const done = await perform(what, { as: place.as, ...body });
  notify(done.problem);
  return done;
};

const here = () => snapshot?.channels.find(({ id }) => id === place.channel);

/** @param {string} [thread] */
const listOf = (thread) => byId(thread ? 'thread-scroll' : 'scroll');

/** @param {string} text @param {string} [thread] */
const advise = (text, thread) => {
  const channel = here();
  if (!snapshot || !channel) return;
  // In a thread of its own the bot answers without being called.
  const itsOwn = snapshot.messages.some(({ ts, author }) => ts === thread && author.kind === 'bot');
  const around = {
    isThread: Boolean(thread),
    send: (/** @type {string} */ again) => void send(again, thread),
  };
  const advice = itsOwn ? [] : adviceOn(snapshot.bot, channel, text, around);
  const [box, other] = thread ? [threadComposer, composer] : [composer, threadComposer];
  box.advise(advice);
  other.advise([]);
  if (advice.length > 0) toEnd(listOf(thread));
};

/**
 * Sends what was typed. The answer to a mention or a direct message comes in a thread, which opens by itself.
 *
 * @param {string} text
 * @param {string} [thread]
 */
const send = async (text, thread) => {
  const { as, channel } = place;
  toEnd(listOf(thread));
  const { thread: answered } = await act('type', { channel, text, ...(thread && { thread }) });
  advise(text, thread);
  if (answered && as === place.as && channel === place.channel) await openThread(answered);
};

const composer = makeComposer((text) => send(text), 'message-box');
const threadComposer = makeComposer((text) => send(text, place.thread));

/** @param {string} ts @param {string} actionId @param {import('./entered.js').Choice} [choice] */
const use = (ts, actionId, choice) => act('press', { channel: place.channel, ts, actionId, choice });

/** @param {string} ts @param {string} actionId @param {string} query */
const search = async (ts, actionId, query) => {
  const at = { channel: place.channel, ts };
  return (await act('options', { actionId, query, at })).options ?? [];
};

/** @param {string} ts @param {string} callbackId */
const runOn = (ts, callbackId) => void act('message-shortcut', { channel: place.channel, ts, callbackId });

/** @param {string} callbackId */
const run = (callbackId) => void act('shortcut', { callbackId });

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
  composer.advise([]);
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

/** @param {Snapshot} now */
const beginning = (now) => {
  const channel = here();
  return channel ? welcome(now, channel, (text) => send(text)) : make('div');
};

/** @param {Snapshot} now */
const drawMain = (now) => {
  const roots = now.messages.filter((one) => one.threadTs === undefined);
  const channel = here();
  const isHome = place.tab === 'home' && channel?.kind === 'im';
  byId('scroll').hidden = isHome;
  byId('composer').hidden = isHome;
  byId('home').hidden = !isHome;
  if (isHome) drawHome(now, act);
  reconcile(byId('prompts'), isHome ? [] : promptRow(now, (text) => void send(text)));
  const topLevel = now.exchanges.filter((one) => one.threadTs === undefined);
  const isEmpty = roots.length === 0 && topLevel.length === 0;
  const begin = { key: place.channel, data: [channel, now.examples], draw: () => beginning(now) };
  reconcile(byId('welcome'), isEmpty ? [begin] : []);
  const around = { snapshot: now, as: place.as, use, search, runShortcut: runOn, openThread };
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
  const around = { snapshot: now, as: place.as, use, search, runShortcut: runOn, openThread: undefined };
  keepInSight(byId('thread-scroll'), () =>
    reconcile(byId('thread-log'), messageRows([root, ...replies], waiting, around)),
  );
};

const draw = () => {
  if (!snapshot) return;
  const now = snapshot;
  const channel = here();
  // On the Home tab the messages are behind the other tab.
  if (channel && !(place.tab === 'home' && channel.kind === 'im')) markSeen(place.as, channel);
  const isUnread = (/** @type {import('../snapshot.ts').ShownChannel} */ one) => isNew(place.as, one);
  drawSidebar(byId('sidebar'), now, {
    ...place,
    isShared: here()?.kind === 'channel',
    goTo,
    actAs,
    isNew: isUnread,
  });
  if (channel) {
    drawHeader(byId('header'), channel, {
      ...place,
      bot: now.bot,
      isNewHere: isUnread(channel),
      isNewElsewhere: now.channels.some((one) => one !== channel && isUnread(one)),
      openTab,
      send,
    });
    composer.use(channelWords(now, channel, { as: place.as, run }));
    threadComposer.use(threadWords(now, channel, { as: place.as, run }));
  }
  drawMain(now);
  drawThread(now);
  drawModal(now, act);
  forgetGone([...now.modals, ...(now.home ? [now.home] : [])]);
  drawTraffic();
};

let asked = 0;
/** @type {Promise<void>} */
let drawing = Promise.resolve();

/** Looks at the workspace and draws it; of several looks under way only the latest counts, and all end with it. */
const refresh = () => {
  drawing = lookAndDraw();
  return drawing;
};

/** @returns {Promise<void>} */
const lookAndDraw = async () => {
  asked += 1;
  const mine = asked;
  const latest = await look(place.as, place.channel);
  if (mine !== asked) return drawing;
  snapshot = latest;
  settle(latest);
  draw();
};

byId('composer').append(composer.element);
byId('thread-composer').append(threadComposer.element);
byId('thread-header').replaceChildren(
  make('div', { class: 'titles' }, make('h2', {}, 'Thread')),
  make(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': 'Close the thread',
      title: 'Close the thread',
      onclick: closeThread,
    },
    icon('close'),
  ),
);
setUpTraffic();
addEventListener('hashchange', async () => {
  const at = readAddress();
  await refresh();
  if (at) showMessage(at);
});
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  if (place.thread) void closeThread();
});
readAddress();
// A phone begins in the first conversation, where the examples are.
document.body.classList.add('in-channel');
let isLost = false;
// A window that begins in the app's own place opens its tab, as pressing it would.
void refresh().then(() => {
  if (here()?.kind === 'im') void act('tab', { tab: place.tab });
});
watch((isConnected) => {
  if (!isConnected)
    notify('The page lost its workspace. Is the program still running? It comes back by itself.');
  else if (isLost) notify(undefined);
  isLost = !isConnected;
  if (isConnected) void refresh();
});
