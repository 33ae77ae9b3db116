import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres } from '../fixtures/postgres-server.ts';
import { openBot } from '../harness/open-bot.ts';
import { faultsHere } from './faults.ts';
import { gone } from './stores.ts';
import { type Ending, suffer, waysOf } from './suffer.ts';

const faults = faultsHere(hasPostgres());
const atOnce = 12;

const withResolvers = () => {
  let resolve = (_: Ending): void => {};
  let reject = (_: unknown): void => {};
  const promise = new Promise<Ending>((good, bad) => {
    resolve = good;
    reject = bad;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
};

/** Each fault over one way, in turn; `npm run drill:faults` tries both. They mostly wait, so they run side by side. */
const endings = faults.map(() => withResolvers());

beforeAll(() => {
  const jobs = faults.map((fault, at) => ({ fault, at }));
  const worker = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const ways = waysOf(job.fault);
      const way = ways[job.at % ways.length] ?? 'http';
      await suffer(job.fault, way).then(endings[job.at]?.resolve, endings[job.at]?.reject);
    }
  };
  for (let at = 0; at < atOnce; at += 1) void worker();
});

const page = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8');

describe('a fault ends as it must', () => {
  it.each(faults.map((fault, at) => [at, fault.name, fault.act] as const))(
    '%i: %s (%s)',
    async (at, name) => {
      const ending = await endings[at]?.promise;
      expect(ending?.outcome, ending?.causes).toBe(faults[at]?.ends);
      expect(page).toContain(`| ${name}`);
    },
  );
});

it('ends in one answer when the store is away from two replicas at once', async () => {
  const first = await openBot({ way: 'socket', store: gone });
  const second = await openBot({ way: 'socket', store: gone, beside: first });
  // The mention is two events: one goes to each replica.
  await first.workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await second.close();
  const { workspace } = first;
  await first.app.stop();
  const answers = workspace.state.messages.filter(({ user }) => user === 'U0PRECEDENT');
  expect(answers.map(({ text }) => text.split('\n')[0])).toEqual(['You asked Optum. [1]']);
  await first.close();
});
