import { expect, it, onTestFinished } from 'vitest';
import { leaseMs } from '../../src/listeners/hold.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { type Bot, openBot } from '../harness/open-bot.ts';

/** Two replicas on one store, of which only the first is sent anything. */
const openTwo = async (first: (store: Store) => Store = (store) => store): Promise<readonly [Bot, Bot]> => {
  const shared: { store?: Store } = {};
  const slow = await openBot({
    way: 'http',
    store: (now) => {
      shared.store = createMemoryStore({ now });
      return first(shared.store);
    },
  });
  onTestFinished(() => slow.close());
  const other = await openBot({
    way: 'http',
    store: (now) => shared.store ?? createMemoryStore({ now }),
    beside: slow,
  });
  onTestFinished(() => other.close());
  return [slow, other];
};

const answersIn = ({ workspace }: Bot): readonly string[] =>
  workspace.state.messages.filter(({ user }) => user === 'U0PRECEDENT').map(({ ts }) => ts);

const said = ({ lines }: Bot): readonly unknown[] => lines.map(({ msg }) => msg);

it('leaves one answer where a process stood still so long that another one answered', async () => {
  const [still, other] = await openTwo();
  still.harness.troubles.next('chat.postMessage', { kind: 'late', ms: 600 });
  await still.workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await expect.poll(() => still.harness.troubles.left('chat.postMessage')).toBe(0);
  // Its lease is over by the clock of the other one, which finds nothing in the thread and answers.
  other.pass(leaseMs);
  await other.app.sweep();
  const [first] = answersIn(other);
  await expect
    .poll(() => said(still))
    .toContain('took back an answer that another replica had given as well');
  expect(answersIn(other)).toEqual([first]);
});

it('leaves one answer where the store is away from the process that answers, and not from another one', async () => {
  let isAway = false;
  const unreachable = async (): Promise<never> => {
    throw new Error('the store is away');
  };
  const [cut, other] = await openTwo((store) => ({
    ...store,
    get: (key) => (isAway ? unreachable() : store.get(key)),
    update: (keys, change) => (isAway ? unreachable() : store.update(keys, change)),
  }));
  cut.harness.troubles.next('chat.postMessage', { kind: 'late', ms: 600 });
  await cut.workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await expect.poll(() => cut.harness.troubles.left('chat.postMessage')).toBe(0);
  isAway = true;
  other.pass(leaseMs);
  await other.app.sweep();
  const [first] = answersIn(other);
  await expect.poll(() => said(cut)).toContain('took back an answer that another replica had given as well');
  expect(answersIn(other)).toEqual([first]);
});

it('leaves one answer where the store was away, and the same comes to another process when it is back', async () => {
  let isAway = true;
  const [first, other] = await openTwo((store) => ({
    ...store,
    update: (keys, change) =>
      isAway ? Promise.reject(new Error('the store is away')) : store.update(keys, change),
  }));
  const asked = await first.workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await first.workspace.answer(asked);
  await expect.poll(() => said(first)).toContain('answered');
  isAway = false;
  await first.app.sweep();
  first.workspace.connect({ requestUrl: other.harness.requestUrl });
  const { channel, ts } = asked;
  const again = {
    type: 'app_mention',
    channel,
    channel_type: 'channel',
    user: 'U0DANA',
    text: '<@U0PRECEDENT> Optum',
    ts,
  };
  await first.workspace.event(again, { eventId: 'EvLater' });
  await other.app.stop();
  expect(answersIn(first)).toHaveLength(1);
});

it('leaves one answer where what a process posted last arrives after another one looked for it', async () => {
  const [gone, other] = await openTwo();
  gone.harness.troubles.next('chat.postMessage', { kind: 'late', ms: 300 });
  other.harness.troubles.next('chat.postMessage', { kind: 'late', ms: 900 });
  await gone.workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await expect.poll(() => gone.harness.troubles.left('chat.postMessage')).toBe(0);
  other.pass(leaseMs);
  await other.app.sweep();
  expect(said(other)).toContain('took back an answer that another replica had given as well');
  expect(answersIn(other)).toHaveLength(1);
});
