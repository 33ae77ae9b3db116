import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import type { Library } from '../../src/corpus/library.ts';
import { buildPassages } from '../../src/corpus/search/passages.ts';
import { passageSettings } from '../../src/corpus/search/settings.ts';
import { stopWords } from '../../src/corpus/search/stop-words.ts';
import { type Term, termsOf } from '../../src/corpus/terms.ts';
import { mean } from './measure.ts';

const row = z.object({ id: z.string(), question: z.string(), right: z.array(z.string()).min(1) });
export type FactQuestion = z.output<typeof row>;

/** Questions of our own evaluation with the facts that answer them, and ids that the library does not have. */
export const readFactQuestions = (
  file: string,
  library: Library,
): { readonly questions: readonly FactQuestion[]; readonly lost: readonly string[] } => {
  const questions = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => row.parse(JSON.parse(line)));
  const lost = questions.flatMap(({ right }) => right.filter((id) => !library.facts.has(id)));
  return { questions, lost };
};

export interface FactMeasure {
  /** Mean of 1 / the rank of the first right fact; 0 where none is found. */
  readonly reciprocalRank: number;
  readonly first: number;
  readonly inFive: number;
}

/** Ids of facts, best first. */
export type FactEngine = (question: string) => readonly string[];

export const measureFacts = (search: FactEngine, questions: readonly FactQuestion[]): FactMeasure => {
  const ranks = questions.map(({ question, right }) => {
    const at = search(question).findIndex((id) => right.includes(id));
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
  });
  const share = (most: number): number => mean(ranks.map((rank) => (rank <= most ? 1 : 0)));
  return { reciprocalRank: mean(ranks.map((rank) => 1 / rank)), first: share(1), inFive: share(5) };
};

const telling = (question: string): Term[] => termsOf(question).filter(({ text }) => !stopWords.has(text));

/** The search of facts first, then ways that are worse or serve long passages. */
export const searches = (
  library: Library,
): readonly { readonly name: string; readonly search: FactEngine }[] => {
  const facts = [...library.facts.values()];
  const documents = facts.map(({ id, subjects, sentence }) => ({
    id,
    title: subjects.map(library.nameOf).join(', '),
    text: sentence,
  }));
  const byTerms =
    (change: (terms: Term[]) => Term[]): FactEngine =>
    (question) =>
      library.search(change(telling(question))).map(({ fact }) => fact.id);
  const passages = (changes: Partial<typeof passageSettings>): FactEngine => {
    const built = buildPassages(documents, { ...passageSettings, ...changes });
    return (question) => built.search(question, { limit: 50 }).map(({ id }) => id);
  };
  const defaults = new MiniSearch({ fields: ['title', 'text'] });
  defaults.addAll(documents);
  const { feedback, nearness } = passageSettings;
  return [
    { name: 'facts: words and their rings, no count, no length', search: byTerms((terms) => terms) },
    {
      name: 'facts, without rings',
      search: byTerms((terms) => terms.map((term) => ({ ...term, keys: term.keys.slice(0, 1) }))),
    },
    { name: 'the settings for long passages', search: passages({}) },
    {
      name: 'long passages, without feedback',
      search: passages({ feedback: { ...feedback, weight: 0 } }),
    },
    {
      name: 'long passages, without feedback and pairs',
      search: passages({ feedback: { ...feedback, weight: 0 }, nearness: { ...nearness, weight: 0 } }),
    },
    {
      name: 'MiniSearch, its defaults',
      search: (question) => defaults.search(question).map(({ id }) => String(id)),
    },
  ];
};
