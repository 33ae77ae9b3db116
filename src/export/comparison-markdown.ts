import { type Answer, type Cell, type Citation, type Claim, citationNumbers } from '../answer.ts';
import { sayDay } from '../day.ts';
import type { Statement } from '../statement.ts';
import { type Comparison, comparisonIn, fileOn, subjectsOf } from './comparison.ts';
import type { ExportFile } from './file.ts';
import { link, literal, markdownTable } from './markdown.ts';

const marks = (claim: Claim, citations: readonly Citation[]): string =>
  citationNumbers(claim, citations)
    .map((number) => ` \\[${number}\\]`)
    .join('');

const cellMarkdown = (cell: Cell, at: number, citations: readonly Citation[]): string => {
  const text = literal(cell.text);
  const source = marks(cell, citations);
  if (cell.state === 'same' && at > 0) return `same${source}`;
  if (cell.state === 'conflicting') return `reports conflict: ${text}${source}`;
  if (cell.state === 'stated' || cell.state === 'same') return `${text || '–'}${source}`;
  return `*${text || (cell.state === 'withheld' ? 'withheld' : 'not stated')}*${source}`;
};

const tableOf = ({ columns, rows }: Comparison, citations: readonly Citation[]): string =>
  markdownTable([
    columns.map(literal),
    ...rows.map(({ head, cells }) => [
      `**${literal(head)}**`,
      ...cells.map((cell, at) => cellMarkdown(cell, at, citations)),
    ]),
  ]);

const isPlain = ({ figure, hedges, nature }: Statement): boolean =>
  figure === undefined && hedges.length === 0 && (nature === undefined || nature === 'caution');

/** Whatever is a figure, hedged, or no plain report, in the whole sentence of its source. */
const inFull = (comparison: Comparison, citations: readonly Citation[]): string[] => {
  const statements = comparison.rows
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.statements ?? []))
    .filter((statement) => !isPlain(statement));
  return [...new Map(statements.map((statement) => [statement.text, statement])).values()].map(
    ({ text, article }) => `- ${literal(text)}${marks({ text, facts: [], cites: [article] }, citations)}`,
  );
};

const sourceLine = ({ title, publisher, published, url, remark }: Citation, at: number): string => {
  const about = [publisher, published].map(literal).join(', ');
  return `${at + 1}. ${link(title, url)}, ${about}${remark === undefined ? '' : ` (${literal(remark)})`}`;
};

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

/**
 * A comparison on a page of Markdown: the table, the sentences behind its figures, the notes and the sources. Undefined
 * where the answer has no table. `day` is the day on which it is made, as `2026-11-22`.
 */
export const comparisonMarkdown = (answer: Answer, day: string): ExportFile | undefined => {
  const comparison = comparisonIn(answer);
  if (comparison === undefined) return undefined;
  const { citations, sections } = answer;
  const notes = sections.flatMap((section) => (section.kind === 'note' ? [literal(section.text)] : []));
  const page = [
    `# ${literal(comparison.caption)}`,
    '',
    `As the library had it on ${sayDay(day)}. ${subjectsOf(comparison).length} deals; the number in brackets is the source.`,
    '',
    tableOf(comparison, citations),
    ...part('Figures, plans and hedges in full', inFull(comparison, citations)),
    ...part(
      'Notes',
      notes.map((note) => `- ${note}`),
    ),
    ...part('Sources', citations.map(sourceLine)),
    '',
  ];
  return fileOn(comparison, day, '.md', page.join('\n'));
};
