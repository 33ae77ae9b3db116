import { icon, make } from './dom.js';
import { cellContent, tableFrame } from './table.js';

/** @typedef {import('./mrkdwn.js').Names} Names */

/** Rows on a page, where the bot does not say. */
const usual = 5;

/** What a cell is sorted by. @param {any} cell */
const rank = (cell) => {
  if (cell.type === 'raw_number') return cell.value;
  return cell.type === 'rich_text' ? JSON.stringify(cell.elements) : cell.text;
};

/** @param {any} one @param {any} other */
const compare = (one, other) => {
  const [a, b] = [rank(one), rank(other)];
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true });
};

/**
 * A table that is sorted by its heads and shown page by page, as Slack shows it.
 *
 * @param {any} block
 * @param {Names} names
 * @returns {HTMLElement}
 */
export const dataTable = (block, names) => {
  const [head, ...rows] = block.rows;
  const size = block.page_size ?? usual;
  const pages = Math.ceil(rows.length / size);
  const rowHead = block.row_header_column_index ?? 0;
  const at = { page: 0, column: -1, isDown: false };

  /** Where numbers stand, they stand to the right. @param {number} column */
  const align = (column) =>
    rows.every((/** @type {any[]} */ row) => row[column].type === 'raw_number')
      ? 'align-right'
      : 'align-left wrapped';
  /** @param {any[]} row */
  const drawRow = (row) =>
    make(
      'tr',
      {},
      ...row.map((cell, column) =>
        make(
          column === rowHead ? 'th' : 'td',
          { scope: column === rowHead && 'row', class: align(column) },
          ...cellContent(cell, names),
        ),
      ),
    );
  /** @param {any} cell @param {number} column */
  const drawHead = (cell, column) => {
    const isBy = at.column === column;
    const sort = isBy ? (at.isDown ? 'descending' : 'ascending') : 'none';
    const press = () => {
      Object.assign(at, { page: 0, column, isDown: isBy && !at.isDown });
      draw();
      thead.querySelectorAll('button')[column]?.focus();
    };
    const mark = isBy && icon(at.isDown ? 'down' : 'up');
    const button = make(
      'button',
      { type: 'button', class: 'sort', onclick: press },
      ...cellContent(cell, names),
      mark,
    );
    return make('th', { scope: 'col', class: align(column), 'aria-sort': sort }, button);
  };
  const draw = () => {
    const direction = at.isDown ? -1 : 1;
    const sorted =
      at.column < 0
        ? rows
        : rows.toSorted(
            (/** @type {any[]} */ a, /** @type {any[]} */ b) =>
              direction * compare(a[at.column], b[at.column]),
          );
    thead.replaceChildren(make('tr', {}, ...head.map(drawHead)));
    tbody.replaceChildren(...sorted.slice(at.page * size, (at.page + 1) * size).map(drawRow));
    foot.replaceChildren(...pager());
  };
  /** @param {number} by */
  const turn = (by) => {
    at.page += by;
    draw();
    foot.querySelectorAll('button')[by < 0 ? 0 : 1]?.focus();
  };
  const pager = () => {
    const last = Math.min(rows.length, (at.page + 1) * size);
    /** @param {string} label @param {number} by @param {boolean} isOff */
    const step = (label, by, isOff) =>
      make(
        'button',
        {
          type: 'button',
          class: 'button',
          'aria-disabled': isOff && 'true',
          onclick: () => !isOff && turn(by),
        },
        label,
      );
    return [
      make('span', { role: 'status' }, `${at.page * size + 1}–${last} of ${rows.length}`),
      step('Previous', -1, at.page === 0),
      step('Next', 1, at.page === pages - 1),
    ];
  };
  const thead = make('thead');
  const tbody = make('tbody');
  const foot = make('div', { class: 'pager', hidden: pages < 2 });
  draw();
  return tableFrame(
    block.caption,
    [make('caption', {}, make('span', {}, block.caption)), thead, tbody],
    foot,
  );
};
