import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAsker } from '../../src/app.ts';
import { root, runsOf } from '../fixtures/library.ts';
import { answeredPast, evaluate, followUps, type Result, readQuestions, share, shareOf } from './evaluate.ts';
import { noOutsideScorer, outsideDifferences } from './outside.ts';
import { everyQuestion, givenSet, openSets, runsOfTheBot } from './sets.ts';

/** The least and the most that is let pass for a set. Raised as the bot gets better, never lowered. */
interface Floor {
  readonly right: number;
  readonly wrong: number;
  readonly declined: number;
  /** Single facts that stand in the lead. */
  readonly lead: number;
  /** Follow-ups fully right. */
  readonly followUps: number;
  /** Questions that no article answers, and that were answered all the same. */
  readonly past: number;
}

const floors: Readonly<Record<string, Floor>> = {
  'dev.jsonl': { right: 0.95, wrong: 0.03, declined: 0.03, lead: 0.95, followUps: 0.95, past: 0.1 },
  'work.jsonl': { right: 0.93, wrong: 0.03, declined: 0.03, lead: 0.93, followUps: 0.91, past: 0.07 },
  'fresh.jsonl': { right: 0.87, wrong: 0.07, declined: 0.03, lead: 0.86, followUps: 0.91, past: 0.18 },
  'fresh2.jsonl': { right: 0.87, wrong: 0.06, declined: 0.03, lead: 0.83, followUps: 0.8, past: 0.13 },
  'fresh3.jsonl': { right: 0.9, wrong: 0.04, declined: 0.04, lead: 0.83, followUps: 0.91, past: 0.1 },
  'fresh4.jsonl': { right: 0.78, wrong: 0.09, declined: 0.05, lead: 0.82, followUps: 0.7, past: 0.2 },
  'fresh5.jsonl': { right: 0.92, wrong: 0.06, declined: 0.03, lead: 0.84, followUps: 0.95, past: 0.18 },
  'fresh6.jsonl': { right: 0.84, wrong: 0.07, declined: 0.03, lead: 0.84, followUps: 0.78, past: 0.24 },
  'fresh7.jsonl': { right: 0.91, wrong: 0.05, declined: 0.03, lead: 0.92, followUps: 0.84, past: 0.07 },
  'fresh8.jsonl': { right: 0.88, wrong: 0.06, declined: 0.04, lead: 0.8, followUps: 0.86, past: 0.08 },
  'fresh9.jsonl': { right: 0.58, wrong: 0.27, declined: 0.06, lead: 0.68, followUps: 0.68, past: 0.6 },
  'sealed.jsonl': { right: 0.78, wrong: 0.1, declined: 0.05, lead: 0.78, followUps: 0.8, past: 0.2 },
};

const sets = [...givenSet(), ...openSets];

let results: ReadonlyMap<string, readonly Result[]>;
beforeAll(async () => {
  const asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
  results = new Map(sets.map((file) => [file, evaluate(asker, readQuestions(file))]));
});

/** What is measured, in the shape of a floor. */
const measured = (all: readonly Result[]): Floor => ({
  right: share(all, 'right'),
  wrong: share(all, 'wrong'),
  declined: share(all, 'declined'),
  lead: share(
    all.filter(({ question }) => question.kind === 'single_fact'),
    'lead',
  ),
  followUps: share(followUps(all), 'right'),
  past: shareOf(answeredPast(all)),
});

const least = ['right', 'lead', 'followUps'] as const;
const most = ['wrong', 'declined', 'past'] as const;

const fallenShort = (floor: Floor, got: Floor): string[] => [
  ...least.filter((name) => got[name] < floor[name]).map((name) => `${name} ${got[name]} < ${floor[name]}`),
  ...most.filter((name) => got[name] > floor[name]).map((name) => `${name} ${got[name]} > ${floor[name]}`),
];

describe('the floors', () => {
  it.each(sets.map((file) => [basename(file), file]))('hold for %s', (name, file) => {
    const floor = floors[name];
    const got = measured(results.get(file) ?? []);
    expect(floor && fallenShort(floor, got)).toEqual([]);
  });

  it('are by the same rules as those of the outside scorer', ({ skip }) => {
    const without = noOutsideScorer();
    skip(without !== undefined, without);
    for (const file of sets)
      expect([file, outsideDifferences(file, [...(results.get(file) ?? [])])]).toEqual([file, []]);
  });
});

describe('the sets of questions', () => {
  it.each([
    ['sealed.jsonl', 'dd940ff90025e84ebf6f9a2793b5ac5ed02cb9664b0a0275af59d35b0dedf917'],
    ['sealed2.jsonl', '2f6252b3a90cafd6113f7767f044a85495eb2fd7e1ea17b4af01f3481d8aad4a'],
  ])('that were sealed are as they were: %s', (name, checksum) => {
    const sealed = readFileSync(join(import.meta.dirname, name));
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(checksum);
  });

  it('have an id of its own for each question', () => {
    const ids = everyQuestion().map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });

  it('share no run of five words among two questions', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { id, words } of everyQuestion()) {
      for (const run of new Set(runsOf(words, 5))) {
        const owner = owners.get(run);
        if (owner !== undefined) shared.push(`${owner} and ${id}`);
        owners.set(run, id);
      }
    }
    expect([...new Set(shared)]).toEqual([]);
  });

  it('are nowhere in what the bot is made of', () => {
    const bot = runsOfTheBot(5);
    const found = everyQuestion().filter(({ words }) => runsOf(words, 5).some((run) => bot.has(run)));
    expect(found.map(({ id }) => id)).toEqual([]);
  });
});
