import { dateWords } from './date-words.js';
import { make } from './dom.js';
import { emoji } from './emoji.js';
import { link, mention, moment } from './mrkdwn.js';

/** @typedef {import('./mrkdwn.js').Names} Names */

/**
 * @param {Node} node
 * @param {Record<string, boolean>} [style]
 * @returns {Node}
 */
const styled = (node, style = {}) => {
  const tags = Object.entries({ code: 'code', bold: 'strong', italic: 'em', strike: 's' });
  return tags.reduce((inner, [name, tag]) => (style[name] ? make(tag, {}, inner) : inner), node);
};

/**
 * @param {any} element
 * @param {Names} names
 * @returns {Node}
 */
const leaf = (element, names) => {
  switch (element.type) {
    case 'text':
      return styled(document.createTextNode(element.text), element.style);
    case 'link':
      return styled(link(element.url, element.text ?? element.url), element.style);
    case 'user':
      return mention(`@${names.name(element.user_id)}`);
    case 'channel':
      return mention(`#${names.name(element.channel_id)}`);
    case 'emoji':
      return document.createTextNode(emoji(element.name) ?? `:${element.name}:`);
    case 'date':
      return moment(element.timestamp, dateWords(element.timestamp, element.format ?? '', element.fallback));
    default:
      return document.createTextNode(element.text ?? element.fallback ?? `[${element.type}]`);
  }
};

/**
 * @param {any[]} elements
 * @param {Names} names
 */
const leaves = (elements, names) => elements.map((each) => leaf(each, names));

/**
 * @param {any} part
 * @param {Names} names
 * @returns {HTMLElement}
 */
const draw = (part, names) => {
  if (part.type === 'rich_text_list') {
    const items = part.elements.map((/** @type {any} */ item) =>
      make('li', {}, ...leaves(item.elements, names)),
    );
    const start = part.offset ? part.offset + 1 : undefined;
    return make(
      part.style === 'ordered' ? 'ol' : 'ul',
      { class: `indent-${part.indent ?? 0}`, start },
      ...items,
    );
  }
  const tags = { rich_text_quote: 'blockquote', rich_text_preformatted: 'pre' };
  return make(
    tags[/** @type {keyof typeof tags} */ (part.type)] ?? 'p',
    { class: 'typed' },
    ...leaves(part.elements, names),
  );
};

/**
 * A rich_text block.
 *
 * @param {any} block
 * @param {Names} names
 * @returns {HTMLElement[]}
 */
export const richText = (block, names) => block.elements.map((/** @type {any} */ part) => draw(part, names));
