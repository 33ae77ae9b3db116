import type { Answer, Cell, Citation } from '../answer.ts';
import type { Figure, Statement } from '../statement.ts';
import { citationOf, comparisonIn, fileOn, stateOf, subjectsOf } from './comparison.ts';
import { toCsv } from './csv.ts';
import type { ExportFile } from './file.ts';

const columns = [
  'Attribute',
  'Deal',
  'State',
  'In brief',
  'In full',
  'Said by',
  'Hedge',
  'Nature',
  'Figure',
  'Figure to',
  'Precision',
  'Unit',
  'Source',
  'Publisher',
  'As of',
  'Link',
  'About the source',
  'Exported on',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number>>;

const precisions: Readonly<Record<Figure['mark'], string>> = {
  exactly: 'as given',
  about: 'about',
  over: 'more than',
  under: 'less than',
  range: 'between',
};

const figureCells = (
  figure: Figure | undefined,
): Pick<Row, 'Figure' | 'Figure to' | 'Precision' | 'Unit'> => ({
  Figure: figure?.low ?? '',
  'Figure to': figure === undefined || figure.high === figure.low ? '' : figure.high,
  Precision: figure === undefined ? '' : precisions[figure.mark],
  Unit: figure?.unit ?? '',
});

const all = (citations: readonly Citation[], pick: (citation: Citation) => string | undefined): string =>
  citations.flatMap((citation) => pick(citation) ?? []).join('; ');

const sourceCells = (
  citations: readonly Citation[],
): Pick<Row, 'Source' | 'Publisher' | 'As of' | 'Link' | 'About the source'> => ({
  Source: all(citations, ({ title }) => title),
  Publisher: all(citations, ({ publisher }) => publisher),
  'As of': all(citations, ({ published }) => published),
  Link: all(citations, ({ url }) => url),
  'About the source': all(citations, ({ remark }) => remark),
});

const statementCells = (
  statement: Statement | undefined,
): Pick<Row, 'In full' | 'Said by' | 'Hedge' | 'Nature'> => ({
  'In full': statement?.text ?? '',
  'Said by': statement?.speakers.join('; ') ?? '',
  Hedge: statement?.hedges.join('; ') ?? '',
  Nature: statement === undefined ? '' : (statement.nature ?? 'report'),
});

/** One row for each statement of a cell; a cell without any still has a row, which says why. */
const cellRows = (answer: Answer, head: string, deal: string, cell: Cell, day: string): Row[] => {
  const given: readonly (Statement | undefined)[] = cell.statements ?? [];
  return (given.length === 0 ? [undefined] : given).map((statement) => {
    const articles = statement === undefined ? [...new Set(cell.cites)] : [statement.article];
    return {
      Attribute: head,
      Deal: deal,
      State: stateOf(cell),
      'In brief': cell.text,
      ...statementCells(statement),
      ...figureCells(statement?.figure),
      ...sourceCells(articles.flatMap((article) => citationOf(answer, article) ?? [])),
      'Exported on': day,
    };
  });
};

/**
 * A comparison for a spreadsheet: one row for each attribute, deal and statement, so that every figure stands beside its
 * hedge, its speaker and its source and can be sorted and filtered. Undefined where the answer has no table.
 */
export const comparisonCsv = (answer: Answer, day: string): ExportFile | undefined => {
  const comparison = comparisonIn(answer);
  if (comparison === undefined) return undefined;
  const subjects = subjectsOf(comparison);
  const rows = comparison.rows.flatMap(({ head, cells }) =>
    cells.flatMap((cell, at) => cellRows(answer, head, subjects[at] ?? '', cell, day)),
  );
  const lines = rows.map((row) => columns.map((column) => row[column]));
  return fileOn(comparison, day, '.csv', toCsv([[...columns], ...lines]));
};
