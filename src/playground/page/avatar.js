import { make } from './dom.js';

/**
 * @param {{ id: string, name: string, kind: string }} author
 * @returns {HTMLElement}
 */
export const avatar = ({ id, name, kind }) => {
  if (kind === 'bot') return make('span', { class: 'avatar bot', 'aria-hidden': 'true' });
  const initials = name
    .split(' ')
    .map((word) => word[0])
    .join('')
    .slice(0, 2);
  const shade = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4;
  return make('span', { class: `avatar shade-${shade}`, 'aria-hidden': 'true' }, initials);
};
