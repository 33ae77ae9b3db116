import { type Problem, refuse } from '../errors.ts';
import type { Article } from './article.ts';
import {
  type Deal,
  type Fact,
  type Finding,
  isCaution,
  type Organisation,
  type Person,
  type State,
} from './fact.ts';
import { joinFacts, mergeDeals, mergeOrganisations, mergePeople } from './merge.ts';
import { contestedNames, unknownNames } from './names.ts';
import { createFactSearch, type FactSearch } from './search/facts.ts';
import { sourceFacts } from './source.ts';
import { lexiconWords, type Term, wordsOf } from './terms.ts';
import { createWhere } from './where.ts';

/** A fact offered as evidence for a question about some subjects. */
export interface Evidence {
  readonly fact: Fact;
  readonly score: number;
  /** How near the fact stands to the subjects asked of, 0 to 1; 1 where none was given. */
  readonly near: number;
  /** For each term asked, how well the fact holds it, 0 to 1. */
  readonly found: readonly number[];
}

/** What a list of deals is narrowed by; everything given must hold. */
export interface Filter {
  readonly terms?: readonly Term[];
  /** Inclusive calendar years in which something of the deal happened. */
  readonly years?: { readonly from: number; readonly to: number } | undefined;
  /** States or cities, lower case; the client is in one of them. */
  readonly places?: readonly string[];
  /** A figure that some fact of the deal gives, within exclusive bounds. */
  readonly amount?:
    | {
        readonly unit: 'years' | 'usd' | 'people' | 'share';
        readonly over?: number | undefined;
        readonly under?: number | undefined;
      }
    | undefined;
  /** Attributes that the deal states. */
  readonly attributes?: readonly string[];
  /** Parties of which the deal has one. */
  readonly parties?: readonly string[];
  readonly without?: readonly string[];
}

/** Everything the articles say, merged. All lists are in an order that does not depend on the order of the files. */
export interface Library {
  readonly articles: ReadonlyMap<string, Article>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly people: ReadonlyMap<string, Person>;
  readonly deals: ReadonlyMap<string, Deal>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The name of a deal, organisation, person or topic; the id itself where it is none. */
  nameOf(subject: string): string;
  /** Deals that a subject is, is party to, or (a person) whose party they work for. */
  dealsOf(subject: string): Deal[];
  /** Facts whose heading names the subject itself, in the order of the articles. */
  about(subject: string): Fact[];
  /** What is known of one attribute of one subject. For an organisation its own facts and those of its deals. */
  find(subject: string, attribute: string): Finding;
  /** Facts that answer the terms, best first, of all the given subjects at once, or of anyone where none is given. */
  search(terms: readonly Term[], subjects?: readonly string[]): Evidence[];
  /** Deals of which one fact covers the terms, with that fact; of the given years and places, where given. */
  where(filter: Filter): { readonly deal: Deal; readonly fact: Fact }[];
  /** Every word of the facts and of the lexicon, lower case. */
  readonly words: ReadonlySet<string>;
  readonly weight: FactSearch['weight'];
  readonly knows: FactSearch['knows'];
}

const latestEvent = ['ended', 'insourced', 'renewed', 'extended', 'starts', 'announced'];

const amountKey = (fact: Fact): string | undefined => {
  const { years, usd, people, counted, money } = fact.values;
  const amounts = years ?? usd ?? people;
  if (!amounts || fact.values.as === 'caution') return undefined;
  return JSON.stringify([counted, money, amounts.map(({ low, high }) => [low, high])]);
};

/** Two articles that give different values for the same attribute and the same thing counted. */
const conflicting = (facts: readonly Fact[]): boolean => {
  const byCounted = new Map<string, Map<string, string>>();
  for (const fact of facts) {
    const key = amountKey(fact);
    if (key === undefined) continue;
    const counted = JSON.stringify([fact.values.counted, fact.values.money]);
    const values = byCounted.get(counted) ?? new Map<string, string>();
    values.set(key, values.get(key) ?? fact.article);
    byCounted.set(counted, values);
  }
  return [...byCounted.values()].some((values) => new Set(values.values()).size > 1);
};

const stateOf = (stated: readonly Fact[]): State => {
  if (stated.length === 0) return 'not-stated';
  if (stated.every((fact) => fact.values['withheld by'] !== undefined)) return 'withheld';
  return conflicting(stated) ? 'conflicting' : 'stated';
};

/** How close a fact stands to a subject: 1 its own, less through its deals and people, 0 unrelated. */
type Closeness = (fact: Fact, subject: string) => number;

type Known = Pick<Library, 'deals' | 'people' | 'organisations' | 'dealsOf' | 'nameOf' | 'about'>;

interface Circle {
  readonly deals: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
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
    articles: new Set(
      [subject, ...deals.map((deal) => deal.id)].flatMap(library.about).map((fact) => fact.article),
    ),
  };
};

const createCloseness = (library: Known): Closeness => {
  const circles = new Map<string, Circle>();
  return (fact, subject) => {
    if (fact.subjects.includes(subject)) return 1;
    const circle = circles.get(subject) ?? circleOf(library, subject);
    circles.set(subject, circle);
    const ofDeal = fact.subjects.some((id) => circle.deals.has(id));
    const ofKin = fact.subjects.some((id) => circle.kin.has(id));
    const named = fact.sentence.includes(library.nameOf(subject));
    const beside = fact.subjects.includes('market') && circle.articles.has(fact.article) ? 0.7 : 0;
    if (!library.people.has(subject)) return ofDeal ? 0.98 : ofKin ? 0.9 : named ? 0.85 : beside;
    return nearPerson(fact, library.nameOf(subject)) ?? (ofDeal ? 0.85 : ofKin ? 0.5 : beside);
  };
};

/** A person's own words stand close to them even where the fact is about a deal or the market. */
const nearPerson = (fact: Fact, name: string): number | undefined => {
  if (fact.values.by?.includes(name)) return 1;
  const last = name.split(' ').at(-1) ?? name;
  return fact.sentence.includes(last) ? 0.95 : undefined;
};

/**
 * Merges articles into one library.
 * @throws StartError with every problem: unknown names, deals that disagree on their parties.
 */
export const createLibrary = (read: readonly Article[]): Library => {
  const articles = [...read].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const problems: Problem[] = [];
  const organisations = mergeOrganisations(articles);
  const people = mergePeople(articles);
  problems.push(...contestedNames(articles), ...unknownNames(articles, organisations));
  const deals = mergeDeals(articles, organisations, problems);
  const known = (id: string): boolean => deals.has(id) || organisations.has(id) || people.has(id);
  const joined = articles.flatMap((article) => [
    ...joinFacts(article, known, problems),
    ...sourceFacts(article),
  ]);
  refuse(problems);

  const facts = new Map(joined.map((fact) => [fact.id, fact]));
  const bySubject = new Map<string, Fact[]>();
  for (const fact of joined)
    for (const subject of fact.subjects) bySubject.set(subject, [...(bySubject.get(subject) ?? []), fact]);

  const nameOf = (id: string): string =>
    deals.get(id)?.name ?? organisations.get(id)?.name ?? people.get(id)?.name ?? id;
  const dealsOf = (id: string): Deal[] => {
    const deal = deals.get(id);
    if (deal) return [deal];
    const party = people.get(id)?.of ?? id;
    return [...deals.values()].filter((entry) => entry.client === party || entry.vendors.includes(party));
  };
  const about = (id: string): Fact[] => bySubject.get(id) ?? [];
  const find = (subject: string, attribute: string): Finding => {
    const owners =
      organisations.has(subject) || people.has(subject)
        ? [subject, ...dealsOf(subject).map((deal) => deal.id)]
        : [subject];
    const staff =
      attribute === 'post' && organisations.has(subject)
        ? [...people.values()].filter((person) => person.of === subject).map((person) => person.id)
        : [];
    const all = [...new Set([...owners, ...staff].flatMap(about))].filter(
      (fact) => fact.attribute === attribute,
    );
    const stated = all.filter((fact) => !isCaution(fact));
    return { subject, attribute, state: stateOf(stated), facts: stated, cautions: all.filter(isCaution) };
  };
  const index = createFactSearch(joined, nameOf);
  /** Above all close to the remotest of the subjects: a fact about two parties answers better than one about either. */
  const nearness = (fact: Fact, subjects: readonly string[]): number => {
    if (subjects.length === 0) return 1;
    const parts = subjects.map((subject) => closeness(fact, subject));
    return 0.85 * Math.min(...parts) + 0.15 * (parts.reduce((sum, part) => sum + part, 0) / parts.length);
  };
  const closeness = createCloseness({ deals, people, organisations, dealsOf, nameOf, about });
  const search = (terms: readonly Term[], subjects: readonly string[] = []): Evidence[] =>
    index
      .search(terms)
      .map(({ fact, score, found }) => {
        const near = nearness(fact, subjects);
        return { fact, found, near, score: score * near };
      })
      .filter((evidence) => evidence.score > 0)
      .sort((a, b) => b.score - a.score || a.fact.id.localeCompare(b.fact.id, 'en'));

  const where = createWhere({
    deals,
    organisations,
    articles: new Map(articles.map((article) => [article.id, article])),
    about,
    find,
    search,
    weight: index.weight,
  });
  return {
    where,
    words: new Set([
      ...lexiconWords,
      ...joined.flatMap((fact) => wordsOf(`${fact.sentence} ${(fact.values.also ?? []).join(' ')}`)),
    ]),
    articles: new Map(articles.map((article) => [article.id, article])),
    organisations,
    people,
    deals,
    facts,
    nameOf,
    dealsOf,
    about,
    find,
    search,
    weight: index.weight,
    knows: index.knows,
  };
};

/** Of a deal's events the latest that is told, in the order of a deal's life. */
export const latestEventOf = (library: Library, deal: string): Fact | undefined =>
  latestEvent.flatMap((attribute) => library.find(deal, attribute).facts).at(0);
