import type { Section } from '../answer.ts';
import { type Fact, isCaution } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { claimOf, fitting } from './claim.ts';

/** The steps of the transition in order, as they are grouped. */
export const groups = (library: Library): { readonly title: string; readonly facts: readonly Fact[] }[] => {
  const grouped = new Map<string, Fact[]>();
  for (const fact of library.about('transition')) {
    const { group } = fact.values;
    if (group !== undefined) grouped.set(group, [...(grouped.get(group) ?? []), fact]);
  }
  return [...grouped].map(([title, facts]) => ({ title, facts }));
};

/** Every step, grouped and numbered, then what decides how long it takes and what is left open. */
export const checklist = (library: Library): Section[] => {
  const steps = groups(library).map(({ title, facts }) => ({
    kind: 'claims' as const,
    title,
    ordered: true,
    claims: facts.map(claimOf),
  }));
  const rest = library
    .about('transition')
    .filter((fact) => ['duration', 'risk', 'governance'].includes(fact.attribute) && !isCaution(fact));
  return rest.length === 0
    ? steps
    : [...steps, { kind: 'claims', title: 'How long, and what decides', claims: rest.map(claimOf) }];
};

/** The steps next to one in its group, as far as they fit beside a short answer. */
export const groupAround = (
  library: Library,
  told: readonly string[],
  fact: Fact,
  characters: number,
): Section[] => {
  const group = groups(library).find(({ title }) => title === fact.values.group);
  const others = group?.facts.filter((other) => !told.includes(other.id)).map(claimOf) ?? [];
  const claims = fitting(others, characters);
  const fits = claims[0] !== undefined && [...claims[0].text].length <= characters;
  return group && fits ? [{ kind: 'claims', title: group.title, claims }] : [];
};
