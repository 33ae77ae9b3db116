import type { Library } from '../corpus/library.ts';
import type { Term } from '../corpus/terms.ts';
import { isEveryday } from './everyday.ts';
import type { Question, Ranked } from './resolve.ts';

/** What was asked and stands in none of the facts that would answer. */
export interface Missing {
  /** Ring ids of the lexicon. */
  readonly missing: readonly string[];
  /** Words that the lexicon does not hold either. */
  readonly unheard: readonly string[];
}

/** The facts whose words together may cover a question: the best, and those nearly as good. */
const together = 4;

const covered = (ranked: readonly Ranked[], place: number): boolean =>
  ranked.slice(0, together).some((evidence) => (evidence.found[place] ?? 0) > 0);

const ringsOf = (term: Term): string[] =>
  term.keys.filter((key) => key.startsWith('~')).map((key) => key.slice(1));

/** Words of the field that no fact of the subject holds, and words that nobody says every day. */
export const missingOf = (library: Library, question: Question, ranked: readonly Ranked[]): Missing => {
  const open = question.terms.filter((term, place) => (term.scale ?? 1) === 1 && !covered(ranked, place));
  const missing = open
    .filter((term) => ringsOf(term).length > 0 && !library.knows(term))
    .map((term) => ringsOf(term)[0] ?? '');
  const unheard = open
    .filter((term) => ringsOf(term).length === 0 && !isEveryday(term.text))
    .map((term) => term.text);
  return { missing, unheard };
};
