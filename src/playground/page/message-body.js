import { drawBlocks } from './blocks.js';
import { make } from './dom.js';
import { choiceIn, flat } from './entered.js';
import { drawFile } from './files.js';
import { mrkdwn } from './mrkdwn.js';
import { naming } from './naming.js';

/**
 * @typedef {import('../shown-message.ts').ShownMessage} ShownMessage
 * @typedef {import('./messages.js').Surroundings} Surroundings
 */

/** Where a message's inputs keep what is put into them. @param {ShownMessage} message @param {string} as */
const surfaceOf = ({ ts }, as) => `${as} ${ts}`;

/** What stands in the inputs of a message. @param {ShownMessage} message @param {string} as */
export const choices = (message, as) =>
  Object.entries(flat(message.values)).map(([id, value]) => choiceIn(surfaceOf(message, as), id, value));

/**
 * What a message says: its blocks or its text, and its files.
 *
 * @param {ShownMessage} message
 * @param {Surroundings} around
 * @param {() => void} changed what to call when the person changed it by hand
 */
export const drawBody = (message, around, changed) => {
  const use = (
    /** @type {string} */ actionId,
    /** @type {import('./entered.js').Choice | undefined} */ choice,
  ) => around.use(message.ts, actionId, choice);
  const surroundings = {
    name: naming(around.snapshot),
    snapshot: around.snapshot,
    surface: surfaceOf(message, around.as),
    // In a thread, the word "Thread" stands above.
    heading: /** @type {'h2' | 'h3'} */ (around.openThread ? 'h2' : 'h3'),
    values: flat(message.values),
    errors: {},
    offered: message.offered,
    use,
    put: use,
    search: (/** @type {string} */ actionId, /** @type {string} */ query) =>
      around.search(message.ts, actionId, query),
    reprint: changed,
  };
  const drawn =
    message.blocks.length > 0 ? drawBlocks(message.blocks, surroundings) : mrkdwn(message.text, surroundings);
  return make(
    'div',
    { class: 'body' },
    ...drawn,
    message.edited && make('span', { class: 'edited' }, '(edited)'),
    ...message.files.map((file) => drawFile(file, around.as)),
  );
};
