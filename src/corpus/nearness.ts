import type { Fact } from './fact.ts';
import type { Library } from './library.ts';

/** The parts of a library by which subjects are related. */
type Known = Pick<Library, 'deals' | 'people' | 'organisations' | 'dealsOf' | 'nameOf' | 'about'>;

interface Circle {
  readonly deals: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
  /** Names of the people who work there. */
  readonly staff: readonly string[];
  /** Articles with facts of its own; what they say of the market stands near it. */
  readonly articles: ReadonlySet<string>;
}

/** The deals of a subject, and the organisations and people next to it. */
const circleOf = (library: Known, subject: string): Circle => {
  const deals = library.dealsOf(subject);
  const orgs = new Set(
    library.deals.has(subject) ? deals.flatMap((deal) => [deal.client, ...deal.vendors]) : [subject],
  );
  const staff = [...library.people.values()].filter(
    (person) => person.of !== undefined && orgs.has(person.of),
  );
  const children = [...library.organisations.values()].filter((other) => other.parent === subject);
  const held = deals.length > 0 ? deals : children.flatMap((child) => library.dealsOf(child.id));
  const parent = library.organisations.get(subject)?.parent;
  const kin = [...orgs, ...staff.map((person) => person.id), ...children.map((child) => child.id)];
  return {
    deals: new Set(held.map((deal) => deal.id)),
    kin: new Set(parent === undefined ? kin : [...kin, parent]),
    staff: staff.map((person) => person.name),
    articles: new Set(
      [subject, ...deals.map((deal) => deal.id)].flatMap(library.about).map((fact) => fact.article),
    ),
  };
};

/** A person's own words stand close to them even where the fact is about a deal or the market. */
const nearPerson = (fact: Fact, name: string): number | undefined => {
  if (fact.values.by?.includes(name)) return 1;
  const last = name.split(' ').at(-1) ?? name;
  return fact.sentence.includes(last) ? 0.95 : undefined;
};

const nearOrganisation = (library: Known, circle: Circle, fact: Fact, subject: string): number => {
  if (fact.subjects.some((id) => circle.deals.has(id))) return 0.98;
  if (fact.subjects.some((id) => circle.kin.has(id))) return 0.9;
  if (
    fact.sentence.includes(library.nameOf(subject)) ||
    circle.staff.some((name) => fact.values.by?.includes(name))
  )
    return 0.85;
  return fact.subjects.includes('market') && circle.articles.has(fact.article) ? 0.42 : 0;
};

const nearSomebody = (library: Known, circle: Circle, fact: Fact, subject: string): number => {
  const own = nearPerson(fact, library.nameOf(subject));
  if (own !== undefined) return own;
  if (fact.subjects.some((id) => circle.deals.has(id))) return 0.85;
  if (fact.subjects.some((id) => circle.kin.has(id))) return 0.5;
  return fact.subjects.includes('market') && circle.articles.has(fact.article) ? 0.42 : 0;
};

/**
 * How near a fact stands to all of some subjects at once: 1 where it is theirs or none is given, less through their
 * deals and people, 0 where it is unrelated. Above all as near as to the remotest of them: a fact about two parties
 * answers better than one about either.
 */
export const createNearness = (library: Known): ((fact: Fact, subjects: readonly string[]) => number) => {
  const circles = new Map<string, Circle>();
  const one = (fact: Fact, subject: string): number => {
    if (fact.subjects.includes(subject)) return 1;
    const circle = circles.get(subject) ?? circleOf(library, subject);
    circles.set(subject, circle);
    return library.people.has(subject)
      ? nearSomebody(library, circle, fact, subject)
      : nearOrganisation(library, circle, fact, subject);
  };
  return (fact, subjects) => {
    if (subjects.length === 0) return 1;
    const parts = subjects.map((subject) => one(fact, subject));
    return 0.85 * Math.min(...parts) + 0.15 * (parts.reduce((sum, part) => sum + part, 0) / parts.length);
  };
};
