import { attributeOf } from '../corpus/attributes.ts';
import { type Fact, isCaution } from '../corpus/fact.ts';
import type { Evidence, Library } from '../corpus/library.ts';
import type { Term } from '../corpus/terms.ts';
import type { Reading } from '../reading.ts';

/** What is asked, of whom. */
export interface Question {
  readonly terms: readonly Term[];
  /** Of all of them at once; of anyone where empty. */
  readonly subjects: readonly string[];
  readonly attributes: readonly string[];
  readonly wants: Reading['wants'];
  /** Several things are asked in a row: "vendor, term and price". */
  readonly several: boolean;
  /** What to do is asked, and not what somebody did: the guide speaks first. */
  readonly advice: boolean;
  /** Articles that were named by who published them. */
  readonly from: readonly string[];
}

export interface Ranked extends Evidence {
  /** How much of what was asked the fact holds, 0 to 1. */
  readonly coverage: number;
}

/** The attributes that are meant by a question word alone. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  reason: ['why', 'goals', 'reason-for-ending'],
  duration: ['term', 'tenure', 'prior-relationship', 'duration'],
  money: ['value', 'target-cost', 'usual-cost', 'spending', 'vendor-pay'],
  date: ['announced', 'starts', 'ended'],
  place: ['base', 'data-centers'],
  person: ['post', 'help'],
};

/** Whether a fact gives an answer of the form that the question calls for. */
const answersForm = ({ values, attribute }: Fact, wants: Reading['wants']): boolean => {
  switch (wants) {
    case 'count':
      return values.people !== undefined || values.count !== undefined;
    case 'money':
      return values.usd !== undefined || values['withheld by'] !== undefined;
    case 'share':
      return values.share !== undefined || values.hedge?.includes('most') === true;
    case 'duration':
      return values.years !== undefined;
    case 'date':
      return values.on !== undefined;
    case 'reason':
      return (wanted.reason ?? []).includes(attribute);
    default:
      return true;
  }
};

/** How much the form of a fact, beside its words, speaks for it. */
const fit = ({ fact }: Evidence, question: Question): number => {
  const { attributes, subjects, wants } = question;
  const asked = attributes.includes(fact.attribute) ? (subjects.length === 0 ? 1.1 : 1.25) : 1;
  const byWord = (wanted[wants ?? ''] ?? []).includes(fact.attribute) ? 1.2 : 1;
  const exempt = isCaution(fact) && wants !== 'date' && wants !== 'duration';
  const form = exempt || answersForm(fact, wants) ? 1 : wants === 'reason' ? 0.85 : 0.6;
  const caution = isCaution(fact) ? (subjects.length === 0 ? 0.6 : wants === 'choice' ? 1.5 : 0.74) : 1;
  const source = fact.attribute === 'source' && !attributes.includes('source') ? 0.4 : 1;
  const core = attributeOf(fact.attribute)?.row === undefined ? 1 : 1.04;
  const sought = question.advice && fact.subjects.includes('transition') ? 1.35 : 1;
  const named = question.from.includes(fact.article) ? 1.3 : 1;
  return sought * named * asked * byWord * form * caution * source * core;
};

const coverageOf = (library: Library, question: Question, found: readonly number[]): number => {
  const weights = question.terms.map(library.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : found.reduce((sum, part, place) => sum + part * (weights[place] ?? 0), 0) / total;
};

/** Facts of the attributes asked, for questions whose words are all names and question words ("why kaiser?"). */
const byAttribute = (library: Library, question: Question): Evidence[] => {
  const asked = [...new Set([...question.attributes, ...(wanted[question.wants ?? ''] ?? [])])];
  return question.subjects.flatMap((subject) =>
    asked.flatMap((attribute) => {
      const { facts, cautions } = library.find(subject, attribute);
      return [...facts, ...cautions].map((fact) => ({
        fact,
        score: 0.5,
        near: 1,
        found: question.terms.map(() => 0),
      }));
    }),
  );
};

/** What a fact of the attribute that a question word stands for has to its credit before any word is compared. */
const prior = ({ fact, near }: Evidence, { attributes, subjects, wants }: Question): number => {
  if (subjects.length === 0 || isCaution(fact)) return 0;
  if (attributes.includes('source')) return fact.attribute === 'source' ? 1.5 * near : 0;
  return (wanted[wants ?? ''] ?? []).includes(fact.attribute) && answersForm(fact, wants) ? 1.5 * near : 0;
};

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
      score: (evidence.score + prior(evidence, question)) * fit(evidence, question),
      coverage: coverageOf(library, question, evidence.found),
    }))
    .sort((a, b) => b.score - a.score || a.fact.id.localeCompare(b.fact.id, 'en'));
};

const mostPicked = 4;
const mostPosts = 8;
/** A further fact must be nearly as good as the first, or hold what the first does not. */
const nearly = { asked: 0.5, other: 0.8 };
const worthwhile = 0.35;
const leastGain = 0.12;
/** A caution that holds this much of what the first fact lacks is the answer: it is not said. */
const decisive = 0.18;
/** …if it holds this share of the question. */
const leastCoverage = 0.4;
/** Forms of answer that a fact either gives or does not. */
const strict: readonly string[] = ['count', 'money', 'share', 'duration', 'date'];

const gain = (library: Library, question: Question, picked: readonly Ranked[], next: Ranked): number => {
  const total = question.terms.reduce((sum, term) => sum + library.weight(term), 0);
  const more = question.terms.reduce((sum, term, place) => {
    const before = Math.max(0, ...picked.map((evidence) => evidence.found[place] ?? 0));
    return sum + Math.max(0, (next.found[place] ?? 0) - before) * library.weight(term);
  }, 0);
  return total === 0 ? 0 : more / total;
};

/** Of several attributes asked in a row each is to be told. */
const inRow = (question: Question, picked: readonly Ranked[], next: Ranked): boolean =>
  question.several &&
  question.attributes.includes(next.fact.attribute) &&
  !isCaution(next.fact) &&
  picked.every((evidence) => evidence.fact.attribute !== next.fact.attribute);

/** The facts that together answer: the best; those of its kind nearly as good; those that hold words it lacks. */
export const pick = (library: Library, question: Question, ranked: readonly Ranked[]): Ranked[] => {
  const [best] = ranked;
  if (!best) return [];
  const open =
    question.wants === 'choice' && question.subjects.length > 0
      ? ranked.find(
          (next) =>
            isCaution(next.fact) &&
            next.fact.attribute === best.fact.attribute &&
            next.score >= best.score * 0.4 &&
            next.coverage > best.coverage,
        )
      : undefined;
  if (open && open !== best) return [open, best];
  const picked = [best];
  const share = question.attributes.includes(best.fact.attribute) ? nearly.asked : nearly.other;
  // "All the CIOs": of nobody in particular, everybody is told.
  const postsAsked = best.fact.attribute === 'post' && question.subjects.length === 0;
  for (const next of ranked.slice(1, 16)) {
    if (picked.length === (postsAsked ? mostPosts : mostPicked)) break;
    const alike =
      next.fact.attribute !== 'source' &&
      next.fact.attribute === best.fact.attribute &&
      next.score >= best.score * share &&
      isCaution(next.fact) === isCaution(best.fact);
    const more = next.score >= best.score * worthwhile ? gain(library, question, picked, next) : 0;
    if (isCaution(next.fact) && !isCaution(best.fact)) {
      const formed =
        question.wants !== undefined &&
        strict.includes(question.wants) &&
        answersForm(best.fact, question.wants);
      if (more > (formed ? leastCoverage : decisive) && next.coverage > leastCoverage)
        return [next, ...picked];
    } else if (alike || more > leastGain || inRow(question, picked, next)) picked.push(next);
  }
  return picked;
};
