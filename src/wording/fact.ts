import type { Claim, Section } from '../answer.ts';
import { attributeOf } from '../corpus/attributes.ts';
import { type Fact, isCaution } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, fitting } from './claim.ts';

/** The most characters of the first sentences of an answer to a single question. */
export const leadLimit = 300;
const neighbourLimit = 280;

/** The facts in the order given, as the first sentences of an answer. */
export const factLead = (facts: readonly Fact[]): Claim[] => fitting(facts.map(claimOf), leadLimit - 1);

/** Cautions that travel with the facts of the same subjects and attribute. */
export const cautionsOf = (library: Library, facts: readonly Fact[]): Fact[] =>
  [
    ...new Set(
      facts.flatMap((fact) =>
        fact.subjects.flatMap((subject) =>
          library.about(subject).filter((other) => other.attribute === fact.attribute && isCaution(other)),
        ),
      ),
    ),
  ].filter((caution) => !facts.includes(caution) && facts.some((fact) => fact.article === caution.article));

/** A few facts next to those of the lead: their cautions, and others of the same attribute. */
export const neighbours = (library: Library, lead: readonly Fact[], others: readonly Fact[]): Section[] => {
  const cautions = cautionsOf(library, lead).slice(0, 1);
  const close = [...new Set(others)].filter((fact) => !lead.includes(fact) && !cautions.includes(fact));
  const claims = fitting([...cautions, ...close].map(claimOf), neighbourLimit);
  const first = claims[0];
  return first === undefined || [...first.text].length > neighbourLimit
    ? []
    : [{ kind: 'claims', title: 'Beside it', claims }];
};

/** Facts of the same attribute and subject as the first one, for "beside it". */
export const siblings = (library: Library, fact: Fact): Fact[] =>
  fact.subjects
    .flatMap((subject) => library.about(subject))
    .filter((other) => other.attribute === fact.attribute && other.id !== fact.id);

/** "the contract term", "the staff cut"; the id itself for an attribute that is gone. */
export const labelOf = (attribute: string): string =>
  attributeOf(attribute)?.label ?? attribute.replaceAll('-', ' ');
