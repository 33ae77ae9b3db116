import { stringify } from 'csv-stringify/sync';
import { oneLine } from './file.ts';

/** Wide forms of the signs that begin a formula; a spreadsheet may take them for the signs themselves. */
const wideFormula = /^[＝＋－＠]/u;

const inCell = (value: string | number): string | number => {
  if (typeof value === 'number') return value;
  const text = oneLine(value);
  return wideFormula.test(text) ? `'${text}` : text;
};

/**
 * Rows as CSV after RFC 4180, the first of them the header: lines end in CR LF, a mark at the start tells Excel that it
 * is UTF-8, and no text can be taken for a formula. A number stays a number.
 */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => row.map(inCell)),
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
