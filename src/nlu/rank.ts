import { isComparable } from '../corpus/attributes.ts';
import { isCaution, isTopic } from '../corpus/fact.ts';
import { figuresOf } from '../corpus/figures.ts';
import type { Evidence, Library } from '../corpus/library.ts';
import { isTelling } from '../corpus/terms.ts';
import { answersForm, attributesFor, type Question } from './question.ts';

export interface Ranked extends Evidence {
  /** How much of what was asked the fact holds, 0 to 1. */
  readonly coverage: number;
}

/** What a caution is worth beside a statement: to a question that leaves two ways open more, to one that asks who less. */
const cautionFactor = ({ subjects, wants }: Question): number => {
  if (subjects.length === 0) return 0.6;
  if (wants === 'person') return 0.5;
  return wants === 'choice' ? 1.5 : 0.74;
};

const formFactor = ({ fact }: Evidence, { wants }: Question): number => {
  const exempt = isCaution(fact) && wants !== 'date' && wants !== 'duration';
  if (exempt || answersForm(fact, wants)) return 1;
  return wants === 'reason' ? 0.85 : 0.6;
};

/** Asked "how many of those 20", a fact of that figure tells what is known already. */
const tellsGiven = ({ fact }: Evidence, { wants, given }: Question): boolean =>
  wants === 'count' &&
  fact.values.people !== undefined &&
  fact.values.people.every(({ low, high }) => given.includes(low) && given.includes(high)) &&
  !isCaution(fact);

/** A large figure in a question tells which fact it comes from. */
const holdsGiven = ({ fact }: Evidence, { given }: Question): boolean => {
  const large = given.filter((figure) => figure >= 1_000 && !isYear(figure));
  return large.length > 0 && figuresOf(fact).some((value) => large.includes(value));
};

const isYear = (figure: number): boolean => figure >= 1900 && figure <= 2100 && figure !== 2000;

/** How much the kind of a fact, beside its words, speaks for it: the product of what holds. */
const suitability = (evidence: Evidence, question: Question): number => {
  const { fact } = evidence;
  const { attributes, subjects, wants, advice, from } = question;
  const factors: readonly (readonly [boolean, number])[] = [
    [attributes.includes(fact.attribute), subjects.length === 0 ? 1.1 : 1.25],
    [attributesFor(wants).includes(fact.attribute), 1.2],
    [isCaution(fact), cautionFactor(question)],
    [fact.attribute === 'source' && !attributes.includes('source'), 0.4],
    [isComparable(fact.attribute), 1.04],
    // A contract "runs" for years, which is not what somebody runs.
    [fact.attribute === 'term' && !attributes.includes('term') && wants !== 'duration', 0.55],
    [advice && fact.subjects.includes('transition'), 1.35],
    [from.includes(fact.article), 1.3],
    [tellsGiven(evidence, question), 0.6],
    [holdsGiven(evidence, question), 1.4],
  ];
  return factors.reduce(
    (product, [holds, factor]) => (holds ? product * factor : product),
    formFactor(evidence, question),
  );
};

/** What a fact of the attribute that a question word stands for has to its credit before any word is compared. */
const prior = ({ fact, near, found }: Evidence, { attributes, subjects, wants, terms }: Question): number => {
  if (subjects.length === 0 || (isCaution(fact) && wants !== 'reason')) return 0;
  // What is said of the market at large has no credit with somebody named.
  if (fact.subjects.every(isTopic)) return 0;
  const source = fact.attribute === 'source';
  const place = attributesFor(wants).indexOf(fact.attribute);
  const byForm = wants === 'share' && fact.values.share !== undefined;
  // "Who employs them" is not answered by who the CIO is.
  const aside =
    wants === 'person' &&
    !attributes.includes(fact.attribute) &&
    terms.some(isTelling) &&
    !terms.some((term, at) => isTelling(term) && (found[at] ?? 0) > 0);
  const byWord = place >= 0 && !aside && answersForm(fact, wants);
  const meant = attributes.includes('source') ? source : byForm || byWord;
  // What the question word stands for first counts for a little more.
  return meant ? (1.5 - 0.02 * Math.max(0, place)) * near : 0;
};

/** Of the weight of the terms the share that was found, 0 to 1. */
const coverageOf = (weights: readonly number[], found: readonly number[]): number => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : found.reduce((sum, part, place) => sum + part * (weights[place] ?? 0), 0) / total;
};

/** Facts of the attributes asked, for questions whose words are all names and question words ("why kaiser?"). */
const byAttribute = (library: Library, question: Question): Evidence[] => {
  const asked = [...new Set([...question.attributes, ...attributesFor(question.wants)])];
  const found = question.terms.map(() => 0);
  return question.subjects.flatMap((subject) =>
    asked.flatMap((attribute) => {
      const { facts, cautions } = library.find(subject, attribute);
      return [...facts, ...cautions].map((fact) => ({ fact, score: 0.5, near: 1, found }));
    }),
  );
};

/** Evidence in the order in which it answers the question; ties in order of id. */
export const rank = (library: Library, question: Question): Ranked[] => {
  const weights = question.terms.map(library.weight);
  const evidence = new Map<string, Evidence>();
  for (const entry of [
    ...library.search(question.terms, question.subjects),
    ...byAttribute(library, question),
  ]) {
    if (!evidence.has(entry.fact.id)) evidence.set(entry.fact.id, entry);
  }
  return [...evidence.values()]
    .map((entry) => ({
      ...entry,
      score: (entry.score + prior(entry, question)) * suitability(entry, question),
      coverage: coverageOf(weights, entry.found),
    }))
    .sort((a, b) => b.score - a.score || a.fact.id.localeCompare(b.fact.id, 'en'));
};
