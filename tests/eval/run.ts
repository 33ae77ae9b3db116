import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { evaluate, readQuestions } from './evaluate.ts';
import { noOutsideScorer, outsideDifferences } from './outside.ts';
import { givenSet, openSets, sealedSet } from './sets.ts';
import { failure, summary, table } from './table.ts';

/**
 * `npm run eval -- [--sealed] [--show N] [FILE.jsonl …]`: scores question sets and lists at most N failures of each.
 * The sealed set only where it is asked for; the given one where it is there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '1000' }, sealed: { type: 'boolean', default: false } },
});

const files =
  positionals.length > 0 ? positionals : [...givenSet(), ...openSets, ...(values.sealed ? [sealedSet] : [])];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const asker = await seedAsker();
const sets = files.map((file) => ({
  file,
  name: basename(file),
  results: evaluate(asker, readQuestions(file)),
}));

const without = noOutsideScorer();
print(
  without === undefined
    ? 'Each set is scored by ours and by the outside scorer.'
    : `Only our own scorer is used: ${without}.`,
);
for (const { file, name, results } of sets) {
  print(`\n${name}\n${table(results)}`);
  const differences = without === undefined ? outsideDifferences(file, results) : [];
  if (without === undefined)
    print(`the outside scorer ${differences.length === 0 ? 'agrees' : `differs: ${differences.join('; ')}`}`);
  for (const result of results.filter(({ score }) => !score.right).slice(0, Number(values.show)))
    print(failure(result));
}
print(`\n${summary(sets)}`);
