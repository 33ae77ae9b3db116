import { measureLatency } from './latency.ts';

const each = Number(process.argv[2] ?? 500);
const many = Number(process.argv[3] ?? 2_000);
/** Of a command that was asked before, and of one that is read, answered and drawn for the first time. */
const limit = { known: 1.5, fresh: 3.5 };

const { ours, oursNew, echo, oursSlowest, failed, manyMs } = await measureLatency(each, many, 20);
const times = (ms: number): string => `${ms.toFixed(2)} ms, ${(ms / echo).toFixed(2)} times`;
const isRight = failed === 0 && ours / echo <= limit.known && oursNew / echo <= limit.fresh;
process.stdout.write(
  `command to answer at the median, each kind ${each} times in turn; a bare echo bot: ${echo.toFixed(2)} ms\n` +
    `questions asked before: ${times(ours)}, at most ${limit.known} (99 of 100 within ${oursSlowest.toFixed(1)} ms)\n` +
    `questions that nobody asked before: ${times(oursNew)}, at most ${limit.fresh}\n` +
    `${many} commands, 20 at a time: ${failed} without an answer, ${Math.round((many / manyMs) * 1000)} a second\n`,
);
process.exit(isRight ? 0 : 1);
