import type { Cell, Section, TableRow } from '../answer.ts';
import type { Deal } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, enumerate } from './claim.ts';
import { cellOf } from './comparison-cell.ts';
import { rows } from './deal.ts';
import { figureOf } from './statement.ts';

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

/** Told in prose: with more than two deals they stand back, said so, and can be ticked. */
const prose = new Set(['scope', 'why']);
/** Where deals have little else to be told apart by. */
const spare = 'base';
const enoughRows = 4;

/** The rows that a comparison has unless others are chosen. */
export const usualRows: readonly string[] = rows
  .map(({ attribute }) => attribute)
  .filter((id) => always.has(id));

/** Characters of a cell: more columns leave each less room. */
const cellLength = (deals: number): number => (deals > 2 ? 50 : 120);

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

/** The longest beginning of an organisation's name that is a name of its own: `Kaiser` of `Kaiser Permanente`. */
const shortNameOf = (library: Library, id: string): string => {
  const { name = id, aliases = [] } = library.organisations.get(id) ?? {};
  const [longest = name] = aliases
    .filter((alias) => name.startsWith(`${alias} `))
    .sort((a, b) => b.length - a.length);
  return longest;
};

/** Each deal by its client, where that tells them apart; by a short name where there are many columns. */
const columnsOf = (library: Library, deals: readonly Deal[]): string[] => {
  const clients = deals.map(({ client }) =>
    deals.length > 2 ? shortNameOf(library, client) : library.nameOf(client),
  );
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
    return always.has(attribute) || attribute === spare;
  });

interface Row extends TableRow {
  readonly attribute: string;
}

/** Those asked for first, then those in which the deals differ. */
const rank = (row: Row, asked: readonly string[]): number =>
  (asked.includes(row.attribute) ? 0 : 2) + (differs(row) ? 0 : 1);

/** Two figures in a cell are not to be added up unwarned: what the articles leave open of them. */
const leftOpen = (library: Library, { deals }: Compared, table: readonly Row[]): Section[] => {
  const open = table.flatMap(({ attribute, cells }) =>
    deals.flatMap((deal, at) => {
      const figures = (cells[at]?.facts ?? []).filter((id) => {
        const fact = library.facts.get(id);
        return fact !== undefined && figureOf(fact) !== undefined;
      });
      return figures.length > 1 ? library.find(deal.id, attribute).cautions : [];
    }),
  );
  const claims = [...new Set(open)].map(claimOf);
  return claims.length === 0 ? [] : [{ kind: 'claims', claims }];
};

interface Shown {
  readonly shown: readonly Row[];
  /** Rows that nobody states. */
  readonly blank: readonly Row[];
  /** Rows that stand back for want of room. */
  readonly back: readonly Row[];
}

/** Which rows are shown: all that were asked for; of the usual ones those that tell the most in the least room. */
const shownOf = (all: readonly Row[], { deals, asked, chosen }: Compared): Shown => {
  if (chosen.length > 0) return { shown: all, blank: [], back: [] };
  const told = all.filter((row) => !isBlank(row, all));
  const usual = told.filter(({ attribute }) => attribute !== spare || asked.includes(spare));
  const isThin = usual.length < enoughRows;
  const brief = usual.filter(({ attribute }) => !prose.has(attribute) || asked.includes(attribute));
  const isCrowded = deals.length > 2 && brief.length >= enoughRows;
  const shown = isThin ? told : isCrowded ? brief : usual;
  return {
    shown,
    blank: all.filter((row) => !told.includes(row) && row.attribute !== spare),
    back: usual.filter((row) => !shown.includes(row)),
  };
};

const headsIn = (table: readonly Row[]): string => enumerate(table.map(({ head }) => head.toLowerCase()));

const remarksOn = ({ blank, back }: Shown): Section[] => [
  ...(blank.length === 0
    ? []
    : [{ kind: 'note' as const, text: `Not stated for any of them: ${headsIn(blank)}.` }]),
  ...(back.length === 0 ? [] : [{ kind: 'note' as const, text: `“Compare deals…” adds ${headsIn(back)}.` }]),
];

/**
 * Deals side by side: one column a deal, one row an attribute; rows in which they differ first. Rows that were chosen are
 * all there; of others a note names those that nobody states, and those that need more room than there is.
 */
export const comparison = (library: Library, compared: Compared): Section[] => {
  const { deals, asked } = compared;
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
  const rowsShown = shownOf(all, compared);
  const table = [...rowsShown.shown].sort((a, b) => rank(a, asked) - rank(b, asked));
  const names = deals.map((deal) => deal.name);
  const columns = columnsOf(library, deals);
  return [
    {
      kind: 'table',
      caption: `${enumerate(deals.length > 2 ? columns : names)} compared`,
      columns: ['Attribute', ...columns],
      rows: table.map(({ head, cells }) => ({ head, cells })),
      about: names,
    },
    ...leftOpen(library, compared, table),
    ...remarksOn(rowsShown),
  ];
};
