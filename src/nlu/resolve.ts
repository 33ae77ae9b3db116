import { isCaution } from '../corpus/fact.ts';
import type { Evidence, Library } from '../corpus/library.ts';
import type { Term } from '../corpus/terms.ts';
import type { Reading } from '../reading.ts';

/** What a question about some subjects comes down to. */
export interface Resolved {
  /** The facts that answer it, best first; may be empty. */
  readonly facts: readonly string[];
  /** Ids of rings or attributes that were asked and that no fact of the subject holds. */
  readonly missing: readonly string[];
  /** How much of what was asked the best fact covers, 0 to 1. */
  readonly coverage: number;
}

export interface Question {
  readonly terms: readonly Term[];
  readonly subjects: readonly string[];
  readonly attributes: readonly string[];
  readonly wants: Reading['wants'];
}

/** The attributes that are meant by a question word alone. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  reason: ['why', 'goals', 'reason-for-ending'],
  duration: ['term', 'tenure', 'prior-relationship', 'duration'],
  money: ['value', 'target-cost', 'usual-cost', 'spending', 'vendor-pay'],
  date: ['announced', 'starts', 'ended', 'source'],
  place: ['base', 'data-centers'],
  person: ['post', 'help'],
};

/** Whether a fact gives an answer of the form that the question calls for. */
export const answersForm = (
  { values, attribute, sentence }: Evidence['fact'],
  wants: Reading['wants'],
): boolean => {
  switch (wants) {
    case 'count':
      return (values.people ?? values.count) !== undefined && values.as !== 'caution';
    case 'money':
      return values.usd !== undefined || values['withheld by'] !== undefined;
    case 'share':
      return values.share !== undefined || values.hedge?.includes('most') === true;
    case 'duration':
      return values.years !== undefined || attribute === 'duration';
    case 'date':
      return values.on !== undefined && values.as !== 'caution';
    case 'reason':
      return (
        (wanted.reason ?? []).includes(attribute) || /\b(because|due to|driver|so that|for )\b/.test(sentence)
      );
    default:
      return true;
  }
};

const bonus = (evidence: Evidence, question: Question): number => {
  const { fact } = evidence;
  const asked = question.attributes.includes(fact.attribute) ? 1.25 : 1;
  const byWord = (wanted[question.wants ?? ''] ?? []).includes(fact.attribute) ? 1.2 : 1;
  const form = question.wants === undefined || answersForm(fact, question.wants) ? 1 : 0.8;
  return asked * byWord * form * (isCaution(fact) ? 0.85 : 1);
};

const coverageOf = (library: Library, question: Question, found: readonly number[]): number => {
  const weights = question.terms.map(library.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : found.reduce((sum, part, place) => sum + part * (weights[place] ?? 0), 0) / total;
};

/** Facts of the attributes asked, for questions whose words are all names and question words ("why kaiser?"). */
const byAttribute = (library: Library, question: Question): Evidence[] => {
  const asked = question.attributes.length > 0 ? question.attributes : (wanted[question.wants ?? ''] ?? []);
  return question.subjects.flatMap((subject) =>
    asked.flatMap((attribute) => {
      const finding = library.find(subject, attribute);
      return [...finding.facts, ...finding.cautions].map((fact) => ({
        fact,
        score: 0.5,
        found: question.terms.map(() => 0),
      }));
    }),
  );
};

export interface Ranked extends Evidence {
  readonly coverage: number;
}

/** Evidence in the order in which it answers the question. */
export const rank = (library: Library, question: Question): Ranked[] => {
  const searched = library.search(question.terms, question.subjects);
  const known = new Set(searched.map((evidence) => evidence.fact.id));
  const all = [
    ...searched,
    ...byAttribute(library, question).filter((evidence) => !known.has(evidence.fact.id)),
  ];
  return all
    .map((evidence) => ({
      ...evidence,
      score: evidence.score * bonus(evidence, question),
      coverage: coverageOf(library, question, evidence.found),
    }))
    .sort((a, b) => b.score - a.score || a.fact.id.localeCompare(b.fact.id, 'en'));
};
