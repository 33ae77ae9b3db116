import { isComparable } from '../corpus/attributes.ts';
import { isTopic } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { isTelling, stemOf, type Term } from '../corpus/terms.ts';
import { type Missing, missingOf, ringOf } from './missing.ts';
import { pick } from './pick.ts';
import { answersForm, type Question } from './question.ts';
import { type Ranked, rank } from './rank.ts';

/** What the library holds for a question. */
export interface Found {
  /** The facts that answer, best first; of a question about several subjects the best of each, in their order. */
  readonly picked: readonly Ranked[];
  readonly best: Ranked | undefined;
  readonly lost: Missing;
  /** What to say is missing: ring ids, attribute ids, or `unheard`; empty where the facts answer. */
  readonly missing: readonly string[];
  /** The facts that lead hold nothing of what the question names as asked for, or no article tells of such a thing. */
  readonly astray: boolean;
}

/** What an article of a subject says of the market stands no nearer to it than this. */
const ofMarket = 0.45;
/** Facts less near to the subjects than this answer for others. */
const leastNear = 0.3;
/** Where less of the telling words is held than this, what is held is not the answer. */
const leastCovered = 0.3;
/** Where this much is held, a few words that the field does not know are said to be passed over. */
const mostlyCovered = 0.4;
/** A fact of another attribute answers where it holds more than this share of the question. */
const ofQuestion = 0.7;
/** Of a longer question less need be held, if what is held weighs this much. */
const enoughWeight = 7;
/** Of each of several subjects, facts that cover less than this share of the best are not shown. */
const ofBest = 0.45;

const near = (ranked: readonly Ranked[]): Ranked[] => ranked.filter((evidence) => evidence.near > leastNear);

const gather = (library: Library, question: Question): Ranked[] =>
  pick(library, question, near(rank(library, question)));

/** The best fact of each subject. */
const ofEach = (library: Library, question: Question): Ranked[] => {
  const each = question.subjects.flatMap((subject) =>
    near(rank(library, { ...question, subjects: [subject] })).slice(0, 1),
  );
  const most = Math.max(0, ...each.map((evidence) => evidence.score));
  const seen = new Set<string>();
  return each.filter(
    (evidence) =>
      evidence.score >= most * ofBest && !seen.has(evidence.fact.id) && seen.add(evidence.fact.id),
  );
};

const isUnknown = (library: Library, ring: string): boolean =>
  !library.knows({ text: ring, keys: [`~${ring}`] });

/** Forms of answer that are asked for by a word of their own ("what share", "which price"). */
const named: ReadonlySet<Question['wants']> = new Set([
  'money',
  'share',
  'duration',
  'date',
  'place',
  'reason',
]);

/** What a question names as asked for, of which the facts that lead hold nothing. */
const isBesideFocus = (question: Question, picked: readonly Ranked[]): boolean => {
  const { focus, wants, terms, subjects } = question;
  const [best] = picked;
  const formed = best !== undefined && named.has(wants) && answersForm(best.fact, wants);
  if (subjects.length === 0 || formed) return false;
  const holds = (term: Term): boolean =>
    picked
      .slice(0, 2)
      .some((evidence) => evidence.near > ofMarket && (evidence.found[terms.indexOf(term)] ?? 0) > 0);
  return focus.some((run) => !run.some(holds));
};

/** Roles that stand for a name. */
const roles =
  /\b(?:experts?|officials?|executives?|staff|team|leaders?|stakeholders?|reader|editor|author|cio|physicians?|doctors?|studies|employees|workers|people|users|vendor|hospital)\b/i;

/** What tells of a deal and of nobody in it. */
const impersonal: ReadonlySet<string> = new Set(['announced', 'starts', 'ended', 'term', 'value']);

/** Asked who it was at two parties that are named, a fact that names nobody else does not say. */
const isNameless = (library: Library, { wants, parties }: Question, best: Ranked | undefined): boolean => {
  if (wants !== 'person' || parties.length < 2 || best === undefined) return false;
  if (!impersonal.has(best.fact.attribute)) return false;
  const article = library.articles.get(best.fact.article);
  const { sentence } = best.fact;
  const known = parties.map(library.nameOf);
  const others = [...Object.keys(article?.organisations ?? {}), ...Object.keys(article?.people ?? {})];
  return !roles.test(sentence) && !others.some((name) => !known.includes(name) && sentence.includes(name));
};

const isUntold = ({ untold, subjects }: Question, best: Ranked | undefined): boolean => {
  if (untold === undefined || subjects.length === 0) return false;
  return untold === 'supposed' || best === undefined || /^staff-|^turnover$/.test(best.fact.attribute);
};

/** Prices asked and not told. */
const unpriced = (question: Question, lost: Missing, best: Ranked | undefined): string[] => {
  const told = best?.fact.values.usd !== undefined || best?.fact.values['withheld by'] !== undefined;
  return told
    ? []
    : lost.missing.filter(
        (ring) =>
          ['cost', 'worth', 'money'].includes(ring) &&
          question.terms.some((term) => term.keys.includes(`~${ring}`)),
      );
};

/** An attribute by which deals are compared, asked of one subject and told of it nowhere, where the best fact is about another. */
const unstated = (
  library: Library,
  { subjects, attributes, wants, terms }: Question,
  best: Ranked | undefined,
): string[] => {
  const [subject, ...more] = subjects;
  // Where nothing but the attribute is asked, and by its name, a fact that only shares its word does not answer.
  const names = attributes.flatMap((attribute) => attribute.split('-')).map(stemOf);
  const telling = terms.filter(isTelling);
  const byName =
    wants !== 'count' &&
    attributes.length === 1 &&
    telling.every(({ keys }) => keys.some((key) => key.split(' ').some((word) => names.includes(word))));
  const holds = best && (attributes.includes(best.fact.attribute) || (!byName && best.coverage > ofQuestion));
  if (subject === undefined || more.length > 0 || holds) return [];
  const asked = wants === 'reason' && !attributes.includes('why') ? [...attributes, 'why'] : attributes;
  return asked
    .filter((attribute) => isComparable(attribute) && (byName || attribute !== 'base'))
    .filter((attribute) => {
      const { state, cautions } = library.find(subject, attribute);
      return state === 'not-stated' && (byName || cautions.length === 0);
    });
};

const weightOf = (library: Library, question: Question, best: Ranked | undefined): number =>
  (best?.found ?? []).reduce(
    (sum, part, place) => sum + part * library.weight(question.terms[place] ?? { text: '', keys: [] }),
    0,
  );

/**
 * Words of no field, among others that are answered: people dress a question up in more ways than anybody can list.
 * Where nobody is named, such a word may be the name of somebody unknown, unless guidance answers.
 */
const isPassedOver = (
  { subjects, from }: Question,
  { missing, unheard, covered, telling }: Missing,
  best: Ranked | undefined,
): boolean =>
  (subjects.length + from.length > 0 || best?.fact.subjects.every(isTopic) === true) &&
  missing.length === 0 &&
  unheard.length > 0 &&
  unheard.length * (unheard.length === 1 ? 2 : 3) <= telling &&
  covered >= mostlyCovered;

/** A party of a deal is asked about, and what is found tells of the market alone: that is not said of the party. */
const isOfOthers = (library: Library, { subjects }: Question, best: Ranked | undefined): boolean =>
  best?.fact.subjects.every(isTopic) === true &&
  best.near <= ofMarket &&
  subjects.some((id) => library.dealsOf(id).length > 0);

/** What somebody is describes nobody else, whoever it names beside them. */
const describesAnother = ({ subjects }: Question, best: Ranked | undefined): boolean =>
  best?.fact.attribute === 'description' &&
  subjects.length > 0 &&
  !subjects.some((id) => best.fact.subjects.includes(id));

/** What was asked, as far as the field has a word for it. */
const askedFor = ({ terms, attributes }: Question): string[] => {
  const ringsOf = (some: readonly Term[]): string[] => some.flatMap((term) => ringOf(term) ?? []);
  const telling = ringsOf(terms.filter(isTelling));
  const rings = telling.length > 0 ? telling : ringsOf(terms);
  return rings.length > 0 ? rings : attributes.length > 0 ? [...attributes] : ['unheard'];
};

const missingIn = (
  library: Library,
  question: Question,
  lost: Missing,
  beside: boolean,
  best: Ranked | undefined,
): string[] => {
  const unknown = lost.missing.filter((ring) => isUnknown(library, ring));
  if (unknown.length > 0) return unknown;
  if (beside || isUntold(question, best) || isNameless(library, question, best)) return ['unheard'];
  if (isOfOthers(library, question, best) || describesAnother(question, best)) return askedFor(question);
  if (isPassedOver(question, lost, best)) return [];
  const strangers =
    question.subjects.length === 0 &&
    lost.unheard.length > 0 &&
    (question.strangers.length > 0 || lost.unheard.length * 2 >= lost.telling);
  if (strangers) return ['unheard'];
  const named = [...unpriced(question, lost, best), ...unstated(library, question, best)];
  if (named.length > 0) return named;
  const enough = lost.covered >= leastCovered || weightOf(library, question, best) >= enoughWeight;
  if (enough || (lost.missing.length === 0 && lost.unheard.length === 0)) return [];
  return lost.missing.length > 0 ? [...lost.missing] : ['unheard'];
};

/** Who somebody is and what they said, or what they said alone: of a person of whom nothing narrower is asked. */
const ofPerson = (library: Library, { subjects, attributes, terms, wants, speaks }: Question): Ranked[] => {
  const [person, ...others] = subjects.filter((id) => library.people.has(id));
  const narrower =
    attributes.length > 0 ||
    wants !== undefined ||
    terms.some((term) => isTelling(term) && !(speaks && term.keys.includes('~statement')));
  if (person === undefined || others.length > 0 || narrower) return [];
  const told = [...(speaks ? [] : library.about(person)), ...library.saidBy(person)];
  const found = terms.map(() => 0);
  return told.map((fact) => ({ fact, score: 1, near: 1, found, coverage: 0 }));
};

/** Looks a question up: of all its subjects at once or, where `apart`, of each. */
export const lookUp = (library: Library, question: Question, apart: boolean): Found => {
  const person = ofPerson(library, question);
  const gathered = (): readonly Ranked[] => (apart ? ofEach(library, question) : gather(library, question));
  const picked = person.length > 0 ? person : gathered();
  const best = [...picked].sort((a, b) => b.score - a.score)[0];
  const lost = missingOf(library, question, picked);
  const beside = person.length === 0 && isBesideFocus(question, picked);
  const missing = person.length > 0 ? [] : missingIn(library, question, lost, beside, best);
  const astray = beside || lost.missing.some((ring) => isUnknown(library, ring));
  return { picked, best, lost, missing, astray };
};
