import MiniSearch from 'minisearch';
import { attributeOf } from '../attributes.ts';
import type { Fact } from '../fact.ts';
import { indexTerms, type Term } from '../terms.ts';

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

const separator = '\n';

const build = (facts: readonly Fact[], nameOf: (subject: string) => string): MiniSearch => {
  const index = new MiniSearch({
    fields,
    tokenize: indexTerms,
    processTerm: (term) => term,
    searchOptions: { tokenize: (query) => query.split(separator), combineWith: 'OR' },
  });
  index.addAll(
    facts.map((fact) => ({
      id: fact.id,
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

/** How well the keys of a term are matched: each key counts by its own rarity and the best field it stands in. */
const strength = (
  term: Term,
  match: Readonly<Record<string, readonly string[]>>,
  rarity: (key: string) => number,
): number =>
  Math.max(
    0,
    ...term.keys.map((key, place) => {
      const best = Math.max(0, ...(match[key] ?? []).map((field) => fieldWeight[field] ?? 0));
      return best * rarity(key) * (place === 0 ? 1 : ringWeight);
    }),
  );

/** A word that stands in no article weighs as much as one that stands in a few, so that chatter outweighs nothing. */
const unknownSpread = 5;

/** An index of one-sentence facts. MiniSearch finds the candidates; the words found are weighed by rarity and field. */
export const createFactSearch = (facts: readonly Fact[], nameOf: (subject: string) => string): FactSearch => {
  const index = build(facts, nameOf);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const spread = new Map<string, number>();
  const count = (key: string): number => {
    const known = spread.get(key) ?? index.search(key).length;
    spread.set(key, known);
    return known;
  };
  const rarityOf = (found: number): number => Math.log(1 + (facts.length - found + 0.5) / (found + 0.5));
  const rarity = (key: string): number => rarityOf(count(key));
  const knows = (term: Term): boolean => term.keys.some((key) => count(key) > 0);
  const weight = (term: Term): number => {
    const known = term.keys.filter((key) => count(key) > 0);
    const most =
      known.length === 0
        ? rarityOf(unknownSpread)
        : Math.max(
            ...known.map(
              (key, place) => rarity(key) * (place === 0 && key === term.keys[0] ? 1 : ringWeight),
            ),
          );
    return most * (term.scale ?? 1);
  };
  return {
    weight,
    knows,
    search: (terms) => {
      if (terms.length === 0) return [];
      const weights = terms.map(weight);
      const hits = index
        .search(terms.flatMap((term) => term.keys).join(separator))
        .flatMap((result): Hit[] => {
          const fact = byId.get(String(result.id));
          if (!fact) return [];
          const found = terms.map((term, place) =>
            Math.min(1, (strength(term, result.match, rarity) * (term.scale ?? 1)) / (weights[place] || 1)),
          );
          return [
            { fact, found, score: found.reduce((sum, part, place) => sum + part * (weights[place] ?? 0), 0) },
          ];
        });
      return hits.sort((a, b) => b.score - a.score || a.fact.id.localeCompare(b.fact.id, 'en'));
    },
  };
};
