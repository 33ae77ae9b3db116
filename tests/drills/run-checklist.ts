import { startPostgres } from '../fixtures/postgres-server.ts';
import { workTogether } from './checklist.ts';

const actions = Number(process.argv[2] ?? 1_000);
const seeds = Number(process.argv[3] ?? 3);

const server = await startPostgres();
let wrong = 0;
for (let seed = 1; seed <= seeds; seed += 1) {
  // The first seed shows two that live; all others lose one half-way.
  const kill = seed > 1;
  const counts = await workTogether({ seed, actions, kill, server });
  const { deliveries, acknowledged, changed, lost, twice, isSerial, isShown, seconds } = counts;
  const isRight = acknowledged === actions && lost === 0 && twice === 0 && isSerial && isShown;
  if (!isRight) wrong += 1;
  process.stdout.write(
    `seed ${seed}${kill ? ', one replica killed half-way' : ''}: ${actions} actions of two people in ${deliveries} ` +
      `deliveries to two replicas, ${acknowledged} acknowledged, ${changed} of them changed something, ${lost} lost, ` +
      `${twice} twice; the end is ${isSerial ? '' : 'NOT '}that of a serial execution, and is ${isShown ? '' : 'NOT '}` +
      `shown; ${seconds.toFixed(0)} s\n`,
  );
}
await server.stop();
process.stdout.write(wrong === 0 ? 'nothing was lost, nothing done twice\n' : `${wrong} runs went wrong\n`);
process.exit(wrong === 0 ? 0 : 1);
