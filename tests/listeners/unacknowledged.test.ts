import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { openBot } from '../harness/open-bot.ts';

/** A store that has not answered when the connection to Slack breaks: it takes the claim then, or does not. */
const slow = (store: Store, take: Store['update']): Store => ({
  ...store,
  async update(keys, change) {
    await pause(400);
    return take(keys, change);
  },
});

it.each(['kept', 'away'] as const)(
  'a question is answered once where the socket breaks before it can be acknowledged, the store being %s',
  async (kind) => {
    const bot = await openBot({
      way: 'socket',
      store: (now) => {
        const store = createMemoryStore({ now });
        return slow(
          store,
          kind === 'kept' ? store.update : () => Promise.reject(new Error('the store is away')),
        );
      },
    });
    onTestFinished(() => bot.close());
    const asked = bot.workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await pause(150);
    bot.harness.sockets.drop();
    await asked;
    const answers = () => bot.workspace.state.messages.filter(({ user }) => user === 'U0PRECEDENT');
    await expect.poll(() => answers().length, { timeout: 6_000 }).toBe(1);
    // Slack sends again what was not acknowledged.
    await expect.poll(() => bot.workspace.connections, { timeout: 6_000 }).toBe(1);
    bot.pass(5 * 60_000);
    await bot.workspace.tick();
    await bot.workspace.settled();
    expect(answers()).toHaveLength(1);
    expect(bot.lines.map(({ msg }) => msg)).toContain(
      'could not acknowledge a question or click; answering it',
    );
  },
  20_000,
);
