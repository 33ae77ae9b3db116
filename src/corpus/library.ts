import { type Problem, refuse } from '../errors.ts';
import type { Article } from './article.ts';
import { attributeOf } from './attributes.ts';
import { type Deal, type Fact, type Finding, isCaution, type Organisation, type Person } from './fact.ts';
import { joinFacts, mergeDeals, mergeOrganisations, mergePeople } from './merge.ts';
import { contestedNames, unknownNames } from './names.ts';
import { createNearness } from './nearness.ts';
import { createFactSearch, type FactSearch } from './search/facts.ts';
import { sourceFacts } from './source.ts';
import { stateOf } from './state.ts';
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
  /** Attributes that the deal does not state. */
  readonly lacking?: readonly string[];
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
  /** What a person or an organisation said, in the order of the articles. */
  saidBy(speaker: string): Fact[];
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

interface Merged extends Pick<Library, 'organisations' | 'people' | 'deals'> {
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
}

/**
 * Joins what the articles name and say.
 * @throws StartError with every problem: unknown names, names that two claim, deals that disagree on their parties.
 */
const merge = (read: readonly Article[]): Merged => {
  const articles = [...read].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const problems: Problem[] = [];
  const organisations = mergeOrganisations(articles);
  const people = mergePeople(articles);
  problems.push(...contestedNames(articles), ...unknownNames(articles, organisations));
  const deals = mergeDeals(articles, organisations, problems);
  const known = (id: string): boolean => deals.has(id) || organisations.has(id) || people.has(id);
  const facts = articles.flatMap((article) => [
    ...joinFacts(article, known, problems),
    ...sourceFacts(article),
  ]);
  refuse(problems);
  return { articles, organisations, people, deals, facts };
};

type Relations = Pick<
  Library,
  'organisations' | 'people' | 'deals' | 'nameOf' | 'dealsOf' | 'about' | 'saidBy'
>;

const relate = ({ organisations, people, deals, facts }: Merged): Relations => {
  const bySubject = new Map<string, Fact[]>();
  for (const fact of facts)
    for (const subject of fact.subjects) bySubject.set(subject, [...(bySubject.get(subject) ?? []), fact]);
  return {
    organisations,
    people,
    deals,
    nameOf: (id) => deals.get(id)?.name ?? organisations.get(id)?.name ?? people.get(id)?.name ?? id,
    dealsOf: (id) => {
      const deal = deals.get(id);
      const party = people.get(id)?.of ?? id;
      return deal
        ? [deal]
        : [...deals.values()].filter((entry) => entry.client === party || entry.vendors.includes(party));
    },
    about: (id) => bySubject.get(id) ?? [],
    saidBy: (id) => {
      const name = people.get(id)?.name ?? organisations.get(id)?.name;
      return name === undefined ? [] : facts.filter(({ values }) => values.by?.includes(name));
    },
  };
};

/** Whose facts tell of a subject: a party's deals as well, and of posts its people. */
const tellersOf = (
  { organisations, people, deals, dealsOf }: Relations,
  subject: string,
  attribute: string,
): string[] => {
  if (deals.has(subject) || (!organisations.has(subject) && !people.has(subject))) return [subject];
  const staff = attribute === 'post' ? [...people.values()].filter((person) => person.of === subject) : [];
  return [subject, ...dealsOf(subject).map((deal) => deal.id), ...staff.map((person) => person.id)];
};

const findIn =
  (relations: Relations): Library['find'] =>
  (subject, attribute) => {
    const told = [...new Set(tellersOf(relations, subject, attribute).flatMap(relations.about))].filter(
      (fact) => fact.attribute === attribute,
    );
    const facts = told.filter((fact) => !isCaution(fact));
    return { subject, attribute, state: stateOf(facts), facts, cautions: told.filter(isCaution) };
  };

/** A library does not change, so what was found once is found again. Only what is asked of its own subjects is kept. */
const createFind = (relations: Relations): Library['find'] => {
  const found = new Map<string, Finding>();
  const find = findIn(relations);
  return (subject, attribute) => {
    const key = `${subject} ${attribute}`;
    const known = found.get(key);
    if (known) return known;
    const finding = find(subject, attribute);
    if (relations.nameOf(subject) !== subject && attributeOf(attribute) !== undefined)
      found.set(key, finding);
    return finding;
  };
};

const createSearch = (index: FactSearch, relations: Relations): Library['search'] => {
  const nearness = createNearness(relations);
  return (terms, subjects = []) =>
    index
      .search(terms)
      .map(({ fact, score, found }) => {
        const near = nearness(fact, subjects);
        return { fact, found, near, score: score * near };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.fact.id.localeCompare(b.fact.id, 'en'));
};

const wordsIn = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set([
    ...lexiconWords,
    ...facts.flatMap((fact) => wordsOf(`${fact.sentence} ${(fact.values.also ?? []).join(' ')}`)),
  ]);

/**
 * Merges articles into one library.
 * @throws StartError with every problem of all of them.
 */
export const createLibrary = (read: readonly Article[]): Library => {
  const merged = merge(read);
  const relations = relate(merged);
  const index = createFactSearch(merged.facts, relations.nameOf);
  const articles = new Map(merged.articles.map((article) => [article.id, article]));
  const find = createFind(relations);
  const search = createSearch(index, relations);
  return {
    ...relations,
    articles,
    facts: new Map(merged.facts.map((fact) => [fact.id, fact])),
    find,
    search,
    where: createWhere({ ...relations, articles, find, search, weight: index.weight }),
    words: wordsIn(merged.facts),
    weight: index.weight,
    knows: index.knows,
  };
};
