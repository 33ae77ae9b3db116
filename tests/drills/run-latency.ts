import { measureLatency } from './latency.ts';

const each = Number(process.argv[2] ?? 500);
const many = Number(process.argv[3] ?? 2_000);
const limit = 1.5;

const { ours, oursNew, oursMixed, echo, oursSlowest, failed, manyMs } = await measureLatency(each, many, 20);
const times = (ms: number): string => `${ms.toFixed(2)} ms, ${(ms / echo).toFixed(2)} times`;
const isRight = failed === 0 && oursMixed / echo <= limit;
process.stdout.write(
  `command to answer at the median, each kind ${each} times in turn; a bare echo bot: ${echo.toFixed(2)} ms\n` +
    `questions asked before: ${times(ours)} (99 of 100 within ${oursSlowest.toFixed(1)} ms)\n` +
    `questions that nobody asked before: ${times(oursNew)}\n` +
    `half of each, which is what counts: ${times(oursMixed)} (at most ${limit})\n` +
    `${many} commands, 20 at a time: ${failed} without an answer, ${Math.round((many / manyMs) * 1000)} a second\n`,
);
process.exit(isRight ? 0 : 1);
