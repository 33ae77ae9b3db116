import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { openSlack, type Slack } from '../fixtures/make-slack.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts';

const messages = 30;

const questionsAt = (slack: Slack, count: number): readonly Record<string, unknown>[] =>
  Array.from({ length: count }, (_, at) => {
    const { ts } = slack.workspace.state.add({
      channel: 'C0SOURCING',
      user: 'U0DANA',
      text: `<@U0PRECEDENT> question ${at}`,
      blocks: [],
    });
    return {
      channel: 'C0SOURCING',
      channel_type: 'channel',
      user: 'U0DANA',
      text: `<@U0PRECEDENT> q${at}`,
      ts,
    };
  });

/** Sends every question four times, under different event ids and as both kinds of event, in an order of its own. */
const deliver = async (
  { workspace }: Slack,
  questions: readonly Record<string, unknown>[],
): Promise<void> => {
  const deliveries = questions.flatMap((event, at) => [
    { order: (at * 7) % 31, event: { ...event, type: 'app_mention' } },
    { order: (at * 13) % 37, event: { ...event, type: 'message' } },
    { order: (at * 17) % 41, event: { ...event, type: 'message' } },
    { order: (at * 19) % 43, event: { ...event, type: 'app_mention' } },
  ]);
  deliveries.sort((a, b) => a.order - b.order);
  await Promise.all(deliveries.map(({ event }) => workspace.event(event)));
};

/** Two replicas, each with its own connection to the store, on two sockets: everything is dealt to them in turn. */
const answersOfTwo = async (open: () => Promise<Store>): Promise<readonly (string | undefined)[]> => {
  const stores = [await open(), await open()] as const;
  const first = await openSlack({ way: 'socket', store: stores[0] });
  const second = await openSlack({ way: 'socket', store: stores[1], beside: first });
  await expect.poll(() => first.workspace.connections).toBe(2);
  await deliver(first, questionsAt(first, messages));
  await Promise.all([first.app.stop(), second.app.stop()]);
  const answeredBy = [first, second].map(({ lines }) => lines.filter(({ msg }) => msg === 'answered').length);
  expect(answeredBy.every((count) => count > 0)).toBe(true);
  expect((await stores[0].list('held/')).entries).toEqual([]);
  await Promise.all(stores.map((store) => store.close()));
  return first.workspace.state.messages
    .filter(({ user }) => user === 'U0PRECEDENT')
    .map(({ threadTs }) => threadTs);
};

const expectOneEach = (threads: readonly (string | undefined)[]): void => {
  expect(threads).toHaveLength(messages);
  expect(new Set(threads).size).toBe(messages);
};

describe('two replicas give exactly one answer to a message that comes four times', () => {
  it('over one store', async () => {
    const store = createMemoryStore({ now: Date.now });
    expectOneEach(await answersOfTwo(async () => store));
  });

  it('over one SQLite file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replicas-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expectOneEach(await answersOfTwo(async () => openSqliteStore({ folder, now: Date.now })));
  });
});

describe.skipIf(!hasPostgres())('two replicas over PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('give exactly one answer to a message that comes four times', async () => {
    const url = await server.database();
    expectOneEach(await answersOfTwo(() => openPostgresStore({ url, now: Date.now })));
  });

  it('continue each other’s threads', async () => {
    const url = await server.database();
    const open = () => openPostgresStore({ url, now: Date.now });
    const first = await openSlack({ store: await open() });
    const { workspace } = first;
    const root = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await workspace.answer(root);
    await first.app.stop();
    await openSlack({ store: await open(), beside: first });
    workspace.faults.always('conversations.replies', { error: 'missing_scope' });
    const follow = await workspace.say('luis', '#it-sourcing', '@outsourcing term?', { thread: root.ts });
    expect((await workspace.answer(follow)).text).toMatch(/^You asked term\? after fact Optum\./);
  });

  it('answer through a restart of the database, each question once', async () => {
    const url = await server.database();
    const slack = await openSlack({ store: await openPostgresStore({ url, now: Date.now }) });
    const questions = questionsAt(slack, 6);
    const restart = server.restart();
    await deliver(slack, questions);
    await restart;
    await slack.app.sweep();
    await slack.app.stop();
    const threads = slack.workspace.state.messages
      .filter(({ user }) => user === 'U0PRECEDENT')
      .map(({ threadTs }) => threadTs);
    expect([...threads].sort()).toEqual(questions.map(({ ts }) => ts).sort());
  });
});
