import { measureLatency } from './latency.ts';

const each = Number(process.argv[2] ?? 500);
const many = Number(process.argv[3] ?? 2_000);
const limit = 1.5;

const { ours, oursNew, echo, oursSlowest, failed, manyMs } = await measureLatency(each, many, 20);
const ratio = ours / echo;
process.stdout.write(
  `command to answer, ${each} each in turn: ours ${ours.toFixed(2)} ms at the median (99 of 100 within ` +
    `${oursSlowest.toFixed(1)} ms), a bare echo bot ${echo.toFixed(2)} ms: ${ratio.toFixed(2)} times (at most ${limit}); ` +
    `questions that nobody asked before ${oursNew.toFixed(2)} ms: ${(oursNew / echo).toFixed(2)} times\n` +
    `${many} commands, 20 at a time: ${failed} without an answer, ${Math.round((many / manyMs) * 1000)} a second\n`,
);
process.exit(failed === 0 && ratio <= limit ? 0 : 1);
