import { isCaution } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { answersForm, isStrict, type Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** Facts looked at beyond the best. */
const considered = 15;
const mostPicked = 4;
/** "All the CIOs": of nobody in particular, everybody is told. */
const mostPosts = 8;
/** A further fact of the same attribute must be nearly as good as the first… */
const nearly = { asked: 0.5, other: 0.8 };
/** …or hold this share of the question that those before it lack, and be worth telling at all. */
const leastGain = 0.12;
const worthwhile = 0.35;
/** Facts further from the subjects than the best by more than this are about others. */
const remote = 0.1;
/** A caution that holds this much of what the first fact lacks is the answer: it is not said. */
const decisive = 0.18;
const leastCoverage = 0.4;

const gain = (library: Library, question: Question, picked: readonly Ranked[], next: Ranked): number => {
  const total = question.terms.reduce((sum, term) => sum + library.weight(term), 0);
  const more = question.terms.reduce((sum, term, place) => {
    const before = Math.max(0, ...picked.map((evidence) => evidence.found[place] ?? 0));
    return sum + Math.max(0, (next.found[place] ?? 0) - before) * library.weight(term);
  }, 0);
  return total === 0 ? 0 : more / total;
};

/** Of a question that leaves two ways open, the caution that says the article leaves them open too. */
const leftOpen = (
  { wants, subjects }: Question,
  best: Ranked,
  ranked: readonly Ranked[],
): Ranked | undefined =>
  wants !== 'choice' || subjects.length === 0
    ? undefined
    : ranked.find(
        (next) =>
          isCaution(next.fact) &&
          next.fact.attribute === best.fact.attribute &&
          next.score >= best.score * 0.4 &&
          next.coverage > best.coverage,
      );

/** The caution among those considered that says of what the best fact lacks that it is not said. */
const unsaid = (
  library: Library,
  question: Question,
  best: Ranked,
  others: readonly Ranked[],
): Ranked | undefined => {
  const ofKind = question.wants === 'person' && best.fact.attribute === 'post';
  const formed = ofKind || (isStrict(question.wants) && answersForm(best.fact, question.wants));
  const enough = formed ? leastCoverage : decisive;
  return others.find(
    (next) =>
      isCaution(next.fact) &&
      (question.subjects.length > 0 || next.fact.article === best.fact.article) &&
      next.score >= best.score * worthwhile &&
      next.coverage > leastCoverage &&
      gain(library, question, [best], next) > enough,
  );
};

/** Whether a further fact is to be told with those picked. */
const belongs = (library: Library, question: Question, picked: readonly Ranked[], next: Ranked): boolean => {
  const [best] = picked;
  if (!best || isCaution(next.fact) !== isCaution(best.fact) || next.near < best.near - remote) return false;
  const { attribute } = next.fact;
  const share = question.attributes.includes(attribute) ? nearly.asked : nearly.other;
  const alike =
    attribute !== 'source' && attribute === best.fact.attribute && next.score >= best.score * share;
  const inRow =
    question.several &&
    question.attributes.includes(attribute) &&
    picked.every(({ fact }) => fact.attribute !== attribute);
  return (
    alike ||
    inRow ||
    (next.score >= best.score * worthwhile && gain(library, question, picked, next) > leastGain)
  );
};

/** The facts that together answer: the best; those of its kind nearly as good; those that hold words it lacks. */
export const pick = (library: Library, question: Question, ranked: readonly Ranked[]): Ranked[] => {
  const [best, ...others] = ranked.slice(0, considered + 1);
  if (!best) return [];
  if (!isCaution(best.fact)) {
    const caution = leftOpen(question, best, ranked) ?? unsaid(library, question, best, others);
    if (caution) return [caution, best];
  }
  const picked = [best];
  const most = best.fact.attribute === 'post' && question.subjects.length === 0 ? mostPosts : mostPicked;
  for (const next of others)
    if (picked.length < most && belongs(library, question, picked, next)) picked.push(next);
  return picked;
};
