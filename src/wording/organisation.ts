import type { Claim, Section } from '../answer.ts';
import { isCaution, isWithheld } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, enumerate, remark } from './claim.ts';
import { labelOf } from './fact.ts';
import type { Standing } from './vendor.ts';

/** What is said of an organisation itself: what it is, whose it is, where it is; of one that only reports, what it said. */
export const organisationClaims = (library: Library, id: string): Claim[] => {
  const own = library
    .about(id)
    .filter((fact) => !isCaution(fact) && fact.attribute !== 'outlook' && fact.attribute !== 'source');
  const named = [...library.facts.values()].filter(
    (fact) => own.length === 0 && !isCaution(fact) && fact.sentence.includes(library.nameOf(id)),
  );
  const party = library.dealsOf(id).length > 0;
  const said = party ? [] : library.saidBy(id).filter((fact) => !isCaution(fact) && !own.includes(fact));
  return [...own, ...named.slice(0, 2), ...said].map(claimOf);
};

const hidden = (library: Library, deal: string): Claim[] =>
  library.about(deal).filter(isWithheld).map(claimOf);

const unsaid = (library: Library, deals: readonly string[]): Claim[] => {
  const silent = deals.filter(
    (deal) =>
      library.find(deal, 'term').state === 'not-stated' && library.find(deal, 'value').state === 'not-stated',
  );
  if (silent.length === 0) return [];
  const articles = silent.flatMap((deal) => library.about(deal)[0]?.article ?? []);
  const names = silent.map((deal) => library.nameOf(library.deals.get(deal)?.client ?? deal));
  return [
    remark(
      `The articles do not say ${enumerate([labelOf('term'), labelOf('value')], 'or')} for ${enumerate(names)}.`,
      articles,
    ),
  ];
};

/** One line a deal, then what is withheld and what is not said. */
export const vendorSections = (library: Library, { deals }: Standing): Section[] => {
  const said = new Set<string>();
  const lines = deals.flatMap((id) =>
    ['ended', 'announced', 'scope'].flatMap((attribute) => {
      const { facts } = library.find(id, attribute);
      const first = facts.find((fact) => !said.has(fact.id));
      if (!first || (attribute === 'scope' && deals.length > 3)) return [];
      said.add(first.id);
      return [claimOf(first)];
    }),
  );
  const moved =
    deals.length > 3
      ? deals.flatMap((id) => library.find(id, 'staff-moved').facts.slice(0, 1)).map(claimOf)
      : deals
          .flatMap((id) =>
            ['staff-placed', 'term'].flatMap((attribute) => library.find(id, attribute).facts.slice(0, 1)),
          )
          .map(claimOf);
  const open = [...deals.flatMap((deal) => hidden(library, deal)), ...unsaid(library, deals)];
  return [
    { kind: 'claims', title: 'Deals', claims: [...lines, ...moved] },
    ...(open.length === 0 ? [] : [{ kind: 'claims' as const, title: 'Withheld or not said', claims: open }]),
  ];
};
