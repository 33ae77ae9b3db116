import type { Cell, Section, TableRow } from '../answer.ts';
import type { Deal } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, enumerate } from './claim.ts';
import { cellOf } from './comparison-cell.ts';
import { rows } from './deal.ts';

/** Rows that every comparison shows; others appear when they are asked for. Why these: docs/decisions/0034. */
const always = new Set([
  'scope',
  'term',
  'value',
  'vendor-pay',
  'staff-moved',
  'staff-cut',
  'kept-in-house',
  'why',
  'ended',
]);

/** The rows that a comparison has unless others are chosen. */
export const usualRows: readonly string[] = rows
  .map(({ attribute }) => attribute)
  .filter((id) => always.has(id));

/** Characters of a cell: more columns leave each less room. */
const cellLength = (deals: number): number => (deals > 3 ? 60 : 120);

/** A stated cell that says what its left neighbour says is the same; what is not stated stays not stated. */
const marked = (cells: readonly Cell[]): Cell[] =>
  cells.map((cell, at) =>
    cell.state === 'stated' && cells[at - 1]?.state === 'stated' && cells[at - 1]?.text === cell.text
      ? { ...cell, state: 'same' }
      : cell,
  );

const differs = ({ cells }: TableRow): boolean => cells.slice(1).some(({ state }) => state !== 'same');

/** Whether a row states nothing, and leads to nothing that the other rows do not show themselves. */
const isBlank = (row: TableRow, table: readonly TableRow[]): boolean => {
  const elsewhere = new Set(
    table.filter((other) => other !== row).flatMap(({ cells }) => cells.flatMap(({ facts }) => facts)),
  );
  return row.cells.every(
    ({ state, facts }) => state === 'not-stated' && facts.every((id) => elsewhere.has(id)),
  );
};

/** Each deal by its client, where that tells them apart. */
const columnsOf = (library: Library, deals: readonly Deal[]): string[] => {
  const clients = deals.map((deal) => library.nameOf(deal.client));
  return new Set(clients).size === clients.length ? clients : deals.map((deal) => deal.name);
};

export interface Compared {
  readonly deals: readonly Deal[];
  /** Attributes that the question names: their rows come first. */
  readonly asked: readonly string[];
  /** Rows that somebody chose: these and no others, even where nobody states them. */
  readonly chosen: readonly string[];
}

const rowsOf = ({ asked, chosen }: Compared) =>
  rows.filter(({ attribute }) => {
    if (chosen.length > 0) return chosen.includes(attribute);
    if (asked.length > 0) return asked.includes(attribute) || attribute === 'ended';
    return always.has(attribute);
  });

interface Row extends TableRow {
  readonly attribute: string;
}

/** Those asked for first, then those in which the deals differ. */
const rank = (row: Row, asked: readonly string[]): number =>
  (asked.includes(row.attribute) ? 0 : 2) + (differs(row) ? 0 : 1);

const mostLeftOpen = 6;

/** What the articles themselves leave open of what the table tells, where no cell says it. */
const leftOpen = (library: Library, { deals }: Compared, table: readonly Row[]): Section[] => {
  const told = new Set(table.flatMap(({ cells }) => cells.flatMap(({ facts }) => facts)));
  const open = table.flatMap(({ attribute }) =>
    deals.flatMap((deal) => library.find(deal.id, attribute).cautions).filter(({ id }) => !told.has(id)),
  );
  const claims = [...new Set(open)].slice(0, mostLeftOpen).map(claimOf);
  return claims.length === 0 ? [] : [{ kind: 'claims', title: 'What the articles leave open', claims }];
};

/**
 * Deals side by side: one column a deal, one row an attribute; rows in which they differ first. What nobody states is
 * said in a note, not in a row of blanks, unless that row was chosen.
 */
export const comparison = (library: Library, compared: Compared): Section[] => {
  const { deals, asked, chosen } = compared;
  const wanted = rowsOf(compared);
  const options = {
    most: cellLength(deals.length),
    rows: new Set(wanted.map(({ attribute }) => attribute)),
  };
  const all = wanted.map(({ attribute, head }) => ({
    attribute,
    head,
    cells: marked(deals.map((deal) => cellOf(library, deal, attribute, options))),
  }));
  const table = all.sort((a, b) => rank(a, asked) - rank(b, asked));
  const blank = chosen.length > 0 ? [] : table.filter((row) => isBlank(row, table));
  const names = deals.map((deal) => deal.name);
  const shown = table.filter((row) => !blank.includes(row));
  const unstated = enumerate(blank.map((row) => row.head.toLowerCase()));
  return [
    {
      kind: 'table',
      caption: `${enumerate(names)} compared`,
      columns: ['Attribute', ...columnsOf(library, deals)],
      rows: shown.map(({ head, cells }) => ({ head, cells })),
      about: names,
    },
    ...leftOpen(library, compared, shown),
    ...(blank.length === 0
      ? []
      : [{ kind: 'note' as const, text: `Not stated for any of them: ${unstated}.` }]),
  ];
};
