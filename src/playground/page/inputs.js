import { makeCombobox } from './combobox.js';
import { make } from './dom.js';
import { chosenOptions, groupsOf, shownOption } from './options.js';

/**
 * What an element needs around it: what stands in it, and a way to say what is put into it.
 *
 * @typedef {{
 *   snapshot: import('../snapshot.ts').Snapshot,
 *   choice: import('./entered.js').Choice,
 *   known: readonly any[],
 *   properties: Record<string, unknown>,
 *   choose: (choice: import('./entered.js').Choice) => void,
 *   type: (text: string) => void,
 *   send: (text: string) => void,
 *   search: (query: string) => Promise<readonly any[]>,
 * }} Around
 */

/** @param {any} element @param {Around} around */
const select = (element, around) => {
  const isMulti = element.type.startsWith('multi_');
  const groups = groupsOf(element, around.snapshot);
  const isExternal = element.type.endsWith('external_select');
  return makeCombobox({
    act: element.action_id,
    properties: around.properties,
    placeholder: element.placeholder?.text ?? (isMulti ? 'Choose any' : 'Choose one'),
    isMulti,
    most: element.max_selected_items,
    groups: isExternal ? [] : groups,
    chosen: chosenOptions(around.choice, groups, around.known.map(shownOption)),
    leastQuery: element.min_query_length ?? 3,
    search: isExternal ? async (query) => (await around.search(query)).map(shownOption) : undefined,
    change: (values) => around.choose(isMulti ? values : (values[0] ?? '')),
  });
};

let made = 0;

/**
 * Checkboxes, or radio buttons: the same but for how many can be ticked.
 *
 * @param {any} element
 * @param {Around} around
 */
const ticks = (element, { choice, choose, properties }) => {
  made += 1;
  const isMulti = element.type === 'checkboxes';
  const chosen = [choice].flat();
  const boxes = element.options.map((/** @type {any} */ option) =>
    make('input', {
      type: isMulti ? 'checkbox' : 'radio',
      name: `ticks-${made}`,
      value: option.value,
      checked: chosen.includes(option.value),
      'data-act': `${element.action_id} ${option.value}`,
    }),
  );
  const changed = () => {
    const ticked = boxes
      .filter((/** @type {any} */ box) => box.checked)
      .map((/** @type {any} */ box) => box.value);
    choose(isMulti ? ticked : (ticked[0] ?? ''));
  };
  const labels = element.options.map((/** @type {any} */ { text, description }, /** @type {number} */ at) =>
    make(
      'label',
      { class: 'tick' },
      boxes[at],
      make('span', {}, text.text, description && make('small', {}, description.text)),
    ),
  );
  const role = isMulti ? 'group' : 'radiogroup';
  const { id, ...named } = properties;
  return make('div', { ...named, class: 'ticks', role, onchange: changed }, ...labels);
};

/** @type {Record<string, string>} */
const nativeTypes = {
  datepicker: 'date',
  timepicker: 'time',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  plain_text_input: 'text',
};

/** @param {any} element @param {Around} around */
const picker = (element, { choice, choose, properties }) => {
  const box = make('input', {
    ...properties,
    type: nativeTypes[element.type],
    value: choice,
    'data-act': element.action_id,
    onchange: (/** @type {any} */ event) => choose(event.target.value),
  });
  return box;
};

/**
 * A text input. Enter tells the bot where the input asks for it; in a single line of a modal it submits.
 *
 * @param {any} element
 * @param {Around} around
 */
const text = (element, { choice, send, type, properties }) => {
  const shared = {
    ...properties,
    'data-act': element.action_id,
    placeholder: element.placeholder?.text,
    autocomplete: 'off',
    oninput: (/** @type {any} */ event) => type(event.target.value),
    onkeydown: (/** @type {any} */ event) => {
      if (
        event.key !== 'Enter' ||
        event.isComposing ||
        (element.multiline && !event.metaKey && !event.ctrlKey)
      )
        return;
      event.preventDefault();
      type(event.target.value);
      send(event.target.value);
    },
  };
  if (element.multiline) return make('textarea', { ...shared, rows: 4 }, String(choice));
  return make('input', { ...shared, type: nativeTypes[element.type], value: choice });
};

/** @type {Record<string, (element: any, around: Around) => HTMLElement>} */
const drawings = {
  checkboxes: ticks,
  radio_buttons: ticks,
  datepicker: picker,
  timepicker: picker,
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
};

/**
 * An element that keeps what is put into it; undefined for an element of another kind.
 *
 * @param {any} element
 * @param {Around} around
 * @returns {HTMLElement | undefined}
 */
export const drawInput = (element, around) => {
  const draw = element.type.endsWith('_select') ? select : drawings[element.type];
  return draw?.(element, around);
};
