import { dataTable } from './data-table.js';
import { make } from './dom.js';
import { drawElement, unknown } from './elements.js';
import { inputBlock } from './input-block.js';
import { markdown } from './markdown.js';
import { inline, mrkdwn } from './mrkdwn.js';
import { richText } from './rich-text.js';
import { table } from './table.js';

/**
 * What blocks need around them: names for ids, the level of a heading there, what stands in the inputs, and ways to tell
 * of what a person does.
 *
 * @typedef {import('./mrkdwn.js').Names & {
 *   snapshot: import('../snapshot.ts').Snapshot,
 *   surface: string,
 *   heading: 'h2' | 'h3',
 *   values: Readonly<Record<string, import('./entered.js').Value>>,
 *   errors: Readonly<Record<string, string>>,
 *   offered: Readonly<Record<string, readonly any[]>>,
 *   use: (actionId: string, choice?: import('./entered.js').Choice) => Promise<unknown>,
 *   put: (actionId: string, choice: import('./entered.js').Choice) => Promise<unknown>,
 *   search: (actionId: string, query: string) => Promise<readonly any[]>,
 *   reprint: () => void,
 * }} Surroundings
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

/** What stands beside a section. @param {any} element @param {Surroundings} around */
const beside = (element, around) =>
  element.type === 'image'
    ? make('p', { class: 'unknown' }, `Picture: ${element.alt_text}`)
    : drawElement(element, around);

/** @param {any} block @param {Surroundings} around */
const drawActions = (block, around) => [
  make(
    'div',
    { class: 'actions' },
    ...block.elements.map((/** @type {any} */ each) => drawElement(each, around)),
  ),
];

/** Blocks under a title, which can be folded where the bot allows it. @param {any} block @param {Surroundings} around */
const container = (block, around) => {
  const heading = [block.title ? block.title.text : richText(block.rich_text_title, around)].flat();
  const subtitle = block.subtitle && make('div', { class: 'context' }, ...smallPrint(block.subtitle, around));
  const inner = drawBlocks(block.child_blocks, around);
  if (!block.is_collapsible)
    return make('section', { class: 'container' }, make(around.heading, {}, ...heading), subtitle, ...inner);
  const isOpen = block.default_collapsed !== true;
  return make(
    'details',
    { class: 'container', open: isOpen },
    make('summary', {}, ...heading),
    subtitle,
    ...inner,
  );
};

/** @param {any} block @param {Surroundings} around */
const card = (block, around) =>
  make(
    'section',
    { class: 'container' },
    block.title && make(around.heading, {}, ...inline(block.title.text, around)),
    block.subtitle && make('div', { class: 'context' }, ...smallPrint(block.subtitle, around)),
    ...(block.body ? textObject(block.body, around) : []),
    ...(block.actions ? drawActions({ elements: block.actions }, around) : []),
  );

/**
 * @type {Record<string, (block: any, around: Surroundings) => Node[]>}
 */
const drawings = {
  section: (block, around) => {
    const fields = (block.fields ?? []).map((/** @type {any} */ field) =>
      make('div', {}, ...textObject(field, around)),
    );
    const accessory = block.accessory ? beside(block.accessory, around) : undefined;
    const body = block.text ? textObject(block.text, around) : [];
    const shown = fields.length > 0 ? [...body, make('div', { class: 'fields' }, ...fields)] : body;
    return accessory
      ? [make('div', { class: 'with-accessory' }, make('div', {}, ...shown), accessory)]
      : shown;
  },
  header: (block, around) => [make(around.heading, {}, block.text.text)],
  divider: () => [make('hr')],
  context: (block, around) => [
    make(
      'div',
      { class: 'context' },
      ...block.elements.map((/** @type {any} */ each) => make('div', {}, ...smallPrint(each, around))),
    ),
  ],
  actions: (block, around) => drawActions(block, around),
  context_actions: (block, around) => drawActions(block, around),
  input: (block, around) => inputBlock(block, around),
  rich_text: (block, around) => richText(block, around),
  table: (block, around) => [table(block, around)],
  data_table: (block, around) => [dataTable(block, around)],
  markdown: (block, around) => markdown(block.text, around.heading),
  alert: (block, around) => [
    make(
      'div',
      { class: `alert ${block.level ?? 'default'}`, role: 'note' },
      ...textObject(block.text, around),
    ),
  ],
  container: (block, around) => [container(block, around)],
  card: (block, around) => [card(block, around)],
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
