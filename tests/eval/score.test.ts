import { describe, expect, it } from 'vitest';
import { occurs } from './match.ts';
import { type Question, questionSchema, type Reply, score } from './score.ts';

const makeQuestion = (overrides: {
  readonly kind?: string;
  readonly intent?: string;
  readonly also?: string[];
  readonly include?: string[][];
  readonly exclude?: string[];
  readonly sources?: string[];
  readonly abstain?: boolean;
}): Question =>
  questionSchema.parse({
    id: 'q',
    kind: overrides.kind ?? 'single_fact',
    text: 'how long',
    expect: {
      intent: overrides.intent ?? 'fact',
      intent_also: overrides.also ?? [],
      answer: {
        must_include: overrides.include ?? [['seven', '7 years']],
        must_not_include: overrides.exclude ?? ['ten'],
      },
      sources: overrides.sources ?? ['000_5452f899c9f07a2f.txt'],
      abstain: overrides.abstain ?? false,
    },
  });

const makeReply = (overrides: Partial<Reply> = {}): Reply => ({
  intent: 'fact',
  outcome: 'answered',
  answered: true,
  lead: 'It runs seven years.',
  text: 'It runs seven years. [1] InformationWeek',
  articles: ['kaiser-ibm-2009'],
  ...overrides,
});

/** What the scorer says in full, but for its words on why. */
const judged = (question: Question, reply: Reply): unknown => {
  const { why: _, ...rest } = score(question, reply);
  return rest;
};
const allRight = {
  right: true,
  facts: true,
  lead: true,
  cited: true,
  wrong: false,
  declined: false,
  intent: true,
};

describe('a reply', () => {
  it('with every group, nothing forbidden and every source is fully right', () => {
    expect(judged(makeQuestion({}), makeReply())).toEqual(allRight);
  });

  it('without any of the groups is wrong', () => {
    const reply = makeReply({ lead: 'It runs long.', text: 'It runs long.' });
    expect(judged(makeQuestion({}), reply)).toEqual({
      ...allRight,
      right: false,
      facts: false,
      lead: false,
      wrong: true,
    });
  });

  it('with one group of two is not right, and not wrong', () => {
    const question = makeQuestion({ include: [['seven'], ['ibm']] });
    expect(judged(question, makeReply())).toEqual({ ...allRight, right: false, facts: false, lead: false });
  });

  it('with something forbidden is wrong', () => {
    const reply = makeReply({ text: 'It runs seven years, not ten.' });
    expect(judged(makeQuestion({}), reply)).toEqual({ ...allRight, right: false, facts: false, wrong: true });
  });

  it('that lacks a source is not right; further sources are fine', () => {
    expect(judged(makeQuestion({}), makeReply({ articles: [] }))).toEqual({
      ...allRight,
      right: false,
      cited: false,
    });
    expect(judged(makeQuestion({}), makeReply({ articles: ['a', 'kaiser-ibm-2009'] }))).toEqual(allRight);
  });

  it('to a single fact has it in the lead, which has 300 characters at most', () => {
    const buried = makeReply({ lead: 'See below.' });
    const long = makeReply({ lead: `It runs seven years. ${'x'.repeat(280)}` });
    for (const reply of [buried, long])
      expect(judged(makeQuestion({}), reply)).toEqual({ ...allRight, right: false, lead: false });
    expect(judged(makeQuestion({ kind: 'compare' }), buried)).toEqual({ ...allRight, lead: false });
  });

  it.each([
    ['single_fact', 'fact', 900],
    ['single_fact', 'deal_profile', 1800],
    ['thread_followup', 'compare_deals', 1800],
    ['adversarial', 'unknown', 900],
    ['help', 'help', 1500],
    ['vendor_profile', 'vendor_profile', 2500],
    ['deal_profile', 'deal_profile', 2500],
    ['list_filter', 'list_deals', 2500],
    ['compare', 'compare_deals', 3500],
    ['transition', 'transition_checklist', 5000],
  ])('of kind %s and intent %s has at most %i characters', (kind, intent, most) => {
    const question = makeQuestion({ kind, intent });
    const ofLength = (length: number): Reply =>
      makeReply({
        intent: intent.replaceAll('_', '-'),
        text: 'It runs seven years.'.padEnd(length, '.'),
      });
    expect([ofLength(most), ofLength(most + 1)].map((reply) => score(question, reply).right)).toEqual([
      true,
      false,
    ]);
  });

  it('that declines what could be answered is declined wrongly, but not where nothing is meant', () => {
    const reply = makeReply({ answered: false, outcome: 'not-stated' });
    expect(judged(makeQuestion({}), reply)).toEqual({ ...allRight, right: false, declined: true });
    expect(judged(makeQuestion({ intent: 'unknown' }), reply)).toEqual({ ...allRight, intent: false });
  });

  it.each(['withheld', 'not-stated', 'not-held', 'unclear', 'corrected', 'partial'])(
    'that should abstain does so as %s',
    (outcome) => {
      const answered = outcome === 'corrected' || outcome === 'partial';
      expect(judged(makeQuestion({ abstain: true }), makeReply({ outcome, answered }))).toEqual(allRight);
    },
  );

  it('that should abstain and answers is wrong', () => {
    expect(judged(makeQuestion({ abstain: true }), makeReply())).toEqual({
      ...allRight,
      right: false,
      wrong: true,
    });
  });

  it('counts for its intent, or for another that is listed', () => {
    const question = makeQuestion({ intent: 'list_deals', also: ['find_precedents'] });
    const intents = ['list-deals', 'find-precedents', 'fact'];
    expect(intents.map((intent) => score(question, makeReply({ intent })).intent)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('an alternative', () => {
  it.each<[text: string, alternative: string, found: boolean]>([
    ['It is a Seven‑Year deal', 'seven year', true],
    ['Allina’s *IT*', "allina's it", true],
    ['$500 million', '500', true],
    ['1,020 people', '1020', true],
    ['1,020 people', '20', false],
    ['860 positions', '86', false],
    ['in 2009.', '2009', true],
    ['2.5 million', '5', false],
    ['7.5 years', '7', false],
    ['kept in\u200Bhouse', 'inhouse', true],
    ['two  dozen\nstaffers', 'two dozen', true],
    ['anything', '', false],
    ['a (b) c', '(b)', true],
  ])('in "%s": "%s" %s', (text, alternative, found) => {
    expect(occurs(text, alternative)).toBe(found);
  });
});
