/**
 * Makes an element. Strings become text nodes, never markup; `undefined` and `false` children are left out.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] attributes; `on…` functions become listeners, `class` the class name
 * @param {...(Node | string | undefined | false)} children
 * @returns {HTMLElement}
 */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on') && typeof value === 'function') {
      element.addEventListener(name.slice(2), (event) => value(event));
    } else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
};

/**
 * The element with this id, which index.html is sure to have.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export const byId = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element;
};

/** Line drawings, 20 by 20. */
const drawings = {
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10zM10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  reply: 'M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3.5 3v-3a2 2 0 0 1-2-2z',
  send: 'M4 10h11M10.5 5l5 5-5 5',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12.5 4.5L7 10l5.5 5.5',
  warning: 'M10 3.5l7 12.5H3zM10 8v3.5M10 13.8v.2',
  help: 'M7.6 7.6a2.5 2.5 0 1 1 3.5 2.6c-.8.4-1.1.9-1.1 1.8M10 14.4v.2M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z',
  slash: 'M7 16l6-12',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  bolt: 'M11 2.5L4.5 11.5H9l-1 6 6.5-9H10z',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  up: 'M5.5 12L10 7.5l4.5 4.5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  file: 'M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11.5 2.5V6H15',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  traffic: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  up_thumb:
    'M7 9v7.5H4V9zM7 9l3-6c1.5 0 2.2 1 1.8 2.5L11.3 8h4c1 0 1.7 .9 1.5 1.9l-1 5.1c-.15.9-.9 1.5-1.8 1.5H7',
  down_thumb:
    'M7 11V3.5H4V11zM7 11l3 6c1.5 0 2.2-1 1.8-2.500L11.3 12h4c1 0 1.7-.9 1.5-1.9l-1-5.1c-.15-.9-.9-1.5-1.8-1.5H7',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5',
  window: 'M3 4.5h14v11H3zM10 4.5v11',
};

/**
 * @param {keyof typeof drawings} name
 * @returns {SVGElement}
 */
export const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
};

/**
 * Brings a list to the wanted rows, keeping the nodes of rows that did not change, so that focus, scrolling and what a
 * screen reader has read stay as they are.
 *
 * @param {HTMLElement} list
 * @param {readonly { key: string, data: unknown, draw: () => HTMLElement }[]} rows
 */
export const reconcile = (list, rows) => {
  const place = focusIn(list);
  const old = new Map([...list.children].map((node) => [node.getAttribute('data-key'), node]));
  rows.forEach((row, at) => {
    const print = JSON.stringify(row.data);
    const kept = old.get(row.key);
    const isSame = kept && prints.get(kept) === print;
    const node = isSame ? kept : row.draw();
    if (!isSame) {
      node.setAttribute('data-key', row.key);
      prints.set(node, print);
      if (kept) kept.replaceWith(node);
    }
    old.delete(row.key);
    if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null);
  });
  for (const node of old.values()) node.remove();
  place?.();
};

/** @type {WeakMap<Element, string>} */
const prints = new WeakMap();

/**
 * Says that a row shows this now, since the person changed it by hand, so that it is not drawn anew for it.
 *
 * @param {Element | null} row
 * @param {unknown} data
 */
export const reprint = (row, data) => {
  if (row) prints.set(row, JSON.stringify(data));
};

/**
 * Where the keyboard stands in a list, as a way to go back there when what had the focus is drawn anew, or to the list
 * itself when it is gone.
 *
 * @param {HTMLElement} list
 */
const focusIn = (list) => {
  const before = document.activeElement;
  const act = before && list.contains(before) ? before.getAttribute('data-act') : null;
  if (act === null) return undefined;
  return () => {
    if (before?.isConnected) return;
    const again = list.querySelector(`[data-act=${CSS.escape(act)}]`);
    if (again instanceof HTMLElement) again.focus();
    else if (list.hasAttribute('tabindex')) list.focus();
  };
};
