import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/corpus/read.ts';
import { makeArticle } from '../fixtures/make-article.ts';

const file = 'seeds/example.md';
const same = 'Make the sentence and its braces say the same.';
const problemsOf = (text: string): unknown => readArticle(file, text).problems;

/** What is said of one fact. */
const complaints = (bullet: string): string[] =>
  readArticle(file, makeArticle({ body: `## example-acme\n${bullet}` })).problems.map(
    ({ message }) => message,
  );

describe('a fact whose sentence and braces differ', () => {
  it.each([
    [
      'a figure without its value',
      '- term: It runs five years. {years: 7}',
      'The figure "five" of the sentence has no typed value.',
    ],
    [
      'a value without its figure',
      '- term: It runs for years. {years: 7}',
      'The typed value 7 does not stand in the sentence.',
    ],
    [
      'a value whose hedge is gone',
      '- staff moved: 120 people move. {people: ~120}',
      'The sentence lacks the hedge of a value marked "about".',
    ],
    [
      'a hedge whose mark is gone',
      '- staff moved: Roughly 120 people move. {people: 120}',
      'The sentence hedges a value that the braces give as exact; mark it "about".',
    ],
    [
      'a bound whose mark is gone',
      '- users: More than 14,000 use it. {people: 14000}',
      'The sentence hedges a value that the braces give as exact; mark it "over".',
    ],
    [
      'a hedge that is not said',
      '- value: It costs $5 million. {usd: 5 million, money: budget, hedge: reportedly}',
      'The hedge "reportedly" does not stand in the sentence.',
    ],
    [
      'a speaker who is not named',
      '- why: It saves money. {by: Ann Lee}',
      'The speaker "Ann Lee" does not stand in the sentence.',
    ],
    [
      'a speaker called The',
      '- why: It saves the day. {by: The System House}',
      'The speaker "The System House" does not stand in the sentence.',
    ],
    [
      'a listed thing that is not there',
      '- scope: It covers billing. {list: [billing, storage]}',
      'The listed "storage" does not stand in the sentence.',
    ],
    [
      'a brief with another figure',
      '- term: It runs five years. {years: 5, brief: six years}',
      'The figure "six" of brief does not stand in the sentence.',
    ],
    [
      'another month',
      '- announced: It came in May 2019. {on: 2019-06}',
      'A month of the sentence is not in the typed date.',
    ],
    [
      'a month without a date',
      '- announced: It came in May. ',
      'A month of the sentence is not in the typed date.',
    ],
    [
      'another day',
      '- announced: It came on May 2, 2019. {on: 2019-05-03}',
      'The day of the typed date does not stand in the sentence.',
    ],
    [
      'no year',
      '- announced: It came in May. {on: 2019-05}',
      'The year of the typed date does not stand in the sentence.',
    ],
    [
      'an inferred date told as stated',
      '- announced: It came in 2019. {on: 2019?}',
      'The date is inferred, and the sentence does not say so.',
    ],
    [
      'an inference told as stated',
      '- why: It saves money. {as: inference}',
      'What is inferred is not said to be inferred.',
    ],
    [
      'money of no kind',
      '- value: It costs $5 million. {usd: 5 million}',
      'Money needs "money:", which says what the sum is (contract value, budget, …).',
    ],
    [
      'a step without an id',
      '- step: Sign the plan. {as: advice, group: 1. Plan}',
      'A step needs an id that does not change and a group.',
    ],
    ['no full stop', '- why: It saves money', 'The sentence has no full stop.'],
    [
      'a sentence that is too long',
      `- why: It saves ${'a lot of '.repeat(25)}money.`,
      'The sentence has 240 characters; 200 is the most.',
    ],
  ])('is refused: %s', (_, bullet, message) => {
    expect(complaints(bullet)).toContain(message);
  });

  it.each([
    '- term: It runs five years. {years: 5}',
    '- tenure: She has a decade behind her. {years: 10}',
    '- usual cost: It costs $40,000 to $60,000 per doctor. {usd: 40000..60000, money: cost per doctor}',
    '- survey: Three-quarters of the large and 81 percent of the small do so. {share: [75%, 81%]}',
    '- why: Mayo Clinic did it too, as Ann Lee said. {by: Ann Lee}',
    '- background: She edited 21st Century IT and CRN. {list: [21st Century IT, CRN]}',
    '- staff moved: Twenty-five people move. {people: 25}',
    '- staff moved: Two hundred people move. {people: 200}',
  ])('is no problem: %s', (bullet) => {
    expect(complaints(bullet)).toEqual([]);
  });

  it('points at its line and says what to do', () => {
    const body = '## example-acme\n- term: It runs for years. {years: 7}';
    expect(problemsOf(makeArticle({ body }))).toEqual([
      {
        file,
        line: 15,
        field: 'term',
        message: 'The typed value 7 does not stand in the sentence.',
        remedy: same,
      },
    ]);
  });
});
