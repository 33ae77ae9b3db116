import MiniSearch from 'minisearch';
import { attributeOf } from '../attributes.ts';
import type { Fact } from '../fact.ts';
import { indexTerms, type Term } from '../terms.ts';
import { walkPostings } from './postings.ts';

/** How much of a word's weight a fact earns by the field in which the word stands. */
const fieldWeight: Readonly<Record<string, number>> = {
  sentence: 1,
  also: 0.9,
  attribute: 0.75,
  subject: 0.4,
};
const fields = Object.keys(fieldWeight);
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
      also: [...(fact.values.also ?? []), fact.values.brief ?? ''].join(' , '),
      attribute: [attributeOf(fact.attribute)?.label ?? '', attributeOf(fact.attribute)?.words ?? ''].join(
        ' , ',
      ),
      subject: fact.subjects.map(nameOf).join(' , '),
    })),
  );
  return index;
};

/** Calls `see` with the places of facts that hold a term and how well they hold it; of the same fact possibly often. */
const walkTerm = (
  index: MiniSearch,
  { keys }: Term,
  see: (place: number, strength: number) => void,
): void => {
  for (const [rank, key] of keys.entries())
    for (const field of fields) {
      const strength = (fieldWeight[field] ?? 0) * (rank === 0 ? 1 : ringWeight);
      walkPostings(index, key, (place) => see(place, strength), { fields: [field] });
    }
};

/** The place of each fact in the order of ids. */
const orderOf = (facts: readonly Fact[]): Uint32Array => {
  const { compare } = new Intl.Collator('en');
  const places = facts.map((fact, place) => ({ id: fact.id, place })).sort((a, b) => compare(a.id, b.id));
  const order = new Uint32Array(facts.length);
  for (const [rank, { place }] of places.entries()) order[place] = rank;
  return order;
};

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
  const spread = new Map<string, number>();
  const seen = (term: Term): number => {
    const key = term.keys.join('\n');
    const known = spread.get(key);
    if (known !== undefined) return known;
    const places = new Set<number>();
    walkTerm(index, term, (place) => places.add(place));
    spread.set(key, places.size);
    return places.size;
  };
  const weight = (term: Term): number => {
    const count = seen(term);
    return Math.log(1 + (facts.length - count + 0.5) / (count + 0.5)) * (term.scale ?? 1);
  };
  return {
    weight,
    knows: (term) => seen(term) > 0,
    search: (terms) => {
      const weights = terms.map(weight);
      const hits = new Map<number, Held>();
      for (const [at, term] of terms.entries())
        walkTerm(index, term, (place, strength) => {
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
      for (const hit of hits.values())
        hit.score = hit.found.reduce((sum, part, at) => sum + part * (weights[at] ?? 0), 0);
      return [...hits.values()]
        .sort((a, b) => b.score - a.score || (order[a.place] ?? 0) - (order[b.place] ?? 0))
        .map(({ fact, found, score }) => ({ fact, found, score }));
    },
  };
};
