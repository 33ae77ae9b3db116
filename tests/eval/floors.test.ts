import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { openAsker } from '../../src/app.ts';
import { root, runsOf } from '../fixtures/library.ts';
import { evaluate, readQuestions, share } from './evaluate.ts';
import { everyQuestion, runsOfTheBot } from './sets.ts';

const given = join(root, '../shared/questions/dev.jsonl');

/** Least share fully right, most share wrong. Raised as the bot gets better, never lowered. */
const floors = [
  { file: join(root, 'tests/eval/work.jsonl'), right: 0.7, wrong: 0.12 },
  { file: given, right: 0.7, wrong: 0.12 },
];

let asker: Asker;
beforeAll(async () => {
  asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
});

describe('the floors', () => {
  it.each(floors.filter(({ file }) => existsSync(file)))('hold for $file', ({ file, right, wrong }) => {
    const results = evaluate(asker, readQuestions(file));
    expect(share(results, 'right')).toBeGreaterThanOrEqual(right);
    expect(share(results, 'wrong')).toBeLessThanOrEqual(wrong);
  });
});

describe('the sets of questions', () => {
  it('that are sealed are as they were sealed', () => {
    const sealed = readFileSync(join(import.meta.dirname, 'sealed.jsonl'));
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(
      'dd940ff90025e84ebf6f9a2793b5ac5ed02cb9664b0a0275af59d35b0dedf917',
    );
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
