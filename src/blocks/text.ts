import {
  type Answer,
  type Cell,
  type Citation,
  type Claim,
  citationNumbers,
  type Section,
} from '../answer.ts';
import { maxOf } from './grammar.ts';
import { clean, escapeText, shorten } from './mrkdwn.ts';

/** 4,000 code points, which Slack recommends and our checker insists on. */
const longest = maxOf('message', 'text');

const missing: Readonly<Record<Cell['state'], string>> = {
  stated: 'not stated',
  'not-stated': 'not stated',
  withheld: 'withheld',
  conflicting: 'reports conflict',
  same: 'not stated',
};

/** The numbers of a claim's sources as they stand behind its text: ` [1][2]`, or nothing. */
export const citationMarks = (claim: Claim, citations: readonly Citation[]): string => {
  const numbers = citationNumbers(claim, citations);
  return numbers.length === 0 ? '' : ` ${numbers.map((number) => `[${number}]`).join('')}`;
};

/** A claim with its marks, as plain text on one line. */
const claimText = (claim: Claim, citations: readonly Citation[]): string =>
  `${clean(claim.text)}${citationMarks(claim, citations)}`;

/** A cell with its marks. One without text says in words why it has none, and reports that conflict are said to. */
export const cellText = (cell: Cell, citations: readonly Citation[]): string => {
  const text = clean(cell.text);
  const said = cell.state === 'conflicting' && text !== '' ? `reports conflict: ${text}` : text;
  return `${said || missing[cell.state]}${citationMarks(cell, citations)}`;
};

/** `Title, Publisher, 17 March 2009 (remark)`, without its number. */
export const citationText = (citation: Citation): string => {
  const parts = [citation.title, citation.publisher, citation.published]
    .map(clean)
    .filter((part) => part !== '');
  const remark = citation.remark === undefined ? '' : clean(citation.remark);
  return `${parts.join(', ')}${remark === '' ? '' : ` (${remark})`}`;
};

/** Whether two cells say the same, be it that they say nothing. */
const isEqual = (one: Cell, other: Cell): boolean =>
  one.text !== '' && one.state === other.state && one.text === other.text;

/** Cells of a row under their columns. A cell that repeats its left neighbour shares that one's line, and its marks. */
const cellGroups = (
  columns: readonly string[],
  cells: readonly Cell[],
): { readonly columns: readonly string[]; readonly cell: Cell }[] => {
  const groups: { readonly columns: string[]; cell: Cell }[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = clean(columns[index + 1] ?? '');
    const left = groups.at(-1);
    if (left !== undefined && (cell.state === 'same' || isEqual(cell, left.cell))) {
      left.columns.push(column);
      left.cell = { ...left.cell, cites: [...left.cell.cites, ...cell.cites] };
    } else groups.push({ columns: [column], cell });
  }
  return groups;
};

const label = (columns: readonly string[]): string => {
  const names = columns.filter((column) => column !== '').join(', ');
  return names === '' ? '' : `${names}: `;
};

/** The lines of one table row: its head, then one line for each column. */
export const rowLines = (
  columns: readonly string[],
  row: { readonly head: string; readonly cells: readonly Cell[] },
  citations: readonly Citation[],
): string[] => [
  clean(row.head),
  ...cellGroups(columns, row.cells).map(
    (group) => `${label(group.columns)}${cellText(group.cell, citations)}`,
  ),
];

const titled = (title: string | undefined, lines: readonly string[]): string =>
  [clean(title ?? ''), ...lines].filter((line) => line !== '').join('\n');

/** A section as plain text. */
export const sectionText = (section: Section, citations: readonly Citation[]): string => {
  switch (section.kind) {
    case 'claims':
      return titled(
        section.title,
        section.claims.map(
          (claim, at) => `${section.ordered ? `${at + 1}.` : '-'} ${claimText(claim, citations)}`,
        ),
      );
    case 'table': {
      const rows = section.rows.map((row) => titled(undefined, rowLines(section.columns, row, citations)));
      return [clean(section.caption), ...rows].filter((part) => part !== '').join('\n\n');
    }
    case 'usage':
      return titled(
        section.title,
        section.examples.map((example) => `- ${clean(example.text)}: ${clean(example.about)}`),
      );
    case 'note':
      return clean(section.text);
  }
};

const sourcesText = (citations: readonly Citation[]): string =>
  citations.length === 0
    ? ''
    : ['Sources', ...citations.map((citation, at) => `[${at + 1}] ${citationText(citation)}`)].join('\n');

/** Sections in the order they are read: notes come last. */
const inReadingOrder = (sections: readonly Section[]): readonly Section[] => [
  ...sections.filter((section) => section.kind !== 'note'),
  ...sections.filter((section) => section.kind === 'note'),
];

/** The whole reply as plain text: lead, sections, notes and numbered sources. What someone pastes into an e-mail. */
export const answerText = (answer: Answer): string =>
  [
    answer.lead.map((claim) => claimText(claim, answer.citations)).join(' '),
    ...inReadingOrder(answer.sections).map((section) => sectionText(section, answer.citations)),
    sourcesText(answer.citations),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** Plain text as a message's top-level `text`: escaped, at most 4,000 code points, saying so where it was cut. */
export const fitMessageText = (text: string): string =>
  escapeText(
    shorten(
      text === '' ? 'This answer is empty.' : text,
      longest,
      '… (shortened; the rest stands in the message itself)',
    ),
  );

/** The top-level `text` of an answer's message, for notifications and screen readers. Escaped for Slack. */
export const messageText = (answer: Answer): string => fitMessageText(answerText(answer));
