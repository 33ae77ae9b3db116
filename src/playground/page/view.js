import { drawBlocks } from './blocks.js';
import { reprint } from './dom.js';
import { choiceIn, flat, forgetSent, typedTexts } from './entered.js';
import { naming } from './naming.js';

/**
 * @typedef {import('../shown-view.ts').ShownView} ShownView
 * @typedef {{
 *   snapshot: import('../snapshot.ts').Snapshot,
 *   act: (act: 'press-view' | 'options', body: Record<string, unknown>) => Promise<any>,
 *   submit?: () => void,
 * }} Surroundings
 */

/**
 * The blocks of a modal or Home view as rows, each drawn anew only when something in it changed.
 *
 * @param {ShownView} view
 * @param {Surroundings} around
 * @returns {import('./messages.js').Row[]}
 */
export const viewRows = (view, around) => {
  const blocks = /** @type {any[]} */ (view.view.blocks);
  return blocks.map((block) => {
    const data = () => printOf(view, block);
    const draw = () => {
      const [node] = drawBlocks(
        [block],
        blockSurroundings(view, block, around, () => reprint(node ?? null, data())),
      );
      return /** @type {HTMLElement} */ (node);
    };
    return { key: `${view.id} ${block.block_id}`, data: data(), draw };
  });
};

/** @param {ShownView} view @param {any} block */
const printOf = (view, block) => {
  const values = Object.entries(view.values[block.block_id] ?? {});
  const choices = values.map(([actionId, value]) => choiceIn(view.id, actionId, value));
  return [block, view.errors[block.block_id], choices];
};

/**
 * @param {ShownView} view
 * @param {any} block
 * @param {Surroundings} around
 * @param {() => void} changed
 */
const blockSurroundings = (view, block, { snapshot, act, submit }, changed) => {
  /** @param {string} actionId @param {import('./entered.js').Choice} [choice] */
  const use = async (actionId, choice) => {
    const typed = typedTexts(view.id);
    const done = await act('press-view', { actionId, choice, typed });
    if (done.problem === undefined) forgetSent(view.id, typed);
  };
  const isText = /_text_input$|^number_input$|^plain_text_input$/.test(block.element?.type ?? '');
  // Enter in a text that nobody is told of sends the whole form.
  const submits = isText && block.dispatch_action !== true;
  return {
    name: naming(snapshot),
    snapshot,
    surface: view.id,
    heading: /** @type {'h2' | 'h3'} */ (view.view.type === 'home' ? 'h2' : 'h3'),
    values: flat(view.values),
    errors: view.errors,
    offered: view.offered,
    use,
    put: async (/** @type {string} */ actionId, /** @type {import('./entered.js').Choice} */ choice) =>
      submits ? submit?.() : use(actionId, choice),
    search: async (/** @type {string} */ actionId, /** @type {string} */ query) =>
      (await act('options', { actionId, query })).options ?? [],
    reprint: changed,
  };
};
