import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { openSlack, ways } from '../fixtures/make-slack.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A message of the bot's own that begins a thread in a channel, as one that was shared does. */
const begin = (workspace: Awaited<ReturnType<typeof openSlack>>['workspace']): string =>
  workspace.state.add({
    channel: 'C0SOURCING',
    user: 'U0PRECEDENT',
    botId: 'B0PRECEDENT',
    text: 'Shared: Optum',
    blocks: [],
  }).ts;

describe.each(ways)('over %s', (way) => {
  it('goes on in a thread after a restart, from the store alone', async () => {
    const store = createMemoryStore({ now: Date.now });
    const first = await openSlack({ way, store });
    const { workspace } = first;
    const root = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await workspace.answer(root);
    await first.app.stop();
    await openSlack({ way, store, beside: first });
    workspace.faults.always('conversations.replies', { error: 'missing_scope' });
    const follow = await workspace.say('luis', '#it-sourcing', '@outsourcing term?', { thread: root.ts });
    expect((await workspace.answer(follow)).text).toMatch(/^You asked term\? after fact Optum\./);
  });

  it('answers without a mention in a thread that it began, and goes on there', async () => {
    const { workspace } = await openSlack({ way });
    const thread = begin(workspace);
    await workspace.say('dana', '#it-sourcing', 'and the term?', { thread });
    const first = await workspace.nextMessage(({ text }) => text.startsWith('You asked and the term?'));
    expect(first.threadTs).toBe(thread);
    await workspace.say('luis', '#it-sourcing', 'and the value?', { thread });
    const second = await workspace.nextMessage(({ text }) => text.startsWith('You asked and the value?'));
    expect(second.text).toMatch(/after fact and the term\?\./);
  });

  it('stays out of what people say to each other, in its threads and in theirs', async () => {
    const { workspace, app } = await openSlack({ way });
    const thread = begin(workspace);
    await workspace.say('dana', '#it-sourcing', '@luis what do you think?', { thread });
    const theirs = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await workspace.answer(theirs);
    await workspace.say('luis', '#it-sourcing', 'and the term?', { thread: theirs.ts });
    await workspace.say('luis', '#it-sourcing', 'Optum, anyone?');
    await app.stop();
    expect(workspace.traffic.calls('chat.postMessage')).toHaveLength(1);
  });

  it('goes on with what a person wrote directly a moment ago, in whatever thread', async () => {
    const clock = makeClock();
    const { workspace } = await openSlack({ way, clock: clock.now });
    await workspace.answer(await workspace.say('dana', '@outsourcing', 'Optum'));
    const next = await workspace.say('dana', '@outsourcing', 'term?');
    expect((await workspace.answer(next)).text).toMatch(/^You asked term\? after fact Optum\./);
    const other = await workspace.say('luis', '@outsourcing', 'value?');
    expect((await workspace.answer(other)).text).toMatch(/^You asked value\?\./);
    clock.pass(15 * minute);
    const later = await workspace.say('dana', '@outsourcing', 'staff?');
    expect((await workspace.answer(later)).text).toMatch(/^You asked staff\?\./);
  });
});

it('loses no turn of two follow-ups at the same time', async () => {
  const store = createMemoryStore({ now: Date.now });
  const { workspace } = await openSlack({ store });
  const root = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await workspace.answer(root);
  const both = ['term?', 'value?'].map((text) =>
    workspace.say('dana', '#it-sourcing', `@outsourcing ${text}`, { thread: root.ts }),
  );
  for (const exchange of await Promise.all(both)) await workspace.answer(exchange);
  const stored = await store.get(`turns/T0PRECEDENT/thread/C0SOURCING/${root.ts}`);
  expect(stored).toHaveLength(3);
});

it('forgets a turn after thirty days although the thread goes on', async () => {
  const clock = makeClock();
  const { workspace } = await openSlack({ clock: clock.now });
  workspace.faults.always('conversations.replies', { error: 'missing_scope' });
  const root = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await workspace.answer(root);
  clock.pass(20 * day);
  const ask = async (text: string) => {
    const exchange = await workspace.say('dana', '#it-sourcing', `@outsourcing ${text}`, { thread: root.ts });
    return (await workspace.answer(exchange)).text.split('\n')[0];
  };
  expect(await ask('term?')).toBe('You asked term? after fact Optum. [1]');
  clock.pass(11 * day);
  expect(await ask('value?')).toBe('You asked value? after fact term?. [1]');
});

it('reports a damaged conversation and answers without it', async () => {
  const store = createMemoryStore({ now: Date.now });
  const { workspace, lines } = await openSlack({ store });
  workspace.faults.always('conversations.replies', { error: 'missing_scope' });
  const root = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await workspace.answer(root);
  await store.put(`turns/T0PRECEDENT/thread/C0SOURCING/${root.ts}`, [{ reading: 'secret words' }]);
  const follow = await workspace.say('dana', '#it-sourcing', '@outsourcing term?', { thread: root.ts });
  expect((await workspace.answer(follow)).text).toMatch(/^You asked term\?\./);
  expect(lines).toContainEqual(expect.objectContaining({ level: 'error', kind: 'turns' }));
  expect(JSON.stringify(lines)).not.toContain('secret words');
});
