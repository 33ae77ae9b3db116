import type { Cell, Claim, Section, TableRow } from '../answer.ts';
import type { Deal, Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, claimOver, enumerate, remark } from './claim.ts';
import { headlineOf, partiesOf, rows, statusClaim } from './deal.ts';
import { labelOf } from './fact.ts';
import { type Standing, standingClaim, standings } from './vendor.ts';

/** Rows that every comparison shows; others appear when some deal states them. */
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
/** Characters of a cell: more columns leave each less room. */
const cellLength = (deals: number): number => (deals > 2 ? 50 : 100);

const brief = (fact: Fact): string => fact.values.brief ?? fact.sentence;

/** As many facts in brief as a cell holds; a single long one stands whole. */
const join = (
  facts: readonly Fact[],
  most: number,
): { readonly text: string; readonly facts: readonly Fact[] } => {
  const kept: Fact[] = [];
  for (const fact of facts) {
    const text = [...kept, fact].map(brief).join('; ');
    if (kept.length > 0 && text.length > most) break;
    kept.push(fact);
  }
  return { text: kept.map((fact) => brief(fact)).join('; '), facts: kept };
};

const articlesOf = (library: Library, deal: Deal): string[] => [
  ...new Set(library.about(deal.id).map((fact) => fact.article)),
];

const cellOf = (library: Library, deal: Deal, attribute: string, most: number): Cell => {
  if (attribute === 'ended') return { ...statusClaim(library, deal), state: 'stated' };
  const finding = library.find(attribute === 'base' ? deal.client : deal.id, attribute);
  const caution = finding.cautions[0];
  const placed = attribute === 'staff-moved' ? library.find(deal.id, 'staff-placed').facts.slice(0, 1) : [];
  if (finding.state === 'not-stated' && placed.length > 0) {
    const { text, facts } = join(placed, most);
    return { ...claimOver(text, facts), state: 'stated' };
  }
  if (finding.state === 'not-stated') {
    const silent = caution && caution.values.brief !== undefined ? caution.values.brief : 'not stated';
    return {
      ...remark(silent, articlesOf(library, deal)),
      ...(caution ? { facts: [caution.id] } : {}),
      state: 'not-stated',
    };
  }
  const { text, facts } = join(finding.facts, most);
  return { ...claimOver(text, facts), state: finding.state };
};

/** Each deal by its client, where that tells them apart. */
const columnsOf = (library: Library, deals: readonly Deal[]): string[] => {
  const clients = deals.map((deal) => library.nameOf(deal.client));
  return new Set(clients).size === clients.length ? clients : deals.map((deal) => deal.name);
};

/**
 * Deals side by side: one column a deal, one row an attribute; the rows asked for first. What nobody states is said in
 * a note, not in a row of blanks.
 */
export const comparison = (library: Library, deals: readonly Deal[], asked: readonly string[]): Section[] => {
  const crowded = deals.length > 2 ? ['scope', 'base'] : [];
  const shown = rows.filter(({ attribute }) =>
    asked.length > 0
      ? asked.includes(attribute) || attribute === 'ended'
      : always.has(attribute) && !crowded.includes(attribute),
  );
  const ordered = [
    ...shown.filter(({ attribute }) => asked.includes(attribute)),
    ...shown.filter(({ attribute }) => !asked.includes(attribute)),
  ];
  const table: TableRow[] = ordered.map(({ attribute, head }) => ({
    head,
    cells: deals.map((deal) => cellOf(library, deal, attribute, cellLength(deals.length))),
  }));
  const blank = table.filter((row) =>
    row.cells.every((cell) => cell.state === 'not-stated' && cell.facts.length === 0),
  );
  const caption = `${enumerate(deals.map((deal) => deal.name))} compared`;
  return [
    {
      kind: 'table',
      caption,
      columns: ['Attribute', ...columnsOf(library, deals)],
      rows: table.filter((row) => !blank.includes(row)),
    },
    ...(blank.length === 0
      ? []
      : [
          {
            kind: 'note' as const,
            text: `Not stated for any of them: ${enumerate(blank.map((row) => row.head.toLowerCase()))}.`,
          },
        ]),
  ];
};

/** The deal that stands for a party: the one that states what is asked, or of which most is told. */
export const dealFor = (library: Library, party: string, attributes: readonly string[]): Deal | undefined => {
  const states = (deal: Deal): number =>
    attributes.filter((attribute) => library.find(deal.id, attribute).state !== 'not-stated').length;
  return [...library.dealsOf(party)].sort(
    (a, b) =>
      states(b) - states(a) ||
      library.about(b.id).length - library.about(a.id).length ||
      a.id.localeCompare(b.id, 'en'),
  )[0];
};

const says = (library: Library, deals: readonly Deal[], attribute: string): boolean =>
  deals.some((deal) => {
    const { state, cautions } = library.find(deal.id, attribute);
    return state !== 'not-stated' || cautions.length > 0;
  });

const staff = ['staff-moved', 'staff-cut'];

/** The attributes to compare by: of those asked the first two that any deal tells of; posts cut and people moved go together. */
export const askedOf = (
  library: Library,
  deals: readonly Deal[],
  attributes: readonly string[],
): string[] => {
  const asked = attributes.filter((attribute) => says(library, deals, attribute)).slice(0, 2);
  return asked.some((attribute) => staff.includes(attribute)) ? [...new Set([...asked, ...staff])] : asked;
};

const once = (claims: readonly Claim[]): Claim[] => {
  const said = new Set<string>();
  return claims.filter(({ text }) => !said.has(text) && said.add(text));
};

/** One sentence a deal: what it states of the attributes, or that it does not say the first of them. */
const sideBySide = (library: Library, deals: readonly Deal[], attributes: readonly string[]): Claim[] =>
  deals.flatMap((deal) => {
    const findings = attributes.map((attribute) => library.find(deal.id, attribute));
    const stated = findings.flatMap(({ facts }) => facts.slice(0, 1));
    const [caution] = findings.flatMap(({ cautions }) => cautions);
    if (stated.length > 0) return stated.map(claimOf);
    return [
      caution
        ? claimOf(caution)
        : remark(
            `The article does not say ${labelOf(attributes[0] ?? '')} for ${deal.name}.`,
            articlesOf(library, deal),
          ),
    ];
  });

/** "Kaiser Permanente with IBM and Allina Health with Optum, side by side." */
const introduction = (library: Library, deals: readonly Deal[]): Claim =>
  claimOver(
    `${enumerate(deals.map((deal) => partiesOf(library, deal)))}, side by side.`,
    deals.flatMap((deal) => headlineOf(library, deal) ?? []),
  );

/** Of the parties chosen the vendors, each with its clients. */
export const vendorsOf = (library: Library, chosen: readonly string[]): Standing[] =>
  standings(library).filter(({ vendor }) => chosen.includes(vendor));

interface Compared {
  readonly library: Library;
  readonly deals: readonly Deal[];
  readonly asked: readonly string[];
  /** What was found for words that are no attribute. */
  readonly told: readonly Claim[];
  readonly vendors: readonly Standing[];
}

/** What was asked, of each deal; else what was found for its words; else who is compared. */
export const leadOf = ({ library, deals, asked, told, vendors }: Compared): Claim[] => {
  if (asked.length > 0) return once(sideBySide(library, deals, asked));
  if (told.length > 0) return once(told);
  return vendors.length > 1
    ? vendors.map((entry) => standingClaim(library, entry))
    : [introduction(library, deals)];
};
