import { icon, make } from './dom.js';
import { drawElement } from './elements.js';

let made = 0;

/**
 * An input with its label, its hint and what is wrong with it.
 *
 * @param {any} block
 * @param {import('./blocks.js').Surroundings} around
 * @returns {HTMLElement[]}
 */
export const inputBlock = (block, around) => {
  made += 1;
  const id = `input-${made}`;
  const error = around.errors[block.block_id];
  const hint = block.hint?.text;
  const describing = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const element = drawElement(block.element, around, {
    id,
    'aria-labelledby': `${id}-label`,
    'aria-describedby': describing || undefined,
    'aria-invalid': error === undefined ? undefined : 'true',
    'aria-required': block.optional || isGroup(block.element) ? undefined : 'true',
  });
  const label = [
    block.label.text,
    block.optional === true && make('span', { class: 'optional' }, ' (optional)'),
  ];
  return [
    make(
      isGroup(block.element) ? 'div' : 'label',
      { id: `${id}-label`, class: 'label', for: isGroup(block.element) ? undefined : id },
      ...label,
    ),
    element,
    ...(error ? [make('p', { id: `${id}-error`, class: 'error' }, icon('warning'), error)] : []),
    ...(hint ? [make('p', { id: `${id}-hint`, class: 'hint' }, hint)] : []),
  ];
};

/** Several boxes under one label. @param {any} element */
const isGroup = ({ type }) => type === 'checkboxes' || type === 'radio_buttons';
