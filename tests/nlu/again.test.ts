import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asker, leadText } from '../../src/answer.ts';
import { openAsker } from '../../src/app.ts';
import { converse } from '../eval/evaluate.ts';
import { root } from '../fixtures/library.ts';

let asker: Asker;
beforeAll(async () => {
  asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
});

const lead = (before: string, text: string): string =>
  leadText(converse(asker, { text, history: [before] }).answer);
const about = (before: string, text: string): readonly string[] =>
  converse(asker, { text, history: [before] }).reading.subjects;

describe('who tells what was told, and how surely', () => {
  it.each([
    ['what does the Kaiser contract cost', 'is that confirmed?', /own report; it says “reportedly”\.$/],
    [
      'will staff accept the Optum offer',
      'says who?',
      /a prediction by Dave Ingham; it says “vast majority”\.$/,
    ],
    [
      'biggest danger of a transition',
      'how do you know that',
      /as advice\. The page is the blog of a company/,
    ],
    [
      'how many people moved to Optum from Allina',
      'is that just a plan?',
      /as a plan by Allina Health; it says “roughly”\.$/,
    ],
    ['severance for the people Kaiser cut', 'are you sure', /does not mention severance/],
  ])('%j, %j', (before, text, pattern) => {
    expect(lead(before, text)).toMatch(pattern);
  });
});

describe('how many they were', () => {
  it.each([
    ['show the Optum clients', 'how many of them?', /^Optum has 5 clients/],
    ['list every vendor', 'and how many are there', /^Optum has 5 clients/],
    ['deals signed in 2009', 'how many is that', /^3 deals/],
  ])('%j, %j', (before, text, pattern) => {
    expect(lead(before, text)).toMatch(pattern);
  });
});

describe('one of a list is meant by its place', () => {
  it.each([
    ['list vendors', 'tell me about the second one', ['ibm']],
    ['list vendors', 'the last one', ['cerner']],
    ['show the Optum clients', 'and the second client?', ['northern-light-health']],
    ['deals signed in 2009', 'the third one', ['kaiser-permanente']],
  ])('%j, %j', (before, text, subjects) => {
    expect(about(before, text)).toEqual(subjects);
  });

  it('and a first step or a first driver is none of them', () => {
    expect(about('tell me about Optum', 'what was announced first')).toEqual(['optum']);
  });
});
