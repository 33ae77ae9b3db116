import type { Claim, Section } from '../answer.ts';
import { type Fact, isTopic } from '../corpus/fact.ts';
import { figuresIn } from '../corpus/figures.ts';
import { rings } from '../corpus/lexicon.ts';
import type { Library } from '../corpus/library.ts';
import type { Reading } from '../reading.ts';
import { claimOf, enumerate, remark } from './claim.ts';
import { labelOf } from './fact.ts';

/** What a missing id is called: an attribute's label, or the first word of its ring. */
const sayMissing = (id: string): string => rings[id]?.split(',')[0]?.trim() ?? labelOf(id);

/** The articles that tell of a subject; of somebody who is only quoted or named in passing, those where they are. */
const articlesOnOne = (library: Library, subject: string): string[] => {
  const told = [subject, ...library.dealsOf(subject).map((deal) => deal.id)].flatMap(library.about);
  const name = library.nameOf(subject);
  const passing =
    told.length > 0
      ? []
      : [...library.facts.values()].filter(
          ({ sentence, values }) => values.by?.includes(name) || sentence.includes(name),
        );
  return [...told, ...passing].map((fact) => fact.article);
};

const articlesOn = (library: Library, subjects: readonly string[]): string[] => [
  ...new Set(subjects.flatMap((subject) => articlesOnOne(library, subject))),
];

/** Whether an answer may repeat a word of the person: a figure in an answer is always one of a source. */
export const isQuotable = (word: string): boolean => !/\d/.test(word) && figuresIn(word).length === 0;

const quoted = (words: readonly string[]): string[] =>
  words
    .map((word) => word.slice(0, 40))
    .filter(isQuotable)
    .slice(0, 3)
    .map((word) => `“${word}”`);

/** A topic is not named as what an article is on. */
const namesOf = (library: Library, subjects: readonly string[]): string[] =>
  subjects.filter((id) => !isTopic(id)).map(library.nameOf);

/** "The article on Kaiser Permanente does not mention severance." Cites what was read. */
export const notMentioned = (
  library: Library,
  subjects: readonly string[],
  missing: readonly string[],
  unheard: readonly string[],
): Claim => {
  const articles = articlesOn(library, subjects);
  const named = [...new Set(missing.filter((id) => id !== 'unheard').map(sayMissing))].slice(0, 3);
  const what = enumerate(named.length > 0 ? named : quoted(unheard), 'or');
  const names = namesOf(library, subjects);
  const who = names.length > 0 ? ` on ${enumerate(names)}` : '';
  if (articles.length === 0) return remark(`Nothing in the library mentions ${what === '' ? 'this' : what}.`);
  const read = articles.length > 1 ? 'The articles' : 'The article';
  return remark(
    `${read}${who} ${articles.length > 1 ? 'do' : 'does'} not mention ${what === '' ? 'this' : what}.`,
    articles,
  );
};

const formNames = {
  count: 'number',
  money: 'amount',
  share: 'share or percentage',
  duration: 'length of time',
  date: 'date',
} as const;

/** "The article does not give a date for this." */
export const formMissing = (library: Library, wants: NonNullable<Reading['wants']>, best: Fact): Claim => {
  const entry = Object.entries(formNames).find(([form]) => form === wants);
  const name = entry?.[1] ?? 'answer';
  const who = namesOf(library, best.subjects)[0] ?? '';
  return remark(
    `The article does not give ${name === 'amount' ? 'an' : 'a'} ${name} for this${who === '' ? '' : ` (${who})`}.`,
    [best.article],
  );
};

/** "The article does not state the contract term of Allina Health–Optum." */
export const notStated = (
  library: Library,
  subjects: readonly string[],
  attributes: readonly string[],
): Claim => {
  const articles = articlesOn(library, subjects);
  const what = enumerate(attributes.map(labelOf), 'or');
  const who = enumerate(subjects.map(library.nameOf));
  return remark(
    `${articles.length > 1 ? 'The articles do' : 'The article does'} not say ${what}${who === '' ? '' : ` for ${who}`}.`,
    articles,
  );
};

const holdsFigure = (fact: Fact): boolean =>
  fact.values.usd !== undefined || fact.values.share !== undefined || fact.values.years !== undefined;

/** The nearest stated facts of the same subject, marked as not the answer. Facts with figures are kept back: who skims must not take one for the answer. */
export const nearest = (facts: readonly Fact[]): Section[] => {
  const plain = facts.filter((fact) => !holdsFigure(fact)).slice(0, 2);
  return plain.length === 0
    ? []
    : [{ kind: 'claims', title: 'Nearest in the library, not the answer', claims: plain.map(claimOf) }];
};

/** Nothing on the subject is held. */
export const notHeld = (words: readonly string[]): Claim => {
  const said = quoted(words);
  return remark(
    said.length === 0
      ? 'Nothing in the library covers this.'
      : `Nothing in the library mentions ${enumerate(said, 'or')}.`,
  );
};
