import type { Claim, Outcome, Section } from '../answer.ts';
import { type Fact, isCaution, isTopic, isWithheld } from '../corpus/fact.ts';
import type { Asked, Draft } from '../intent.ts';
import { claimOf, fitting, remark } from './claim.ts';
import { asOf } from './coverage.ts';
import { formMissing, isQuotable, nearest, notMentioned } from './decline.ts';
import { factLead, leadLimit, neighbours, siblings } from './fact.ts';

/** Characters of further answers below the lead. */
const restLimit = 360;
/** More words than these that nothing covers, and it is the talk around the question. */
const mostPassedOver = 2;

type Wants = NonNullable<Asked['reading']['wants']>;

/** Whether a sentence can answer a question of the form, by its typed values or its words. */
const forms: Readonly<Partial<Record<Wants, (fact: Fact) => boolean>>> = {
  count: ({ values, sentence, subjects }) =>
    values.people !== undefined ||
    (values.share !== undefined && subjects.every(isTopic)) ||
    values.count !== undefined ||
    /\b(hundreds|dozen|several|some|most|majority|nobody|all|no [A-Z]\w+ |little)\b/.test(sentence),
  money: (fact) =>
    fact.values.usd !== undefined ||
    isWithheld(fact) ||
    /\b(sav|reward|income|financial|benefit|salar)/.test(fact.sentence),
  share: ({ values, sentence }) =>
    values.share !== undefined || /\b(most|majority|half|third|portion|part|all)\b/i.test(sentence),
  duration: ({ values, attribute }) =>
    values.years !== undefined || ['duration', 'outlook', 'step'].includes(attribute),
  date: ({ values, attribute }) =>
    values.on !== undefined || ['step', 'protection', 'general', 'duration'].includes(attribute),
};

/** Facts of the form asked first; cautions keep their place, since they answer that it is not said. */
const byForm = (
  facts: readonly Fact[],
  wants: Wants | undefined,
): { readonly facts: readonly Fact[]; readonly formed: boolean } => {
  const fits = wants === undefined ? undefined : forms[wants];
  if (!fits) return { facts, formed: true };
  const fitting = facts.filter((fact) => fits(fact) && !isCaution(fact));
  return {
    facts: [...fitting, ...facts.filter((fact) => !fitting.includes(fact))],
    formed: fitting.length > 0,
  };
};

const decline = (lead: readonly Claim[], facts: readonly Fact[]): Draft => ({
  outcome: 'not-stated',
  lead,
  sections: nearest(facts),
});

/** A sentence that says what it does not tell. */
const leavesOpen =
  /\b(?:(?:is|are|was) (?:left |not )(?:given|named|stated|disclosed|shown|unspecified)|not named|gives no|no (?:amount|figure|length of time|number) (?:is|of)|names nothing|not a result|does not name)\b/;
/** …and that somebody asked for without a question word is not told. */
const leavesNameless = /\b(?:is|are|was|were) not named\b/;

/** Words by which a sentence gives a reason or a purpose. */
const causal =
  /\b(?:because|since|so that|in order|due to|owing to|thanks to|led to|leads? to|reasons?|rationale|purpose|aim(?:s|ed)?|goals?|hop(?:es?|ed|ing)|wants?|wanted|intend(?:s|ed)?|driv(?:er|ers|en|es|ing)|for (?:a |the )?(?:better|lower|higher|more|efficien|scale|quality|integrat)|to (?:help|make|bring|get|keep|give|improve|promote|lower|save|protect|set|build|let|allow|achieve|win)|thought to|would help|depends? (?:heavily )?on|unclear|threat|worr(?:y|ies)|concern|needs?|must|should)\b/i;
const ofReasons: ReadonlySet<string> = new Set([
  'why',
  'goals',
  'reason-for-ending',
  'origin',
  'outlook',
  'policy',
]);

/** "Why" of something of which the article tells that it is so, and not why. */
const leavesReasonOpen = ({ reading }: Asked, said: readonly Fact[]): boolean =>
  reading.wants === 'reason' &&
  said.length > 0 &&
  said.every((fact) => !isTopicOnly(fact) && !ofReasons.has(fact.attribute) && !causal.test(fact.sentence));

const expected: ReadonlySet<Fact['values']['as']> = new Set(['plan', 'target', 'prediction']);

/** What is said after a fact that is less exact than what was asked, or tells of what was still to come. */
const lessThanAsked = ({ beyond, wants }: Asked['reading'], { values }: Fact): string | undefined => {
  if (beyond === 'result' && expected.has(values.as)) return 'The article does not say what came of it.';
  if (beyond === 'day' && wants === 'date' && values.on !== undefined && values.on.day === undefined)
    return 'The article does not give the day.';
  if (values.usd === undefined || values.money !== 'contract value') return undefined;
  if (beyond === 'per-month') return 'The article does not give an amount per month.';
  return beyond === 'per-year' ? 'The article does not give an amount per year.' : undefined;
};

/** What the facts leave open of what was asked, said after them. */
const leftUnsaid = (asked: Asked, said: readonly Fact[]): Claim[] | undefined => {
  const articles = said.slice(0, 1).map(({ article }) => article);
  const [first] = said;
  const less = first && lessThanAsked(asked.reading, first);
  if (less !== undefined) return [remark(less, articles)];
  if (leavesReasonOpen(asked, said)) return [remark('The article does not say why.', articles)];
  const nameless = asked.reading.wants === 'person' && /\bunnamed\b/.test(said[0]?.sentence ?? '');
  return nameless ? [remark('The article does not name them.', articles)] : undefined;
};

/** What guidance tells is its own reason. */
const isTopicOnly = ({ subjects }: Fact): boolean => subjects.every(isTopic);

/** A fact that says "not Black Book" corrects a question about Black Book. */
const outcomeOf = ({ library, reading }: Asked, said: readonly Fact[]): Outcome => {
  const [first] = said;
  // What one withholds another may tell.
  if (first !== undefined && isWithheld(first))
    return said.some(({ values }) => values.usd !== undefined) ? 'partial' : 'withheld';
  const denied = reading.subjects.some((id) =>
    first?.sentence.includes(`not ${library.nameOf(id).split(' ').slice(0, 2).join(' ')}`),
  );
  if (denied) return 'corrected';
  if (first === undefined || ['reason', 'yes-no', 'date', 'place'].includes(reading.wants ?? ''))
    return 'answered';
  const open = reading.wants === undefined ? leavesNameless : leavesOpen;
  return open.test(first.sentence) ? 'partial' : 'answered';
};

/** "The article does not mention “warranty”.": said after an answer that passes a word over. */
const passedOver = (
  { library, reading, unheard }: Asked,
  lead: readonly Claim[],
  first: Fact | undefined,
): Claim[] => {
  const words = unheard.filter(isQuotable);
  if (words.length === 0 || unheard.length > mostPassedOver || !first) return [];
  const claim = notMentioned(
    library,
    reading.subjects.length > 0 ? first.subjects.slice(0, 1) : [],
    ['unheard'],
    words,
  );
  const length = [...lead, claim].reduce((sum, { text }) => sum + [...text].length + 1, 0);
  return length <= leadLimit ? [claim] : [];
};

const told = (asked: Asked, facts: readonly Fact[]): Draft => {
  const { library } = asked;
  const less = facts[0] !== undefined && lessThanAsked(asked.reading, facts[0]) !== undefined;
  const lead = less ? factLead(facts.slice(0, 1)) : factLead(facts);
  const said = facts.slice(0, lead.length);
  const [first] = said;
  const rest = fitting(facts.slice(lead.length).map(claimOf), restLimit);
  const beside = first ? siblings(library, first).filter((fact) => !facts.includes(fact)) : [];
  const sections: Section[] = [
    ...(rest.length === 0 ? [] : [{ kind: 'claims' as const, claims: rest }]),
    ...(rest.length > 1 ? [] : neighbours(library, said, beside)),
    ...asOf(library, said),
  ];
  const silent = leftUnsaid(asked, said) ?? passedOver(asked, lead, first);
  const outcome = outcomeOf(asked, said);
  return {
    outcome: silent.length > 0 && outcome === 'answered' ? 'partial' : outcome,
    lead: [...lead, ...silent],
    sections,
  };
};

/**
 * The facts that a question came down to, answered: the first ones lead, the others stand beside. Where they do not
 * hold what was asked, that is said first, and they are offered as nearest and not as the answer.
 */
export const answerFacts = (asked: Asked, facts: readonly Fact[]): Draft => {
  const { reading, library, unheard } = asked;
  const [best] = facts;
  const cautions = facts.filter(isCaution);
  const stated = facts.filter((fact) => !isCaution(fact));
  if (best && isCaution(best)) return decline([claimOf(best)], stated);
  if (best === undefined || reading.missing.length > 0) {
    const missing = reading.missing.length > 0 ? reading.missing : reading.attributes;
    const silences = missing.flatMap((id) =>
      reading.subjects.flatMap((subject) => library.find(subject, id).cautions),
    );
    const [caution] = [...cautions, ...silences];
    return decline(
      [caution ? claimOf(caution) : notMentioned(library, reading.subjects, missing, unheard)],
      stated,
    );
  }
  const { facts: ordered, formed } = byForm(facts, reading.wants);
  if (!formed && reading.wants)
    return decline([cautions[0] ? claimOf(cautions[0]) : formMissing(library, reading.wants, best)], stated);
  return told(asked, ordered);
};
