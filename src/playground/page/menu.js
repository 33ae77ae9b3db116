import { make } from './dom.js';
import { makePopup, openPopup } from './popup.js';

/** @typedef {{ title: string, about?: string | undefined, choose: () => void }} Item */

/**
 * Opens a menu below a button. Arrows go through it, Enter chooses, Escape and Tab close it; the focus goes back.
 *
 * @param {HTMLElement} button
 * @param {string} label
 * @param {readonly Item[]} items
 */
export const openMenu = (button, label, items) => {
  const rows = items.map((item) =>
    make(
      'button',
      { type: 'button', role: 'menuitem', tabindex: -1, onclick: () => choose(item) },
      make('strong', {}, item.title),
      item.about !== undefined && make('span', {}, item.about),
    ),
  );
  const menu = makePopup({ class: 'menu', role: 'menu', 'aria-label': label }, ...rows);
  const close = () => {
    removeEventListener('pointerdown', onPointer, true);
    button.setAttribute('aria-expanded', 'false');
    menu.remove();
  };
  /** @param {Item} item */
  const choose = (item) => {
    close();
    button.focus();
    item.choose();
  };
  /** @param {PointerEvent} event */
  const onPointer = (event) => {
    if (!(event.target instanceof Node) || (!menu.contains(event.target) && !button.contains(event.target)))
      close();
  };
  menu.addEventListener('keydown', (event) => {
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + rows.length, Home: 0, End: rows.length - 1 };
    const next = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (next !== undefined) rows[next % rows.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      button.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  addEventListener('pointerdown', onPointer, true);
  button.setAttribute('aria-expanded', 'true');
  openPopup(menu, button);
  rows[0]?.focus();
};

/**
 * A button that opens a menu, and closes it when pressed again.
 *
 * @param {Record<string, unknown>} properties
 * @param {string} label what the button and its menu are called
 * @param {() => readonly Item[]} items
 * @param {...Node} children
 */
export const menuButton = (properties, label, items, ...children) => {
  const button = make(
    'button',
    {
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-label': label,
      title: label,
      ...properties,
      onclick: () => {
        const open = button.parentElement?.querySelector(':scope > .menu');
        if (open) open.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        else openMenu(button, label, items());
      },
    },
    ...children,
  );
  return button;
};
