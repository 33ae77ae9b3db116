import { pressed } from './buttons.js';
import { make } from './dom.js';
import { choiceIn, enter, forgetSent } from './entered.js';
import { drawInput } from './inputs.js';

/** @typedef {import('./blocks.js').Surroundings} Surroundings */

/**
 * Says what this page has no drawing for, rather than nothing.
 *
 * @param {string} what
 */
export const unknown = (what) => make('p', { class: 'unknown' }, `This page cannot show ${what} yet.`);

/**
 * An interactive element of a section, of actions, or of an input.
 *
 * @param {any} element
 * @param {Surroundings} around
 * @param {Record<string, unknown>} [properties] what ties an input to its label and its error
 * @returns {HTMLElement}
 */
export const drawElement = (element, around, properties = nameless(element)) => {
  const press = pressed[element.type];
  if (press) return press(element, around);
  const { surface } = around;
  const id = element.action_id;
  const input = drawInput(element, {
    snapshot: around.snapshot,
    choice: choiceIn(surface, id, around.values[id]),
    known: [...heldOptions(around.values[id]), ...(around.offered[id] ?? [])],
    properties,
    choose: (choice) => {
      enter(surface, id, choice);
      around.reprint();
      // The workspace has it then: a block drawn anew under another id shows what the workspace says.
      void around.put(id, choice).then(() => forgetSent(surface, { [id]: String(choice) }));
    },
    send: (text) => void around.put(id, text),
    type: (text) => {
      enter(surface, id, text, { isText: true });
      around.reprint();
    },
    search: (query) => around.search(id, query),
  });
  return input ?? unknown(`a ${element.type}`);
};

/** @param {any} element */
const nameless = (element) => ({
  'aria-label': element.accessibility_label ?? element.placeholder?.text ?? element.action_id,
});

/** The options that a value carries with their words. @param {any} value */
const heldOptions = (value = {}) =>
  [value.selected_option, ...(value.selected_options ?? [])].filter((one) => one);
