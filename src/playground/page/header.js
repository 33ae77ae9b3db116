import { byId, icon, make } from './dom.js';
import { toggleTraffic } from './traffic.js';

/**
 * @typedef {{
 *   tab: string,
 *   bot: import('../snapshot.ts').Snapshot['bot'],
 *   isNewHere: boolean,
 *   isNewElsewhere: boolean,
 *   openTab: (tab: 'home' | 'messages') => void,
 *   send: (text: string) => void,
 * }} Surroundings
 */

let drawn = '';

/** Something unread is behind this. */
export const unread = () => make('span', { class: 'unread' }, make('span', { class: 'unseen' }, 'new'));

/**
 * What conversation this is, and what can be asked in it.
 *
 * @param {HTMLElement} element
 * @param {import('../snapshot.ts').ShownChannel} channel
 * @param {Surroundings} around
 */
export const drawHeader = (element, channel, around) => {
  const print = JSON.stringify([
    channel.id,
    channel.purpose,
    around.tab,
    around.isNewHere,
    around.isNewElsewhere,
  ]);
  // Drawn anew only when it changes, so that the keyboard's place in it stays.
  if (print === drawn) return;
  drawn = print;
  // The tab that was just pressed keeps the keyboard.
  const focused = element.querySelector(':focus')?.getAttribute('data-act');
  const isDm = channel.kind === 'im';
  const back = make(
    'button',
    {
      type: 'button',
      class: 'tool back',
      'aria-label': around.isNewElsewhere ? 'All conversations, something new' : 'All conversations',
      title: 'All conversations',
      'data-act': 'back',
      onclick: () => document.body.classList.remove('in-channel'),
    },
    icon('back'),
    around.isNewElsewhere && make('span', { class: 'unread' }),
  );
  const title = make('h1', {}, isDm ? channel.name : `# ${channel.name}`);
  const help = make(
    'button',
    {
      type: 'button',
      class: 'tool help',
      // On a phone only the drawing is shown.
      'aria-label': 'What can I ask?',
      title: 'What can I ask?',
      'data-act': 'help',
      onclick: () => around.send(isDm ? 'help' : `${around.bot.command} help`),
    },
    icon('help'),
    make('span', {}, 'What can I ask?'),
  );
  const traffic = make(
    'button',
    {
      type: 'button',
      class: 'tool header-traffic',
      'aria-label': 'Traffic between Slack and the bot',
      'aria-expanded': String(!byId('traffic').hidden),
      'aria-controls': 'traffic',
      title: 'Traffic between Slack and the bot',
      'data-act': 'traffic',
      onclick: toggleTraffic,
    },
    icon('traffic'),
    make('span', { class: 'tool-name' }, 'Traffic'),
  );
  const tabs =
    isDm &&
    make(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'Tabs' },
      tab('home', 'Home', around),
      tab('messages', 'Messages', around),
    );
  element.replaceChildren(
    back,
    make('div', { class: 'titles' }, title, make('p', {}, channel.purpose)),
    ...(tabs ? [tabs] : []),
    help,
    traffic,
  );
  const again = focused && element.querySelector(`[data-act="${focused}"]`);
  if (again instanceof HTMLElement) again.focus();
  document.title = `${isDm ? '' : '#'}${channel.name} · a pretend Slack`;
};

/**
 * @param {'home' | 'messages'} name
 * @param {string} label
 * @param {Surroundings} around
 */
const tab = (name, label, around) =>
  make(
    'button',
    {
      type: 'button',
      'aria-pressed': String(around.tab === name),
      'data-act': `tab ${name}`,
      onclick: () => around.openTab(name),
    },
    label,
    name === 'messages' && around.isNewHere && unread(),
  );
