import { attributeOf } from '../corpus/attributes.ts';
import { isTopic } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';

type Premise = Reading['premises'][number];

const namedIn = (premise: Premise): readonly (string | undefined)[] => {
  switch (premise.form) {
    case 'pair':
      return [premise.client, premise.vendor];
    case 'move':
      return [premise.from, premise.to];
    case 'post':
      return [premise.person, premise.organisation];
    default:
      return [premise.subject];
  }
};

const asked = (premise: Premise): readonly string[] => ('attribute' in premise ? [premise.attribute] : []);

/** Whether the library has every subject, fact and attribute of a reading: an old button may hold one that is gone. */
export const isKnown = ({ deals, organisations, people, facts }: Library, reading: Reading): boolean => {
  const held = (id: string): boolean =>
    deals.has(id) || organisations.has(id) || people.has(id) || isTopic(id);
  const named = reading.premises.flatMap(namedIn).filter((id) => id !== undefined);
  return (
    [...reading.subjects, ...reading.without, ...named].every(held) &&
    reading.facts.every((id) => facts.has(id)) &&
    [...reading.attributes, ...reading.lacking, ...reading.premises.flatMap(asked)].every(
      (id) => attributeOf(id) !== undefined,
    )
  );
};
