import { manifest } from '../harness/manifest.ts';
import { askerOver } from './library-of.ts';
import { walkSurfaces } from './surfaces.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5, 500, 5_000];
let isRight = true;
for (const size of sizes) {
  const { used, seen, wrong } = await walkSurfaces(await askerOver(size), manifest.shortcuts);
  const presses = [...used.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `${size.toLocaleString('en-US')} articles: ${seen} messages and views, ${presses} presses of ${used.size} kinds, ${wrong.length} wrong\n`,
  );
  process.stdout.write(`  ${[...used.keys()].sort().join(', ')}\n`);
  for (const line of wrong) process.stdout.write(`  ${line.slice(0, 400)}\n`);
  isRight &&= wrong.length === 0;
}
process.exit(isRight ? 0 : 1);
