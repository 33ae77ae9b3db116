import { describe, expect, it } from 'vitest';
import { type ReadingInput, toReading } from '../../src/reading.ts';
import { about, readAs } from '../../src/wording/source.ts';
import { seedLibrary } from '../fixtures/library.ts';

const library = await seedLibrary();

describe('a reading is put as one would say it', () => {
  it.each<[ReadingInput, string]>([
    [
      {
        intent: 'compare-deals',
        subjects: ['kaiser-permanente', 'allina-health', 'optum'],
        rows: ['term', 'value'],
      },
      'Kaiser Permanente, Allina Health and Optum compared by term and value',
    ],
    [
      { intent: 'fact', subjects: ['kaiser-permanente'], attributes: ['term'] },
      'Kaiser Permanente: how long the contract runs',
    ],
    [{ intent: 'vendor-profile', subjects: ['optum'] }, 'Optum and its deals'],
    [{ intent: 'deal-profile', subjects: ['kaiser-ibm'] }, 'Overview of Kaiser Permanente–IBM'],
    [{ intent: 'list-deals' }, 'All deals'],
    [{ intent: 'list-deals', order: 'oldest' }, 'Deals, the oldest'],
    [
      { intent: 'list-deals', places: ['maine', 'st. louis'], years: { from: 2020, to: 2100 } },
      'Deals in Maine or St. Louis since 2020',
    ],
    [
      {
        intent: 'list-deals',
        amount: { unit: 'usd', over: 100e6, under: 1.5e9 },
        years: { from: 2009, to: 2009 },
      },
      'Deals in 2009 over $100 million and under $1.5 billion',
    ],
    [
      { intent: 'list-deals', amount: { unit: 'people', over: 1_000 }, lacking: ['staff-cut'] },
      'Deals over 1,000 people that do not state how many staff are cut',
    ],
    [
      { intent: 'list-deals', subjects: ['optum'], without: ['ssm-health'] },
      'Deals of Optum · without SSM Health',
    ],
    [{ intent: 'list-vendors' }, 'All vendors'],
    [{ intent: 'transition-checklist', attributes: ['general', 'step'] }, 'How a transition goes: the steps'],
    [{ intent: 'find-precedents' }, 'Find precedents'],
  ])('%j: %s', (reading, said) => {
    expect(readAs(library, toReading(reading))).toBe(said);
  });

  it('for others begins with whom it is about, without what only the asker knows', () => {
    const reading = toReading({
      intent: 'fact',
      subjects: ['kaiser-permanente'],
      attributes: ['term'],
      carried: ['subjects'],
    });
    expect(readAs(library, reading)).toMatch(/ · whom it is about kept from before$/);
    expect(about(library, reading)).toBe('About Kaiser Permanente: how long the contract runs');
    expect(about(library, toReading({ intent: 'list-deals' }))).toBe('About all deals');
  });
});
