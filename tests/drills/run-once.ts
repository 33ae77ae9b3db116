import { startPostgres } from '../fixtures/postgres-server.ts';
import { answerOnce } from './once.ts';

const messages = Number(process.argv[2] ?? 1_000);
const seeds = Number(process.argv[3] ?? 10);

const server = await startPostgres();
let wrong = 0;
for (const way of ['http', 'socket'] as const)
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { deliveries, answers, missing, twice, seconds } = await answerOnce({
      way,
      seed,
      messages,
      // The first seed shows two that live; all others lose one half-way.
      kill: seed > 1 || seeds === 1,
      server,
    });
    const isRight = answers === messages && missing === 0 && twice === 0;
    if (!isRight) wrong += 1;
    process.stdout.write(
      `${way}, seed ${seed}${seed > 1 || seeds === 1 ? ', one killed half-way' : ''}: ${messages} messages in ` +
        `${deliveries} deliveries, ${answers} answers, ${missing} missing, ${twice} twice, ${seconds.toFixed(0)} s\n`,
    );
  }
await server.stop();
process.stdout.write(wrong === 0 ? 'each message has exactly one answer\n' : `${wrong} runs went wrong\n`);
process.exit(wrong === 0 ? 0 : 1);
