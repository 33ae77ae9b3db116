import { writeFileSync } from 'node:fs';
import { hasPostgres } from '../fixtures/postgres-server.ts';
import { faultsHere } from './faults.ts';
import { type Ending, suffer, waysOf } from './suffer.ts';
import { tableOf } from './table.ts';

/** As many at once as two cores can serve without making a fault of their own. */
const atOnce = 6;

const faults = faultsHere(hasPostgres());

const runAll = async (): Promise<Ending[][]> => {
  const endings: Ending[][] = faults.map(() => []);
  const jobs = faults.flatMap((fault, at) => waysOf(fault).map((way) => ({ fault, at, way })));
  const worker = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift())
      endings[job.at]?.push(await suffer(job.fault, job.way));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return endings;
};

const main = async (): Promise<void> => {
  const endings = await runAll();
  const wrong = endings.flat().filter(({ fault, outcome }) => outcome !== fault.ends);
  for (const { fault, way, outcome } of wrong)
    process.stdout.write(`${way}: ${fault.name}, ${fault.act}: ${outcome}; must be: ${fault.ends}\n`);
  process.stdout.write(`${endings.flat().length} faults, ${wrong.length} ended otherwise than they must.\n`);
  if (wrong.length === 0) writeFileSync(new URL('../../docs/faults.md', import.meta.url), tableOf(endings));
  process.exit(wrong.length === 0 ? 0 : 1);
};

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
