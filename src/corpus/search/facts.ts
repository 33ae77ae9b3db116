import MiniSearch from 'minisearch';
import { remembered } from '../../remembered.ts';
import { attributeOf } from '../attributes.ts';
import type { Fact } from '../fact.ts';
import { indexTerms, type Term } from '../terms.ts';
import { walkPostings } from './postings.ts';

/** How much of a word's weight a fact earns by the field in which the word stands. */
const fieldWeight: Readonly<Record<string, number>> = {
  sentence: 1,
  also: 0.9,
  attribute: 0.78,
  subject: 0.4,
};
const fields = Object.keys(fieldWeight);
/** How much more a word of a ring may weigh by its own rarity than by its ring's. */
const stemOverRing = 2.0;
/** A word found by its ring rather than by its own stem. */
const ringWeight = 0.8;

/** A fact that shares words with a question. */
export interface Hit {
  readonly fact: Fact;
  /** Weight of the words found, each counted once by its best field. */
  readonly score: number;
  /** For each term of the question, 0 (not found) to 1 (found in the sentence by its own stem). */
  readonly found: readonly number[];
}

export interface FactSearch {
  /** Facts that share at least one term, best first; ties in order of id. */
  search(terms: readonly Term[]): Hit[];
  /** How telling a term is: the rarer in the library, the higher. A term that stands nowhere weighs most. */
  weight(term: Term): number;
  /** Whether any fact holds the term. */
  knows(term: Term): boolean;
}

const build = (facts: readonly Fact[], nameOf: (subject: string) => string): MiniSearch => {
  const index = new MiniSearch({
    idField: 'place',
    fields,
    tokenize: indexTerms,
    processTerm: (term) => term,
    searchOptions: { tokenize: (key) => [key] },
  });
  index.addAll(
    facts.map((fact, place) => ({
      place,
      sentence: fact.sentence,
      also: [...(fact.values.also ?? []), fact.values.brief ?? '', fact.values.group ?? ''].join(' , '),
      attribute: [attributeOf(fact.attribute)?.label ?? '', attributeOf(fact.attribute)?.words ?? ''].join(
        ' , ',
      ),
      subject: fact.subjects.map(nameOf).join(' , '),
    })),
  );
  return index;
};

/** The places of the facts that hold a key, each with the weight of the best field in which it stands. */
type Postings = ReadonlyMap<number, number>;

const postingsIn =
  (index: MiniSearch) =>
  (key: string): Postings => {
    const postings = new Map<number, number>();
    for (const field of fields) {
      const weight = fieldWeight[field] ?? 0;
      const see = (place: number): void =>
        void postings.set(place, Math.max(postings.get(place) ?? 0, weight));
      walkPostings(index, key, see, { fields: [field] });
    }
    return postings;
  };

/** The index does not change, so each key is looked up in it once. */
const mostKeys = 20_000;

/** The place of each fact in the order of ids. */
const orderOf = (facts: readonly Fact[]): Uint32Array => {
  const { compare } = new Intl.Collator('en');
  const places = facts.map((fact, place) => ({ id: fact.id, place })).sort((a, b) => compare(a.id, b.id));
  const order = new Uint32Array(facts.length);
  for (const [rank, { place }] of places.entries()) order[place] = rank;
  return order;
};

/** A word that stands in no article weighs as much as one that stands in a few, so that chatter outweighs nothing. */
const unknownSpread = 5;

interface Held {
  readonly place: number;
  readonly fact: Fact;
  readonly found: number[];
  score: number;
}

/** An index of one-sentence facts. MiniSearch finds the candidates; the words found are weighed by rarity and field. */
export const createFactSearch = (facts: readonly Fact[], nameOf: (subject: string) => string): FactSearch => {
  const index = build(facts, nameOf);
  const order = orderOf(facts);
  const postingsOf = remembered(mostKeys, postingsIn(index));
  const count = (key: string): number => postingsOf(key).size;
  const rarityOf = (found: number): number => Math.log(1 + (facts.length - found + 0.5) / (found + 0.5));
  const rarity = (key: string): number => rarityOf(count(key));
  const knows = (term: Term): boolean => term.keys.some((key) => count(key) > 0);
  /** What a key of a term is worth: a word that has near-synonyms little more than they, however rare it is itself. */
  const worthOf = ({ keys: [stem = '', ...own] }: Term, key: string): number => {
    if (key !== stem) return rarity(key) * ringWeight;
    const known = own.filter((ring) => count(ring) > 0);
    return known.length === 0
      ? rarity(stem)
      : Math.min(rarity(stem), stemOverRing * Math.max(...known.map(rarity)));
  };
  const weight = (term: Term): number => {
    const known = term.keys.filter((key) => count(key) > 0);
    const most =
      known.length === 0 ? rarityOf(unknownSpread) : Math.max(...known.map((key) => worthOf(term, key)));
    return most * (term.scale ?? 1);
  };
  /** Each key of a term counts by its own rarity and the best field it stands in. */
  const walkTerm = (term: Term, see: (place: number, strength: number) => void): void => {
    for (const key of term.keys) {
      const worth = worthOf(term, key);
      for (const [place, field] of postingsOf(key)) see(place, field * worth);
    }
  };
  return {
    weight,
    knows,
    search: (terms) => {
      const weights = terms.map(weight);
      const hits = new Map<number, Held>();
      for (const [at, term] of terms.entries())
        walkTerm(term, (place, strength) => {
          const held = hits.get(place);
          if (held) {
            if (strength > (held.found[at] ?? 0)) held.found[at] = strength;
            return;
          }
          const fact = facts[place];
          if (!fact) return;
          const found = terms.map((_, other) => (other === at ? strength : 0));
          hits.set(place, { place, fact, found, score: 0 });
        });
      for (const hit of hits.values()) {
        for (const [at, { scale = 1 }] of terms.entries())
          hit.found[at] = Math.min(1, ((hit.found[at] ?? 0) * scale) / (weights[at] || 1));
        hit.score = hit.found.reduce((sum, part, at) => sum + part * (weights[at] ?? 0), 0);
      }
      return [...hits.values()]
        .sort((a, b) => b.score - a.score || (order[a.place] ?? 0) - (order[b.place] ?? 0))
        .map(({ fact, found, score }) => ({ fact, found, score }));
    },
  };
};
