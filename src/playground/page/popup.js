import { make } from './dom.js';

/** Room kept between a popup and the edge of the window, in pixels. */
const margin = 8;

/**
 * A list that opens above everything, beside what it belongs to.
 *
 * @param {Record<string, unknown>} properties
 * @param {...(Node | string)} children
 */
export const makePopup = (properties, ...children) =>
  make('div', { ...properties, popover: 'manual', class: `popup ${properties.class ?? ''}` }, ...children);

/**
 * Opens a popup below its anchor, or above where there is more room.
 *
 * @param {HTMLElement} popup
 * @param {HTMLElement} anchor `data-opens="up"` asks for above
 * @param {{ isWide?: boolean }} [options] `isWide` makes it at least as wide as the anchor
 */
export const openPopup = (popup, anchor, { isWide = false } = {}) => {
  if (!popup.isConnected) anchor.after(popup);
  if (!popup.matches(':popover-open')) popup.showPopover();
  const { left, top, bottom, width } = anchor.getBoundingClientRect();
  popup.style.minWidth = isWide ? `${width}px` : '';
  popup.style.maxHeight = '';
  const below = innerHeight - bottom - margin;
  const above = top - margin;
  const isCramped = below < Math.min(popup.offsetHeight, 240) && above > below;
  const opensUp = isCramped || anchor.dataset.opens === 'up';
  popup.style.maxHeight = `${Math.min(360, opensUp ? above : below)}px`;
  popup.style.left = `${Math.max(margin, Math.min(left, innerWidth - popup.offsetWidth - margin))}px`;
  popup.style.top = opensUp ? `${top - popup.offsetHeight - 4}px` : `${bottom + 4}px`;
};

/** @param {HTMLElement} popup */
export const closePopup = (popup) => {
  if (popup.isConnected && popup.matches(':popover-open')) popup.hidePopover();
};

/** @param {HTMLElement} popup */
export const isOpen = (popup) => popup.isConnected && popup.matches(':popover-open');
