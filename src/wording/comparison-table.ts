import type { Cell, Section, TableRow } from '../answer.ts';
import type { Deal, Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOver, enumerate, remark } from './claim.ts';
import { rows, statusClaim } from './deal.ts';
import { brief, figureOf, statementOf } from './statement.ts';

/** Rows that every comparison shows; others appear when they are asked for. */
const always = new Set([
  'base',
  'scope',
  'term',
  'value',
  'staff-moved',
  'staff-cut',
  'kept-in-house',
  'why',
  'ended',
]);
/** Rows that stand back where many deals have many others to show. */
const roomy = new Set(['scope', 'base']);
const enoughRows = 4;

/** The rows that a comparison has unless others are chosen. */
export const usualRows: readonly string[] = rows
  .map(({ attribute }) => attribute)
  .filter((id) => always.has(id));

/** Characters of a cell: more columns leave each less room. */
const cellLength = (deals: number): number => (deals > 2 ? 50 : 100);

/** As many facts in brief as a cell holds; a single long one stands whole. */
const join = (library: Library, facts: readonly Fact[], most: number): readonly Fact[] => {
  const kept: Fact[] = [];
  for (const fact of facts) {
    const text = [...kept, fact].map((one) => brief(library, one)).join('; ');
    if (kept.length > 0 && text.length > most) break;
    kept.push(fact);
  }
  return kept;
};

export const articlesOf = (library: Library, deal: Deal): string[] => [
  ...new Set(library.about(deal.id).map((fact) => fact.article)),
];

/** The number of a cell, where its few words are about one fact and that gives one. */
const numberOf = (facts: readonly Fact[]): { readonly value?: number } => {
  const [only, other] = facts;
  const figure = only === undefined || other !== undefined ? undefined : figureOf(only);
  return figure === undefined || figure.mark === 'range' ? {} : { value: figure.low };
};

/** A cell of facts: those `shown` in brief, all of them for whoever takes the table away. */
const cellOver = (
  library: Library,
  state: Cell['state'],
  shown: readonly Fact[],
  all: readonly Fact[],
): Cell => ({
  ...claimOver(shown.map((fact) => brief(library, fact)).join('; '), shown),
  state,
  ...numberOf(shown),
  statements: all.map(statementOf),
});

const silentCell = (library: Library, deal: Deal, cautions: readonly Fact[]): Cell => {
  const [caution] = cautions;
  return {
    ...remark(caution?.values.brief ?? 'not stated', articlesOf(library, deal)),
    ...(caution ? { facts: [caution.id] } : {}),
    state: 'not-stated',
    statements: cautions.map(statementOf),
  };
};

const statusCell = (library: Library, deal: Deal): Cell => {
  const status = statusClaim(library, deal);
  const facts = status.facts.flatMap((id) => library.facts.get(id) ?? []);
  return {
    ...status,
    state: facts.length === 0 ? 'not-stated' : 'stated',
    statements: facts.map(statementOf),
  };
};

const cellOf = (library: Library, deal: Deal, attribute: string, most: number): Cell => {
  if (attribute === 'ended') return statusCell(library, deal);
  const { state, facts, cautions } = library.find(attribute === 'base' ? deal.client : deal.id, attribute);
  const placed = attribute === 'staff-moved' ? library.find(deal.id, 'staff-placed').facts : [];
  if (state === 'not-stated' && placed.length > 0)
    return cellOver(library, 'stated', join(library, placed.slice(0, 1), most), placed);
  if (state === 'not-stated') return silentCell(library, deal, cautions);
  // Reports that conflict are told all of them: the first alone would hide that there are others.
  const shown = state === 'conflicting' ? facts : join(library, facts, most);
  return cellOver(library, state, shown, [...facts, ...cautions]);
};

/** A stated cell that says what its left neighbour says is the same; what is not stated stays not stated. */
const marked = (cells: readonly Cell[]): Cell[] =>
  cells.map((cell, at) =>
    cell.state === 'stated' && cells[at - 1]?.state === 'stated' && cells[at - 1]?.text === cell.text
      ? { ...cell, state: 'same' }
      : cell,
  );

const differs = ({ cells }: TableRow): boolean => cells.slice(1).some(({ state }) => state !== 'same');

const isBlank = ({ cells }: TableRow): boolean =>
  cells.every((cell) => cell.state === 'not-stated' && cell.facts.length === 0);

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

/** Without what takes much room, where more than two deals have enough to show without it. */
const uncrowded = (table: readonly Row[], { deals, asked, chosen }: Compared): readonly Row[] => {
  const rest = table.filter(({ attribute }) => !roomy.has(attribute));
  const isFree = deals.length <= 2 || asked.length > 0 || chosen.length > 0;
  return isFree || rest.filter((row) => !isBlank(row)).length < enoughRows ? table : rest;
};

/**
 * Deals side by side: one column a deal, one row an attribute; rows in which they differ first. What nobody states is
 * said in a note, not in a row of blanks, unless that row was chosen.
 */
export const comparison = (library: Library, compared: Compared): Section[] => {
  const { deals, asked, chosen } = compared;
  const all = rowsOf(compared).map(({ attribute, head }) => ({
    attribute,
    head,
    cells: marked(deals.map((deal) => cellOf(library, deal, attribute, cellLength(deals.length)))),
  }));
  const table = [...uncrowded(all, compared)].sort((a, b) => rank(a, asked) - rank(b, asked));
  const blank = chosen.length > 0 ? [] : table.filter(isBlank);
  const names = deals.map((deal) => deal.name);
  const unstated = enumerate(blank.map((row) => row.head.toLowerCase()));
  return [
    {
      kind: 'table',
      caption: `${enumerate(names)} compared`,
      columns: ['Attribute', ...columnsOf(library, deals)],
      rows: table.filter((row) => !blank.includes(row)).map(({ head, cells }) => ({ head, cells })),
      about: names,
    },
    ...(blank.length === 0
      ? []
      : [{ kind: 'note' as const, text: `Not stated for any of them: ${unstated}.` }]),
  ];
};
