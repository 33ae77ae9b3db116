import { describe, expect, it } from 'vitest';
import { asksWorkforce, beyondOf, supposes } from '../../src/nlu/beyond.ts';

describe('what is asked beyond what a fact may tell', () => {
  it.each([
    ['how many quit in the end', 'result'],
    ['did they ever get there', 'result'],
    ['how many actually moved', 'result'],
    ['which exact day does it start', 'day'],
    ['what is the monthly fee', 'per-month'],
    ['how much a year', 'per-year'],
    ['what does it cost', undefined],
    ['what does ibm actually run', undefined],
  ])('%j: %s', (text, beyond) => {
    expect(beyondOf(text)).toBe(beyond);
  });

  it.each([
    ['how many people does the hospital have', true],
    ['how many it staff does it employ', true],
    ['how many people does the vendor have on site', false],
    ['how many people move', false],
  ])('all who work somewhere: %j %s', (text, expected) => {
    expect(asksWorkforce(text)).toBe(expected);
  });

  it.each([
    ['had they stayed in house, what would it have cost', true],
    ['if they had kept it what would have happened', true],
    ['had they worked together before', false],
    ['if it could have stayed why did they do it', false],
  ])('what never happened: %j %s', (text, expected) => {
    expect(supposes(text)).toBe(expected);
  });
});
