import type { Cell, Claim, Section, TableRow } from '../answer.ts';
import type { Deal, Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, claimOver, enumerate, remark } from './claim.ts';
import { headlineOf, rows, statusClaim } from './deal.ts';
import { labelOf } from './fact.ts';

/** Rows that every comparison shows; others appear when some deal states them. */
const always = new Set([
  'scope',
  'term',
  'value',
  'staff-moved',
  'staff-cut',
  'kept-in-house',
  'why',
  'ended',
]);
const cellLength = 150;

const brief = (fact: Fact): string => fact.values.brief ?? fact.sentence;

/** As many facts in brief as a cell holds; a single long one stands whole. */
const join = (facts: readonly Fact[]): { readonly text: string; readonly facts: readonly Fact[] } => {
  const kept: Fact[] = [];
  for (const fact of facts) {
    const text = [...kept, fact].map(brief).join('; ');
    if (kept.length > 0 && text.length > cellLength) break;
    kept.push(fact);
  }
  return { text: kept.map((fact) => brief(fact)).join('; '), facts: kept };
};

const articlesOf = (library: Library, deal: Deal): string[] => [
  ...new Set(library.about(deal.id).map((fact) => fact.article)),
];

const cellOf = (library: Library, deal: Deal, attribute: string): Cell => {
  if (attribute === 'ended') return { ...statusClaim(library, deal), state: 'stated' };
  const finding = library.find(deal.id, attribute);
  const caution = finding.cautions[0];
  if (finding.state === 'not-stated') {
    const silent =
      caution && caution.values.brief !== undefined ? caution.values.brief : 'not stated in the article';
    return {
      ...remark(silent, articlesOf(library, deal)),
      ...(caution ? { facts: [caution.id] } : {}),
      state: 'not-stated',
    };
  }
  const { text, facts } = join(finding.facts);
  return { ...claimOver(text, facts), state: finding.state };
};

/** Deals side by side: one column a deal, one row an attribute; rows that nobody states are left out unless expected. */
export const comparison = (library: Library, deals: readonly Deal[], asked: readonly string[]): Section => {
  const shown = rows.filter(({ attribute }) =>
    asked.length > 0
      ? asked.includes(attribute)
      : always.has(attribute) ||
        deals.filter((deal) => library.find(deal.id, attribute).state !== 'not-stated').length ===
          deals.length,
  );
  const table: TableRow[] = shown.map(({ attribute, head }) => ({
    head,
    cells: deals.map((deal) => cellOf(library, deal, attribute)),
  }));
  return {
    kind: 'table',
    caption: `${enumerate(deals.map((deal) => deal.name))} compared`,
    columns: ['', ...deals.map((deal) => deal.name)],
    rows: table,
  };
};

/** One sentence a deal: what it states of the attribute, or that it does not. */
export const sideBySide = (library: Library, deals: readonly Deal[], attribute: string): Claim[] =>
  deals.map((deal) => {
    const finding = library.find(deal.id, attribute);
    const [fact] = [...finding.facts, ...finding.cautions];
    if (fact) return claimOf(fact);
    return remark(
      `The article does not say ${labelOf(attribute)} for ${deal.name}.`,
      articlesOf(library, deal),
    );
  });

/** The headline of each deal. */
export const headlines = (library: Library, deals: readonly Deal[]): Claim[] =>
  deals.flatMap((deal) => headlineOf(library, deal) ?? []).map(claimOf);
