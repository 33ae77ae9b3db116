import { icon, make } from './dom.js';

/**
 * @typedef {import('./options.js').Option} Option
 * @typedef {import('./options.js').Group} Group
 */

/**
 * The options whose words hold the query, in their groups.
 *
 * @param {readonly Group[]} groups
 * @param {string} query in lower case
 * @returns {readonly Group[]}
 */
export const optionsNamed = (groups, query) =>
  groups
    .map((group) => ({
      ...group,
      options: group.options.filter(({ text, about = '' }) =>
        `${text} ${about}`.toLowerCase().includes(query),
      ),
    }))
    .filter(({ options }) => options.length > 0);

/**
 * The rows of a list of options.
 *
 * @param {readonly Group[]} groups
 * @param {{ id: string, active: number, isChosen: (option: Option) => boolean, choose: (option: Option) => void }} around
 * @returns {HTMLElement[]}
 */
export const drawOptions = (groups, around) => {
  let at = -1;
  return groups.flatMap(({ label, options }) => {
    const rows = options.map((option) => {
      at += 1;
      return drawOption(option, at, around);
    });
    return label === undefined
      ? rows
      : [make('div', { class: 'group', role: 'presentation' }, label), ...rows];
  });
};

/**
 * @param {Option} option
 * @param {number} at
 * @param {Parameters<typeof drawOptions>[1]} around
 */
const drawOption = (option, at, { id, active, isChosen, choose }) =>
  make(
    'div',
    {
      id: `${id}-${at}`,
      class: at === active ? 'option active' : 'option',
      role: 'option',
      'aria-selected': String(isChosen(option)),
      // The focus stays in the box.
      onpointerdown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick: () => choose(option),
    },
    make('span', {}, option.text, option.about !== undefined && make('small', {}, option.about)),
    isChosen(option) && icon('check'),
  );
