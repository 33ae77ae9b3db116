import { rings } from '../corpus/lexicon.ts';
import type { Library } from '../corpus/library.ts';
import { isTelling, type Term } from '../corpus/terms.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** What was asked and stands in none of the facts that answer. */
export interface Missing {
  /** Ring ids of the lexicon. */
  readonly missing: readonly string[];
  /** Words that the lexicon does not hold either. */
  readonly unheard: readonly string[];
  /** Share of the telling words that the facts together hold, 0 to 1; 1 where no word is telling. */
  readonly covered: number;
  /** How many telling words were typed. */
  readonly telling: number;
}

/** The ring of the lexicon that a term belongs to first. */
export const ringOf = (term: Term): string | undefined =>
  term.keys.map((key) => key.slice(1)).find((key) => key in rings);

/** Sorts the telling words that no picked fact holds: what the field has a word for, and what it has not. */
export const missingOf = (library: Library, question: Question, picked: readonly Ranked[]): Missing => {
  const telling = question.terms.flatMap((term, place) =>
    isTelling(term) ? [{ term, held: picked.some((evidence) => (evidence.found[place] ?? 0) > 0) }] : [],
  );
  const weigh = (entries: typeof telling): number =>
    entries.reduce((sum, { term }) => sum + library.weight(term), 0);
  const open = telling.filter(({ held }) => !held).map(({ term }) => term);
  const total = weigh(telling);
  return {
    missing: open.flatMap((term) => ringOf(term) ?? []),
    unheard: open.filter((term) => ringOf(term) === undefined).map((term) => term.text),
    telling: telling.length,
    covered: total === 0 ? 1 : weigh(telling.filter(({ held }) => held)) / total,
  };
};
