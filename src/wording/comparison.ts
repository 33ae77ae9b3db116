import type { Claim } from '../answer.ts';
import type { Deal } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, claimOver, enumerate, remark } from './claim.ts';
import { articlesOf } from './comparison-cell.ts';
import { headlineOf, partiesOf } from './deal.ts';
import { labelOf } from './fact.ts';
import { type Standing, standingClaim, standings } from './vendor.ts';

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
    const [first] = findings;
    const silent = first?.facts.length === 0 ? first.cautions.slice(0, 1) : [];
    if (stated.length > 0) return [...silent, ...stated].map(claimOf);
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
