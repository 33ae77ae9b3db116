import { avatar } from './avatar.js';
import { icon, make } from './dom.js';
import { unread } from './header.js';
import { addressOf } from './place.js';

/**
 * @typedef {import('../snapshot.ts').Snapshot} Snapshot
 * @typedef {import('../snapshot.ts').ShownChannel} ShownChannel
 * @typedef {{
 *   as: string,
 *   channel: string,
 *   isShared: boolean,
 *   isNew: (channel: ShownChannel) => boolean,
 *   goTo: (channel: string) => void,
 *   actAs: (person: string) => void,
 * }} Place
 */

/**
 * @param {ShownChannel} channel
 * @param {Place} place
 */
const row = (channel, place) => {
  const isHere = channel.id === place.channel;
  const isNew = !isHere && place.isNew(channel);
  const mark =
    channel.kind === 'im'
      ? avatar({ id: '', name: '', kind: 'bot' })
      : make('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
  return make(
    'li',
    {},
    make(
      'button',
      {
        type: 'button',
        class: isNew ? 'place new' : 'place',
        'aria-current': isHere ? 'page' : undefined,
        onclick: () => place.goTo(channel.id),
      },
      mark,
      make('span', { class: 'name', title: channel.name }, channel.name),
      isNew && unread(),
    ),
  );
};

/**
 * @param {string} title
 * @param {readonly ShownChannel[]} channels
 * @param {Place} place
 */
const group = (title, channels, place) =>
  make(
    'section',
    {},
    make('h2', {}, title),
    make('ul', {}, ...channels.map((channel) => row(channel, place))),
  );

/**
 * @param {Snapshot} snapshot
 * @param {Place} place
 */
const switcher = (snapshot, place) => {
  const other = snapshot.people.find(({ id }) => id !== place.as);
  return make(
    'fieldset',
    { class: 'people' },
    make('legend', {}, 'You are'),
    ...snapshot.people.map((person) => {
      const input = make('input', {
        type: 'radio',
        name: 'person',
        value: person.id,
        checked: person.id === place.as,
        onchange: () => place.actAs(person.id),
      });
      const words = make(
        'span',
        {},
        make('strong', {}, person.name),
        make('small', { class: 'soft' }, person.title),
      );
      return make('label', {}, input, avatar({ ...person, kind: 'person' }), words);
    }),
    other && beside(other, place),
  );
};

/**
 * A second window, where somebody else sits.
 *
 * @param {Snapshot['people'][number]} person
 * @param {Place} place
 */
const beside = ({ id, name }, place) =>
  make(
    'a',
    {
      class: 'beside',
      href: addressOf({ as: id, channel: place.isShared ? place.channel : '', thread: '', tab: 'messages' }),
      target: '_blank',
    },
    icon('window'),
    `Open a window as ${name.split(' ')[0]}`,
  );

let drawn = '';

/**
 * @param {HTMLElement} element
 * @param {Snapshot} snapshot
 * @param {Place} place
 */
export const drawSidebar = (element, snapshot, place) => {
  const rows = snapshot.channels.map((channel) => [channel.id, channel.name, place.isNew(channel)]);
  const print = JSON.stringify([snapshot.team, rows, snapshot.people, place]);
  // Drawn anew only when it changes, so that no press falls between two drawings.
  if (print === drawn) return;
  drawn = print;
  const controls = () => /** @type {HTMLElement[]} */ ([...element.querySelectorAll('button, input')]);
  const at = controls().findIndex((one) => one.matches(':focus'));
  element.replaceChildren(
    make(
      'header',
      { class: 'team' },
      make('strong', { class: 'team-name' }, snapshot.team),
      make('small', { class: 'soft' }, 'A pretend Slack on your computer'),
    ),
    group(
      'Channels',
      snapshot.channels.filter(({ kind }) => kind === 'channel'),
      place,
    ),
    group(
      'Apps',
      snapshot.channels.filter(({ kind }) => kind === 'im'),
      place,
    ),
    switcher(snapshot, place),
  );
  controls()[at]?.focus();
};
