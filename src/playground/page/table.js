import { make } from './dom.js';
import { richText } from './rich-text.js';

/** @typedef {import('./mrkdwn.js').Names} Names */

/**
 * What stands in a cell.
 *
 * @param {any} cell
 * @param {Names} names
 * @returns {Node[]}
 */
export const cellContent = (cell, names) => {
  if (cell.type === 'rich_text') return richText(cell, names);
  return [document.createTextNode(cell.text ?? String(cell.value ?? ''))];
};

/**
 * A native table: the first row heads the columns, the first column heads the rows and stays in sight when the rest is
 * scrolled sideways.
 *
 * @param {any} block
 * @param {Names} names
 * @returns {HTMLElement}
 */
export const table = (block, names) => {
  const [head = [], ...rows] = block.rows;
  const settings = block.column_settings ?? [];
  /** @param {number} at */
  const classes = (at) => {
    const { align = 'left', is_wrapped: isWrapped = false } = settings[at] ?? {};
    return `align-${align}${isWrapped ? ' wrapped' : ''}`;
  };
  /** @param {any} cell @param {number} at */
  const header = (cell, at) => make('th', { scope: 'col', class: classes(at) }, ...cellContent(cell, names));
  /** @param {any} cell @param {number} at */
  const body = (cell, at) =>
    at === 0
      ? make('th', { scope: 'row', class: classes(at) }, ...cellContent(cell, names))
      : make('td', { class: classes(at) }, ...cellContent(cell, names));
  const columns = head.slice(1).map((/** @type {any} */ cell) =>
    cellContent(cell, names)
      .map((node) => node.textContent)
      .join(''),
  );
  return tableFrame(`Table of ${columns.join(', ')}`, [
    make('thead', {}, make('tr', {}, ...head.map(header))),
    make('tbody', {}, ...rows.map((/** @type {any[]} */ row) => make('tr', {}, ...row.map(body)))),
  ]);
};

/**
 * A table that is scrolled sideways by itself, by keyboard too, and never takes the page with it.
 *
 * @param {string} label
 * @param {readonly HTMLElement[]} parts
 * @param {HTMLElement} [below]
 */
export const tableFrame = (label, parts, below) =>
  make(
    'div',
    { class: 'table-frame' },
    make(
      'div',
      { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': label },
      make('table', {}, ...parts),
    ),
    below,
  );
