import type { Claim, Section } from '../answer.ts';
import { attributes } from '../corpus/attributes.ts';
import { type Deal, type Fact, type Finding, isCaution, isWithheld } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { latestEventOf } from '../corpus/state.ts';
import type { ReadingInput } from '../reading.ts';
import { claimOf, claimOver, enumerate, remark } from './claim.ts';
import { labelOf } from './fact.ts';

/** The order of a deal's profile, after its parties. */
const order: readonly (readonly string[])[] = [
  ['scope'],
  ['term'],
  ['value', 'vendor-pay', 'target-cost'],
  ['staff-moved', 'staff-placed', 'staff-cut', 'jobs-at-vendor', 'staff-terms', 'staff-kept', 'help'],
  ['kept-in-house'],
  ['why', 'goals'],
  ['ended', 'starts', 'ranking'],
];
const perAttribute: Readonly<Record<string, number>> = { scope: 2, 'staff-cut': 2 };
/** What a reader expects to be told of a deal, said to be missing where it is. */
const expected = ['term', 'value', 'staff-moved', 'staff-cut', 'kept-in-house', 'why'];

/** `Allina Health with Optum`, `Beth Israel Deaconess Medical Center, in-house`. */
export const partiesOf = (library: Library, deal: Deal): string => {
  const client = library.nameOf(deal.client);
  return deal.vendors.length === 0
    ? `${client}, in-house`
    : `${client} with ${enumerate(deal.vendors.map(library.nameOf))}`;
};

/** The sentence that says who did what and when: how the deal ended, or its announcement, or what it covers. */
export const headlineOf = (library: Library, deal: Deal): Fact | undefined =>
  library.find(deal.id, 'ended').facts[0] ??
  library.find(deal.id, 'announced').facts[0] ??
  library.find(deal.id, 'scope').facts[0] ??
  library.about(deal.id)[0];

/** The first line of a profile: who, with whom, and when; who with whom alone where no date is told. */
export const openingOf = (library: Library, deal: Deal): Claim | undefined => {
  const event = library.find(deal.id, 'ended').facts[0] ?? library.find(deal.id, 'announced').facts[0];
  const [first] = library.about(deal.id);
  if (event) return claimOf(event);
  if (!first) return undefined;
  const parties =
    deal.vendors.length === 0
      ? `${library.nameOf(deal.client)} kept it in-house.`
      : `The parties are ${library.nameOf(deal.client)} and ${enumerate(deal.vendors.map(library.nameOf))}.`;
  return claimOver(parties, [first]);
};

/** The deal of another client of which most is told: the one that a comparison shows most against. */
export const comparableWith = (library: Library, deal: Deal): Deal | undefined =>
  [...library.deals.values()]
    .filter((other) => other.client !== deal.client)
    .sort(
      (a, b) => library.about(b.id).length - library.about(a.id).length || a.id.localeCompare(b.id, 'en'),
    )[0];

const own = (finding: Finding): Fact[] => finding.facts.slice(0, perAttribute[finding.attribute] ?? 1);

/** Attributes of a deal that no article states: withheld ones say so themselves. */
const gaps = (library: Library, deal: Deal): string[] =>
  expected.filter((attribute) => library.find(deal.id, attribute).state === 'not-stated');

/** "The article does not say the contract term or the staff cut." Cites what was read. */
const gapClaim = (library: Library, deal: Deal): Claim | undefined => {
  const open = gaps(library, deal);
  const articles = [...new Set(library.about(deal.id).map((fact) => fact.article))];
  if (open.length === 0) return undefined;
  const read = articles.length > 1 ? 'The articles do' : 'The article does';
  return remark(`${read} not say ${enumerate(open.map(labelOf), 'or')}.`, articles);
};

/** Everything a profile says of a deal below its first line, in one fixed order, ending with what is withheld and not said. */
export const dealSections = (library: Library, deal: Deal): Section[] => {
  const opening = openingOf(library, deal);
  const stated = order
    .flat()
    .map((attribute) => library.find(deal.id, attribute))
    .flatMap(own)
    .filter((fact) => opening?.text !== fact.sentence);
  const withheld = stated.filter(isWithheld);
  const cautions = library
    .about(deal.id)
    .filter(
      (fact) =>
        isCaution(fact) &&
        ['staff-cut', 'value', 'outcome', 'reason-for-ending', 'announced'].includes(fact.attribute),
    )
    .slice(0, 1);
  const gap = gapClaim(library, deal);
  const open = [...withheld.map(claimOf), ...cautions.map(claimOf), ...(gap ? [gap] : [])];
  const told = stated.filter((fact) => !isWithheld(fact)).map(claimOf);
  return [
    ...(told.length === 0 ? [] : [{ kind: 'claims' as const, claims: told }]),
    ...(open.length === 0 ? [] : [{ kind: 'claims' as const, title: 'Withheld or not said', claims: open }]),
  ];
};

/** Events with which a deal begins; every other one is a result. */
const begins = new Set(['starts', 'announced']);

/** `ended January 2024`: the state of a deal in one claim, as of its article. */
export const statusClaim = (library: Library, deal: Deal): Claim => {
  const event = latestEventOf(library, deal.id);
  const article = library.articles.get(library.about(deal.id)[0]?.article ?? '');
  if (event !== undefined && !begins.has(event.attribute)) return claimOf(event);
  if (event === undefined)
    return remark(
      article ? `As of ${article.published.year}; nothing later` : 'Nothing is told',
      article ? [article.id] : [],
    );
  const year = event.values.on === undefined ? '' : ` ${event.values.on.year}`;
  return claimOver(`${event.attribute === 'starts' ? 'Starting' : 'Announced'}${year}; nothing later`, [
    event,
  ]);
};

/** The rows a comparison can show, in order. */
export const rows = attributes.flatMap(({ id, row }) =>
  row === undefined ? [] : [{ attribute: id, head: row }],
);

/** A deal offered as the next step, by words that a person could type. */
export const nextDeal = (
  library: Library,
  deal: Deal,
): { readonly label: string; readonly reading: ReadingInput } => ({
  label: `Overview of ${deal.vendors.length === 0 ? library.nameOf(deal.client) : deal.name}`,
  reading: { intent: 'deal-profile', subjects: [deal.client] },
});
