import { leaseMs } from '../../src/listeners/hold.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { openBot } from '../harness/open-bot.ts';
import { once, post } from './arrange.ts';
import { type Fault, one } from './fault.ts';

const apart: { store?: Store } = {};

/** Another process finds the lease over, while a message of the first is still on its way. */
export const standingStill: Fault = {
  name: 'a process stands still, and another one takes its question over',
  act: 'mention',
  way: 'http',
  store: (now) => {
    apart.store = createMemoryStore({ now });
    return apart.store;
  },
  arrange: once(post, { kind: 'late', ms: 1_500 }),
  async during(bot) {
    const other = await openBot({
      way: 'http',
      beside: bot,
      store: (now) => apart.store ?? createMemoryStore({ now }),
    });
    other.pass(leaseMs);
    await other.app.sweep();
    await other.app.stop();
    await other.harness.close();
  },
  until: /^took back an answer/,
  ends: one,
};
