import { make } from './dom.js';
import { link } from './mrkdwn.js';

const pattern =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|(?<!\w)[*_]([^*_\n]+)[*_](?!\w)|~~([^~\n]+)~~|\[([^\]\n]+)\]\(([^)\s]+)\)|\\([\\`*_~[\]()#>|])/;

/**
 * One line of Markdown as nodes.
 *
 * @param {string} text
 * @returns {Node[]}
 */
const inline = (text) => {
  const found = pattern.exec(text);
  if (!found) return text === '' ? [] : [document.createTextNode(text)];
  const [whole, code, bold, italic, strike, label, url, escaped] = found;
  const drawn = () => {
    if (code !== undefined) return make('code', {}, code);
    if (bold !== undefined) return make('strong', {}, ...inline(bold));
    if (italic !== undefined) return make('em', {}, ...inline(italic));
    if (strike !== undefined) return make('s', {}, ...inline(strike));
    if (label !== undefined) return link(url ?? '', label);
    return document.createTextNode(escaped ?? '');
  };
  return [...inline(text.slice(0, found.index)), drawn(), ...inline(text.slice(found.index + whole.length))];
};

/** @param {string[]} lines @param {string} level the tag of a heading */
const paragraph = (lines, level) => {
  const [first = ''] = lines;
  const heading = /^#{1,6} (.+)/.exec(first);
  if (heading) return make(level, {}, ...inline(heading[1] ?? ''));
  if (lines.every((line) => /^\s*[-*+] /.test(line)))
    return make('ul', {}, ...lines.map((line) => make('li', {}, ...inline(line.replace(/^\s*[-*+] /, '')))));
  if (lines.every((line) => /^\s*\d+\. /.test(line)))
    return make('ol', {}, ...lines.map((line) => make('li', {}, ...inline(line.replace(/^\s*\d+\. /, '')))));
  if (lines.every((line) => line.startsWith('>')))
    return make('blockquote', {}, ...inline(lines.map((line) => line.replace(/^> ?/, '')).join(' ')));
  return make(
    'p',
    {},
    ...lines.flatMap((line, at) => (at === 0 ? inline(line) : [make('br'), ...inline(line)])),
  );
};

/**
 * The Markdown of a markdown block: headings, lists, quotes, emphasis, code and links.
 *
 * @param {string} text
 * @param {string} level the tag of a heading
 * @returns {HTMLElement[]}
 */
export const markdown = (text, level) =>
  text.split(/```\w*\n([\s\S]*?)```/).flatMap((piece, at) => {
    if (at % 2 === 1) return [make('pre', {}, piece)];
    return piece
      .split(/\n{2,}|\n(?=#{1,6} )|(?<=^#{1,6} .*)\n/m)
      .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
      .filter((lines) => lines.length > 0)
      .map((lines) => paragraph(lines, level));
  });
