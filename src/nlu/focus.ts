import { isTelling, type Term } from '../corpus/terms.ts';

/** The words after which a question names what it is after. */
const asking = /^(?:what|whats|which|whose|many|much)$/;
/** "Retraining for the 860?": what a question without a verb names first. */
const joints = /^(?:for|of|at|to)$/;
/** People of whom a question is, and whom an answer about somebody else does not answer. */
const people =
  /^(?:nurses?|patients?|unions?|shareholders?|investors?|regulators?|residents?|pharmacists?|volunteers?|donors?|lawyers?|analysts?|auditors?|neighbou?rs|taxpayers?|voters?|senators?|governors?|mayors?|surgeons?|radiologists?|retirees)$/;

/** Words that stand for any kind of answer. */
const anything =
  /^(?:tasks?|kinds?|types?|sorts?|aspects?|areas?|roles?|services?|functions?|activit(?:y|ies)|items?|reasons?|systems?|features?|assurances?|words?|ways?|views?|points?|sense|extent|happens?|happened|appears?)$/;

/** The words from a place on up to the first that is no term: a small word, a name or the end. */
const runFrom = (
  words: readonly string[],
  isTerm: (word: string) => boolean,
  from: number,
): readonly string[] => {
  const end = words.findIndex((word, at) => at >= from && !isTerm(word));
  return words.slice(from, end < 0 ? words.length : end);
};

/** The words that name what is asked for, each run of them apart. */
const runsIn = (words: readonly string[], isTerm: (word: string) => boolean): (readonly string[])[] => {
  const asked = words.flatMap((word, at) => (asking.test(word) ? [runFrom(words, isTerm, at + 1)] : []));
  const first = joints.test(words[1] ?? '') && isTerm(words[0] ?? '') ? [words.slice(0, 1)] : [];
  return [...asked, ...first];
};

/** Of a longer question what it is after is seldom said by one word. */
const mostTelling = 4;

/**
 * What a question is after, in the words that name it: "which union", "how many beds", "what did the nurses think". An
 * answer that holds none of a run's terms is about something else.
 */
export const focusOf = (words: readonly string[], terms: readonly Term[]): (readonly Term[])[] => {
  const isTerm = (word: string): boolean => terms.some(({ text }) => text.split(' ').includes(word));
  if (terms.filter(isTelling).length > mostTelling) return [];
  const named = runsIn(words, isTerm)
    .filter((run) => !run.some((word) => anything.test(word)))
    .map((run) =>
      terms.filter((term) => isTelling(term) && term.text.split(' ').some((word) => run.includes(word))),
    );
  const asked = terms.filter(({ text }) => people.test(text)).map((term) => [term]);
  return [...named, ...asked].filter((run) => run.length > 0);
};
