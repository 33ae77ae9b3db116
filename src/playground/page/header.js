import { byId, icon, make } from './dom.js';
import { toggleTraffic } from './traffic.js';

/**
 * @typedef {{
 *   tab: string,
 *   bot: import('../snapshot.ts').Snapshot['bot'],
 *   openTab: (tab: 'home' | 'messages') => void,
 *   send: (text: string) => void,
 * }} Surroundings
 */

let drawn = '';

/**
 * What conversation this is, and what can be asked in it.
 *
 * @param {HTMLElement} element
 * @param {import('../snapshot.ts').ShownChannel} channel
 * @param {Surroundings} around
 */
export const drawHeader = (element, channel, around) => {
  const print = JSON.stringify([channel.id, channel.purpose, around.tab]);
  // Drawn anew only when it changes, so that the keyboard's place in it stays.
  if (print === drawn) return;
  drawn = print;
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
      // On a phone only the drawing is shown.
      'aria-label': 'What can I ask?',
      onclick: () => around.send(isDm ? 'help' : `${around.bot.command} help`),
    },
    icon('help'),
    make('span', {}, 'What can I ask?'),
  );
  const traffic = make(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': 'Traffic between Slack and the bot',
      'aria-expanded': String(!byId('traffic').hidden),
      'aria-controls': 'traffic',
      title: 'Traffic between Slack and the bot',
      'data-act': 'traffic',
      onclick: toggleTraffic,
    },
    icon('traffic'),
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
    { type: 'button', 'aria-pressed': String(around.tab === name), onclick: () => around.openTab(name) },
    label,
  );
