import type { Cell } from '../answer.ts';
import { attributeOf } from '../corpus/attributes.ts';
import type { Deal, Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOver, remark } from './claim.ts';
import { statusClaim } from './deal.ts';
import { nearFacts } from './near.ts';
import { brief, figureOf, statementOf } from './statement.ts';

export const articlesOf = (library: Library, deal: Deal): string[] => [
  ...new Set(library.about(deal.id).map((fact) => fact.article)),
];

/** What is said in a cell, and of how many facts there was no room. */
interface Told {
  readonly shown: readonly Fact[];
  readonly left: number;
}

/**
 * What a cell tells: the first fact whole, of those told in brief every one that gives a figure, and of the others as
 * many as there is room for. Sentences that only explain stand in the file and among the sources.
 */
const toldOf = (library: Library, facts: readonly Fact[], most: number): Told => {
  const told = facts.filter(({ values }, at) => at === 0 || values.brief !== undefined);
  const shown: Fact[] = [];
  for (const fact of told) {
    const text = [...shown, fact].map((one) => brief(library, one)).join('; ');
    if (shown.length === 0 || figureOf(fact) !== undefined || text.length <= most) shown.push(fact);
  }
  return { shown, left: told.length - shown.length };
};

const textOf = (library: Library, { shown, left }: Told): string => {
  const text = shown.map((fact) => brief(library, fact)).join('; ');
  return left === 0 ? text : `${text}; ${left} more in the source`;
};

/** The number of a cell, where its few words are about one fact and that gives one. */
const numberOf = (facts: readonly Fact[]): { readonly value?: number } => {
  const [only, other] = facts;
  const figure = only === undefined || other !== undefined ? undefined : figureOf(only);
  return figure === undefined || figure.mark === 'range' ? {} : { value: figure.low };
};

/** A cell of facts: those told in brief, all of them for whoever takes the table away. */
const cellOver = (library: Library, state: Cell['state'], told: Told, all: readonly Fact[]): Cell => ({
  ...claimOver(textOf(library, told), told.shown, told.left === 0 ? [] : [told.left]),
  state,
  ...numberOf(told.shown),
  statements: all.map(statementOf),
});

export interface CellOptions {
  /** Characters of a cell. */
  readonly most: number;
  /** The attributes that have a row of their own in the same table. */
  readonly rows: ReadonlySet<string>;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What is stated nearest to it, under its own name; where that has a row in the table, the way there. */
const nearCell = (
  library: Library,
  deal: Deal,
  attribute: string,
  { most, rows }: CellOptions,
): Cell | undefined => {
  const near = nearFacts(library, deal, attribute);
  const [first] = near?.facts ?? [];
  if (near === undefined || first === undefined) return undefined;
  const { label = near.attribute, row } = attributeOf(near.attribute) ?? {};
  const told = toldOf(library, near.facts, most);
  const { cautions } = library.find(deal.id, attribute);
  // A whole sentence says itself what it is about.
  const text =
    first.values.brief === undefined
      ? textOf(library, told)
      : `${row ?? capital(label)}: ${textOf(library, told)}`;
  const isBelow = row !== undefined && rows.has(near.attribute);
  return {
    ...claimOver(isBelow ? `see ${row}` : text, told.shown, told.left === 0 ? [] : [told.left]),
    state: 'not-stated',
    statements: [...cautions, ...near.facts].map(statementOf),
  };
};

/** A cell of a row that the deal does not state: what its article says of that, else what is near, else that it says nothing. */
const silentCell = (library: Library, deal: Deal, attribute: string, options: CellOptions): Cell => {
  const { cautions } = library.find(deal.id, attribute);
  const [caution] = cautions;
  const near = caution?.values.brief === undefined ? nearCell(library, deal, attribute, options) : undefined;
  if (near !== undefined) return near;
  if (caution === undefined)
    return { ...remark('not stated', articlesOf(library, deal)), state: 'not-stated', statements: [] };
  return cellOver(library, 'not-stated', { shown: [caution], left: 0 }, cautions);
};

const statusCell = (library: Library, deal: Deal, options: CellOptions): Cell => {
  const status = statusClaim(library, deal);
  const facts = status.facts.flatMap((id) => library.facts.get(id) ?? []);
  if (facts.length > 0) return { ...status, state: 'stated', statements: facts.map(statementOf) };
  return nearCell(library, deal, 'ended', options) ?? { ...status, state: 'not-stated', statements: [] };
};

/** What a deal says of an attribute, in a few words, with its state and its sources. */
export const cellOf = (library: Library, deal: Deal, attribute: string, options: CellOptions): Cell => {
  if (attribute === 'ended') return statusCell(library, deal, options);
  const { state, facts, cautions } = library.find(attribute === 'base' ? deal.client : deal.id, attribute);
  if (state === 'not-stated') return silentCell(library, deal, attribute, options);
  // Reports that conflict are told all of them: the first alone would hide that there are others.
  const told = state === 'conflicting' ? { shown: facts, left: 0 } : toldOf(library, facts, options.most);
  return cellOver(library, state, told, [...facts, ...cautions]);
};
