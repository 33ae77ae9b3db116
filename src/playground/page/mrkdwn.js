import { dateWords } from './date-words.js';
import { make } from './dom.js';
import { emoji } from './emoji.js';

/**
 * @typedef {{ name: (id: string) => string }} Names
 */

/** @param {string} text */
const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A permalink of this workspace: the conversation, and the thread where it stands in one. */
const permalink =
  /^https:\/\/[\w-]+\.slack\.example\/archives\/(\w+)\/p(\d{10})(\d{6})(?:\?thread_ts=([\d.]+))?/;

/**
 * The address on this page of a message that a permalink leads to; undefined for any other link.
 *
 * @param {string} url
 */
const placeOf = (url) => {
  const found = permalink.exec(url);
  if (!found) return undefined;
  const [, channel = '', seconds, rest, thread] = found;
  return `#${new URLSearchParams({ in: channel, at: `${seconds}.${rest}`, ...(thread && { thread }) })}`;
};

/**
 * Goes where a button leads: to a message here, or to the web in a window of its own; nowhere else.
 *
 * @param {string | undefined} url
 */
export const follow = (url) => {
  const here = url && placeOf(url);
  if (here) location.hash = here;
  else if (url && /^https?:/.test(url)) open(url, '_blank', 'noopener');
};

/**
 * A link, to the web, to a mail program or to a message here; anything else stays text.
 *
 * @param {string} url
 * @param {string} label
 * @returns {Node}
 */
export const link = (url, label) => {
  const here = placeOf(url);
  if (here) return make('a', { href: here }, label);
  return /^(https?|mailto):/i.test(url)
    ? make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label)
    : document.createTextNode(label);
};

/**
 * @param {string} name
 * @returns {HTMLElement}
 */
export const mention = (name) => make('span', { class: 'mention' }, name);

/**
 * A date token, in the reader's time zone; hovering tells the moment in full.
 *
 * @param {string} target `!date^1392734382^{date_short} at {time}^https://…`
 * @param {string | undefined} fallback
 * @returns {Node}
 */
const date = (target, fallback) => {
  const [, seconds = '', format = '', url] = target.split('^');
  const words = dateWords(Number(seconds), format, fallback);
  return url ? link(url, words) : moment(Number(seconds), words);
};

/**
 * @param {number} seconds since 1970
 * @param {string} words
 */
export const moment = (seconds, words) => {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return document.createTextNode(words);
  return make('time', { datetime: at.toISOString(), title: at.toLocaleString() }, words);
};

/**
 * What stands between angle brackets: a person, a channel, a date, a link.
 *
 * @param {string} inner
 * @param {Names} names
 * @returns {Node}
 */
const bracket = (inner, names) => {
  const [target = '', label] = inner.split('|').map(unescaped);
  if (target.startsWith('@')) return mention(`@${names.name(target.slice(1))}`);
  if (target.startsWith('#')) return mention(`#${label ?? names.name(target.slice(1))}`);
  if (target.startsWith('!date^')) return date(target, label);
  if (target.startsWith('!')) return mention(`@${label ?? target.slice(1)}`);
  return link(target, label ?? target);
};

const inlinePattern =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]*\S)_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]*\S)~(?![\w~])|:([a-z0-9_+-]+):/;

/**
 * One line of mrkdwn as nodes.
 *
 * @param {string} text
 * @param {Names} names
 * @returns {Node[]}
 */
export const inline = (text, names) => {
  const found = inlinePattern.exec(text);
  if (!found) return text === '' ? [] : [document.createTextNode(unescaped(text))];
  const [whole, code, brackets, bold, italic, strike, short] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + whole.length);
  return [...inline(before, names), drawn(), ...inline(after, names)];

  function drawn() {
    if (code !== undefined) return make('code', {}, unescaped(code));
    if (brackets !== undefined) return bracket(brackets, names);
    if (bold !== undefined) return make('strong', {}, ...inline(bold, names));
    if (italic !== undefined) return make('em', {}, ...inline(italic, names));
    if (strike !== undefined) return make('s', {}, ...inline(strike, names));
    return document.createTextNode(emoji(short) ?? whole);
  }
};

/**
 * @param {string} line
 * @returns {'quote' | 'bullet' | 'ordered' | 'text'}
 */
const kindOf = (line) => {
  if (line.startsWith('&gt;') || line.startsWith('>')) return 'quote';
  if (/^\s*[•◦-] /.test(line)) return 'bullet';
  if (/^\s*\d+\. /.test(line)) return 'ordered';
  return 'text';
};

/**
 * Lines of one kind, as one element.
 *
 * @param {'quote' | 'bullet' | 'ordered' | 'text'} kind
 * @param {string[]} lines
 * @param {Names} names
 */
const run = (kind, lines, names) => {
  if (kind === 'bullet') return list('ul', lines, /^\s*[•◦-] /, names);
  if (kind === 'ordered') return list('ol', lines, /^\s*\d+\. /, names, Number.parseInt(lines[0] ?? '1', 10));
  const bare = kind === 'quote' ? lines.map((line) => line.replace(/^(&gt;|>) ?/, '')) : lines;
  const nodes = bare.flatMap((line, at) =>
    at === 0 ? inline(line, names) : [make('br'), ...inline(line, names)],
  );
  return make(kind === 'quote' ? 'blockquote' : 'p', {}, ...nodes);
};

/**
 * @param {'ul' | 'ol'} tag
 * @param {string[]} lines
 * @param {RegExp} mark
 * @param {Names} names
 * @param {number} [start]
 */
const list = (tag, lines, mark, names, start) =>
  make(tag, { start }, ...lines.map((line) => make('li', {}, ...inline(line.replace(mark, ''), names))));

/**
 * Slack's mrkdwn as elements: paragraphs, quotes, lists and preformatted text.
 *
 * @param {string} text
 * @param {Names} names
 * @returns {HTMLElement[]}
 */
export const mrkdwn = (text, names) =>
  text.split(/```\n?([\s\S]*?)```/).flatMap((piece, at) => {
    if (at % 2 === 1) return [make('pre', {}, unescaped(piece.replace(/\n$/, '')))];
    return piece
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .flatMap((part) => paragraph(part, names));
  });

/**
 * @param {string} part
 * @param {Names} names
 */
const paragraph = (part, names) => {
  /** @type {{ kind: 'quote' | 'bullet' | 'ordered' | 'text', lines: string[] }[]} */
  const runs = [];
  for (const line of part.replace(/^\n+|\n+$/g, '').split('\n')) {
    const kind = kindOf(line);
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.map(({ kind, lines }) => run(kind, lines, names));
};
