import { make } from './dom.js';
import { inline, mrkdwn } from './mrkdwn.js';
import { richText } from './rich-text.js';
import { table } from './table.js';

/**
 * @typedef {import('./mrkdwn.js').Names & { press: (actionId: string) => Promise<void> }} Surroundings
 */

/**
 * A text object, as blocks of text.
 *
 * @param {any} text
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
const textObject = (text, around) =>
  text.type === 'mrkdwn' ? mrkdwn(text.text, around) : [make('p', { class: 'typed' }, text.text)];

/**
 * A text object on one line, as small print has it.
 *
 * @param {any} element
 * @param {Surroundings} around
 * @returns {Node[]}
 */
const smallPrint = (element, around) => {
  if (element.type === 'mrkdwn') return mrkdwn(element.text, around);
  return [document.createTextNode(element.text ?? element.alt_text ?? '')];
};

/**
 * A button that is pressed once at a time.
 *
 * @param {any} element
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
const button = (element, around) => {
  const label = element.text.text;
  const press = async () => {
    if (node.getAttribute('aria-disabled') === 'true') return;
    if (element.confirm && !globalThis.confirm(element.confirm.text?.text ?? label)) return;
    node.setAttribute('aria-disabled', 'true');
    node.classList.add('busy');
    await around.press(element.action_id);
    node.removeAttribute('aria-disabled');
    node.classList.remove('busy');
  };
  const style = element.style ? ` ${element.style}` : '';
  const node = make(
    'button',
    { type: 'button', class: `button${style}`, 'aria-label': element.accessibility_label, onclick: press },
    make('span', {}, label),
  );
  return node;
};

/**
 * @param {any} element
 * @param {Surroundings} around
 * @returns {HTMLElement}
 */
const interactive = (element, around) =>
  element.type === 'button' ? button(element, around) : unknown(`a ${element.type}`);

/** @param {string} what */
const unknown = (what) => make('p', { class: 'unknown' }, `This page cannot show ${what} yet.`);

/**
 * @type {Record<string, (block: any, around: Surroundings) => Node[]>}
 */
const drawings = {
  section: (block, around) => {
    const fields = (block.fields ?? []).map((/** @type {any} */ field) =>
      make('div', {}, ...textObject(field, around)),
    );
    const accessory = block.accessory ? interactive(block.accessory, around) : undefined;
    const body = block.text ? textObject(block.text, around) : [];
    const shown = fields.length > 0 ? [...body, make('div', { class: 'fields' }, ...fields)] : body;
    return accessory
      ? [make('div', { class: 'with-accessory' }, make('div', {}, ...shown), accessory)]
      : shown;
  },
  header: (block) => [make('h3', {}, block.text.text)],
  divider: () => [make('hr')],
  context: (block, around) => [
    make(
      'div',
      { class: 'context' },
      ...block.elements.map((/** @type {any} */ each) => make('div', {}, ...smallPrint(each, around))),
    ),
  ],
  actions: (block, around) => [
    make(
      'div',
      { class: 'actions' },
      ...block.elements.map((/** @type {any} */ each) => interactive(each, around)),
    ),
  ],
  rich_text: (block, around) => richText(block, around),
  table: (block, around) => [table(block, around)],
  data_table: (block, around) => [table(block, around)],
  // The page loads nothing from elsewhere, so that a picture is its description.
  image: (block, around) => [make('p', { class: 'unknown' }, 'Picture: ', ...inline(block.alt_text, around))],
};

/**
 * The blocks of a message or view as elements. An unknown block says so, rather than nothing.
 *
 * @param {readonly any[]} blocks
 * @param {Surroundings} around
 * @returns {HTMLElement[]}
 */
export const drawBlocks = (blocks, around) =>
  blocks.map((block) => {
    const draw = drawings[block.type];
    const nodes = draw ? draw(block, around) : [unknown(`a block of type ${block.type}`)];
    return make('div', { class: `block block-${block.type}` }, ...nodes);
  });
