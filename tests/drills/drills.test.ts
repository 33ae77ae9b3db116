import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { hasPostgres, startPostgres } from '../fixtures/postgres-server.ts';
import { workTogether } from './checklist.ts';
import { crash } from './crash.ts';
import { names } from './fuzz/entries.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { tellingAsker } from './fuzz/telling-asker.ts';
import { measureLatency } from './latency.ts';
import { answerOnce } from './once.ts';
import { steady } from './steady.ts';

// The short versions; `npm run drill:…` has the long ones. What a machine that is busy may miss is not held to here.
describe('in a short drill', () => {
  it.skipIf(!hasPostgres())('two replicas, one of them killed, answer every message once', async () => {
    const server = await startPostgres();
    const counts = await answerOnce({ way: 'http', seed: 7, messages: 60, kill: true, server });
    await server.stop();
    expect(counts).toMatchObject({ answers: 60, missing: 0, twice: 0 });
  });

  it.skipIf(!hasPostgres())(
    'two people and two replicas, one of them killed, work on one checklist',
    async () => {
      const server = await startPostgres();
      const counts = await workTogether({ seed: 2, actions: 150, kill: true, server });
      await server.stop();
      expect(counts).toMatchObject({ acknowledged: 150, lost: 0, twice: 0, isSerial: true, isShown: true });
      expect(counts.changed).toBeGreaterThan(40);
    },
  );

  it('SQLite loses no acknowledged write when its writer is killed', async () => {
    const counts = await crash(3);
    expect(counts).toMatchObject({ kills: 3, lost: 0, half: 0, integrity: 'ok' });
    expect(counts.acknowledged).toBeGreaterThan(0);
  });

  it('generated payloads come by every way in, break nothing, leak nothing, and let nobody in', async () => {
    const asker = tellingAsker(makeAsker());
    const counts = await fuzz({
      payloads: 2_500,
      seed: 3,
      asker,
      store: createMemoryStore({ now: Date.now }),
    });
    expect(counts).toMatchObject({
      sent: 2_500,
      leaks: [],
      leaked: 0,
      problems: [],
      refused: 0,
      intruders: 0,
      unhandled: [],
      errors: {},
    });
    // What is registered is tried, whatever is added to the table.
    expect(names.filter((name) => (counts.entered[name] ?? 0) === 0)).toEqual([]);
    const told = [
      'response_url',
      'chat.postMessage',
      'chat.postEphemeral',
      'views.open',
      'views.publish',
      'ack',
    ];
    expect(told.filter((method) => (counts.replies[method] ?? 0) < 10)).toEqual([]);
    expect(Object.keys(counts.windows)).toEqual(
      expect.arrayContaining(['find:ask', 'share:to', 'feedback:why', 'checklist:add', 'settings:change']),
    );
  }, 60_000);

  it('commands are answered one after the other and side by side', async () => {
    const { ours, echo, failed } = await measureLatency(20, 60, 20);
    expect(failed).toBe(0);
    expect([ours, echo].every((ms) => ms > 0 && ms < 5_000)).toBe(true);
  });

  it('a steady rate is answered, and the figures say so', async () => {
    const { asked, answers, samples } = await steady({ seconds: 2, perSecond: 20, everySeconds: 1 });
    expect(answers).toBe(asked);
    expect(samples.at(-1)).toMatchObject({ answered: asked, inFlight: 0 });
  });
});
