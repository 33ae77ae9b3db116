import { crash } from './crash.ts';

const { kills, acknowledged, lost, half, integrity } = await crash(Number(process.argv[2] ?? 200));
process.stdout.write(
  `${kills} times kill -9 in the middle of writes: ${acknowledged} acknowledged writes, ${lost} lost, ${half} half-written; ` +
    `the file: ${integrity}\n`,
);
process.exit(lost === 0 && half === 0 && integrity === 'ok' ? 0 : 1);
