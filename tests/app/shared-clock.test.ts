import { expect, it, onTestFinished } from 'vitest';
import { createSharedClock } from '../../src/app/shared-clock.ts';
import { leaseMs } from '../../src/listeners/hold.ts';
import { createLog } from '../../src/log.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSlack } from '../fixtures/make-slack.ts';
import { hasPostgres, startPostgres } from '../fixtures/postgres-server.ts';

const hour = 3_600_000;

const openLog = () => {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  return { lines, log: createLog({ level: 'info', secrets: [], destination }) };
};

it('reads as the machine’s own until it follows another one, then as that one, and says so where they differ', async () => {
  const { lines, log } = openLog();
  let own = 1_000;
  const clock = createSharedClock(() => own);
  expect(clock.now()).toBe(1_000);
  await clock.follow(async () => {
    own += 200;
    return 1_100 + hour;
  }, log);
  expect(clock.now()).toBe(1_200 + hour);
  own += 50;
  expect(clock.now()).toBe(1_250 + hour);
  expect(lines).toMatchObject([{ level: 'warn', ms: hour }]);
});

it('says nothing where the clocks agree, and stays as it was where the other one cannot be asked', async () => {
  const { lines, log } = openLog();
  const clock = createSharedClock(() => 5_000);
  await clock.follow(async () => 5_400, log);
  await expect(clock.follow(() => Promise.reject(new Error('away')), log)).rejects.toThrow('away');
  expect(clock.now()).toBe(5_400);
  expect(lines).toEqual([]);
});

it.skipIf(!hasPostgres())('lets replicas whose machines differ by hours work as one bot', async () => {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const url = await server.database();
  const { log } = openLog();
  let passed = 0;
  const openReplica = async (wrong: number) => {
    const clock = createSharedClock(() => Date.now() + wrong);
    const store = await openPostgresStore({ url, now: clock.now });
    onTestFinished(() => store.close());
    await clock.follow(() => store.time(), log);
    return { store, clock: () => clock.now() + passed };
  };
  const fast = await openSlack(await openReplica(hour));
  const { workspace } = fast;
  workspace.faults.next('chat.postMessage', { hang: true });
  await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
  await expect.poll(() => workspace.traffic.calls('chat.postMessage').length).toBe(1);
  const slow = await openSlack({ ...(await openReplica(-hour)), beside: fast });
  await slow.app.sweep();
  expect(workspace.traffic.calls('chat.postMessage')).toHaveLength(1);
  passed = leaseMs;
  await slow.app.sweep();
  const answers = workspace.state.messages.filter(({ user }) => user === 'U0PRECEDENT');
  expect(answers).toHaveLength(1);
});
