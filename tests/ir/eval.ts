import { parseArgs } from 'node:util';
import { crossValidate } from './choose.ts';
import { type Collection, knownItems, readCollection } from './collection.ts';
import { miniSearch, product } from './engines.ts';
import { halves, type Measured, measure } from './measure.ts';
import { stepsTable } from './steps.ts';

/**
 * `npm run eval:search -- [--steps] [--choose] [--known-item] FOLDER`: measures the search of long passages on a test
 * collection, beside MiniSearch's defaults. The last line is JSON.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    steps: { type: 'boolean', default: false },
    choose: { type: 'boolean', default: false },
    'known-item': { type: 'boolean', default: false },
  },
});

const round = (value: number): number => Number(value.toFixed(4));

const row = (name: string, { ndcg10, recall10, msPerQuery, each }: Measured): string => {
  const [odd, even] = halves(each);
  return `${name.padEnd(20)} nDCG@10 ${ndcg10.toFixed(4)} (odd half ${odd.toFixed(4)}, even half ${even.toFixed(4)})  recall@10 ${recall10.toFixed(4)}  ${msPerQuery.toFixed(2)} ms`;
};

const both = (ours: Measured, theirs: Measured, of: 'ndcg10' | 'recall10' | 'msPerQuery') => ({
  product: round(ours[of]),
  minisearch: round(theirs[of]),
});

const report = (collection: Collection): void => {
  const ours = measure(product(collection.documents), collection);
  const theirs = measure(miniSearch(collection.documents), collection);
  print(row('product', ours));
  print(row('MiniSearch defaults', theirs));
  print(
    JSON.stringify({
      collection: collection.name,
      queries: collection.questions.length,
      ndcg10: both(ours, theirs, 'ndcg10'),
      recall10: both(ours, theirs, 'recall10'),
      msPerQuery: both(ours, theirs, 'msPerQuery'),
    }),
  );
};

const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('Give the folder of a collection: docs.jsonl, queries.jsonl, qrels.tsv.\n');
  process.exitCode = 2;
} else {
  const given = readCollection(folder);
  const collection = values['known-item'] ? knownItems(given) : given;
  if (values.steps) print(`${stepsTable(collection)}\n`);
  if (values.choose) print(`${crossValidate(collection)}\n`);
  report(collection);
}
