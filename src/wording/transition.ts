import type { Citation } from '../answer.ts';
import { precedentsFor } from '../corpus/concerns.ts';
import type { Fact } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import type { Transition } from '../transition.ts';
import { groups } from './checklist.ts';
import { claimOf } from './claim.ts';
import { citationsOf } from './source.ts';

/** A tool tip of precedents, not a search: more than these nobody reads. */
const mostPrecedents = 3;

/** What is done at some time, rather than why it is good. */
const isStep = ({ values }: Fact): boolean => values.when !== undefined;

/** The steps that the guide teaches, where each was taught, and how others fared on the same matter. */
export const transitionOf = (library: Library): Transition => {
  const sourceOf = (fact: Fact): Citation | undefined => citationsOf(library, [claimOf(fact)])[0];
  return {
    steps: groups(library).flatMap(({ title, facts }) =>
      facts.filter(isStep).map((fact) => ({ fact: fact.id, text: fact.sentence, group: title })),
    ),
    sourceOf: (id) => {
      const fact = library.facts.get(id);
      return fact && sourceOf(fact);
    },
    precedentsFor: (text) =>
      precedentsFor(library, text, mostPrecedents).flatMap(({ deal, fact }) => {
        const citation = sourceOf(fact);
        return citation === undefined ? [] : [{ deal: deal.name, text: fact.sentence, citation }];
      }),
  };
};
