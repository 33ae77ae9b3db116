import { oneLine } from './file.ts';

/** Text in Markdown that formats nothing, links nowhere and ends no line. */
export const literal = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>#|~!&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^(?=[-+]\s|[-=+]+$)/, '\\')
    .replace(/(:\/\/|www\.)/gi, (mark) => mark.replace(/[:.]/, '\\$&'));

/** A link, or only its label where the address is not plain http(s). */
export const link = (label: string, url: string | undefined): string =>
  url !== undefined && /^https?:\/\/[^\s<>"\\]+$/i.test(url)
    ? `[${literal(label)}](<${url}>)`
    : literal(label);

/** A table of cells that are Markdown already; the first row is its head. */
export const markdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
};
