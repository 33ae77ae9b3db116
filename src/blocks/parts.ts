import type { KnownBlock } from '@slack/types';
import type { Answer, Cell, Citation, Claim, Section } from '../answer.ts';
import {
  context,
  dataTable,
  header,
  numberCell,
  section,
  sectionMax,
  styledCell,
  type TableCell,
  table,
  textCell,
} from './kit.ts';
import { clean, escapeText, joinWithin, linked, shorten, unmarked } from './mrkdwn.ts';
import { cellText, citationMarks, citationText, rowLines, sectionText } from './text.ts';

/** Blocks that stay together in one message, and the same as plain text. */
export interface Part {
  readonly blocks: readonly KnownBlock[];
  readonly text: string;
}

type SectionOf<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>;

/** Room that is kept for citation marks and bullets in a line of text. */
const lineMax = sectionMax - 200;
const sourceMax = 600;
/** Sources are left out in lots of this size, if at all. */
const sourceLot = 1500;

const titleBlocks = (id: string, title: string | undefined): KnownBlock[] =>
  title === undefined || clean(title) === '' ? [] : [header(`${id}:title`, title)];

/** Sections of text under a title; the title stays with the first of them. */
const titledParts = (id: string, title: string | undefined, texts: readonly string[]): Part[] =>
  texts.map((text, at) => {
    const titles = at === 0 ? titleBlocks(id, title) : [];
    const heading = titles.length === 0 ? '' : `${clean(title ?? '')}\n`;
    return { blocks: [...titles, section(`${id}:${at + 1}`, text)], text: `${heading}${unmarked(text)}` };
  });

/** A claim as escaped mrkdwn with its marks. */
const claimMarkup = (claim: Claim, citations: readonly Citation[]): string => {
  const marks = citationMarks(claim, citations);
  return `${escapeText(shorten(clean(claim.text), Math.max(lineMax - marks.length, 100)))}${marks}`;
};

/** The lead: normal text, in as many sections as it needs. */
export const leadParts = ({ lead, citations }: Answer): Part[] =>
  joinWithin(
    lead.map((claim) => claimMarkup(claim, citations)),
    ' ',
    sectionMax,
  ).map((text, at) => ({ blocks: [section(`lead:${at + 1}`, text)], text: unmarked(text) }));

const claimsParts = (id: string, part: SectionOf<'claims'>, citations: readonly Citation[]): Part[] => {
  const lines = part.claims.map(
    (claim, at) => `${part.ordered === true ? `${at + 1}.` : '•'} ${claimMarkup(claim, citations)}`,
  );
  return titledParts(id, part.title, joinWithin(lines, '\n', sectionMax));
};

const usageParts = (id: string, part: SectionOf<'usage'>): Part[] => {
  const lines = part.examples.map(({ text, about }) => {
    const typed = escapeText(shorten(clean(text).replaceAll('`', "'"), lineMax / 4));
    return `• \`${typed}\` – ${escapeText(shorten(clean(about), lineMax / 4))}`;
  });
  return titledParts(id, part.title, joinWithin(lines, '\n', sectionMax));
};

/** A number that is told in more words than this is read as a text. */
const numberMax = 60;

const tableCell = (cell: Cell, at: number, citations: readonly Citation[]): TableCell => {
  if (cell.state === 'same' && at > 0) return textCell(`same${citationMarks(cell, citations)}`);
  const text = cellText(cell, citations);
  if (cell.state === 'not-stated' || cell.state === 'withheld') return styledCell(text, 'italic');
  return cell.value === undefined || text.length > numberMax ? textCell(text) : numberCell(cell.value, text);
};

const rowMarkup = (
  columns: readonly string[],
  row: SectionOf<'table'>['rows'][number],
  citations: readonly Citation[],
) => {
  const [head = '', ...lines] = rowLines(columns, row, citations).map((line) =>
    escapeText(shorten(line, lineMax)),
  );
  return [...(head === '' ? [] : [`*${head.replaceAll('*', '')}*`]), ...lines];
};

/** The same facts as a table, one paragraph for each row. */
const rowParts = (id: string, part: SectionOf<'table'>, citations: readonly Citation[]): Part[] => {
  const pieces = part.rows.flatMap((row) => {
    const lines = rowMarkup(part.columns, row, citations);
    const whole = lines.join('\n');
    return [...whole].length <= sectionMax ? [whole] : lines;
  });
  return titledParts(id, part.caption, joinWithin(pieces, '\n\n', sectionMax));
};

const tablePart = (
  id: string,
  part: SectionOf<'table'>,
  citations: readonly Citation[],
): Part | undefined => {
  const rows = part.rows.map((row) => [
    styledCell(row.head, 'bold'),
    ...row.cells.map((cell, at) => tableCell(cell, at, citations)),
  ]);
  const text = sectionText(part, citations);
  // Its caption heads it.
  const data = dataTable(`${id}:table`, part.caption, part.columns, rows);
  if (data !== undefined) return { blocks: [data], text };
  const plain = table(`${id}:table`, part.columns, rows);
  return plain && { blocks: [...titleBlocks(id, part.caption), plain], text };
};

const sectionParts = (
  id: string,
  part: Section,
  citations: readonly Citation[],
  mayBeTable: boolean,
): Part[] => {
  switch (part.kind) {
    case 'claims':
      return claimsParts(id, part, citations);
    case 'usage':
      return usageParts(id, part);
    case 'note':
      return [];
    case 'table': {
      const native = mayBeTable ? tablePart(id, part, citations) : undefined;
      return native === undefined ? rowParts(id, part, citations) : [native];
    }
  }
};

/**
 * The sections of an answer, notes apart. The first table is native where it can be; Slack takes one in a message and
 * none elsewhere, so that the others are told row by row.
 */
export const bodyParts = (
  { sections, citations }: Answer,
  surface: 'message' | 'modal' = 'message',
): Part[] => {
  const firstTable = surface === 'message' ? sections.findIndex((part) => part.kind === 'table') : -1;
  return sections.flatMap((part, at) =>
    sectionParts(`section:${at + 1}`, part, citations, at === firstTable),
  );
};

const contextParts = (id: string, texts: readonly string[]): Part[] =>
  texts.map((text, at) => ({ blocks: [context(`${id}:${at + 1}`, text)], text: unmarked(text) }));

const sourceMarkup = (citation: Citation, at: number): string => {
  const whole = citationText(citation);
  const title = clean(citation.title);
  const rest = whole.slice(title.length);
  return [...whole].length > sourceMax || title === ''
    ? `[${at + 1}] ${escapeText(shorten(whole, sourceMax))}`
    : `[${at + 1}] ${linked(citation.url, title)}${escapeText(rest)}`;
};

/** Remarks in small print. */
export const noteParts = ({ sections }: Answer): Part[] => {
  const notes = sections.filter((part) => part.kind === 'note').map((part) => clean(part.text));
  const shown = notes.filter((text) => text !== '').map((text) => escapeText(shorten(text, lineMax)));
  return contextParts('note', shown);
};

/** The numbered sources, with links where they are known. */
export const sourceParts = ({ citations }: Answer): Part[] =>
  citations.length === 0
    ? []
    : contextParts('sources', joinWithin(['*Sources*', ...citations.map(sourceMarkup)], '\n', sourceLot));

/** How the question was read. */
export const readAsParts = ({ readAs }: Answer): Part[] =>
  clean(readAs) === ''
    ? []
    : contextParts('read-as', [`Read as: ${escapeText(shorten(clean(readAs), sourceMax))}`]);
