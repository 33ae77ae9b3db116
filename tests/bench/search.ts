import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import type { Fact } from '../../src/corpus/fact.ts';
import { createFactSearch } from '../../src/corpus/search/facts.ts';
import { buildPassages, type PassageSearch, restorePassages } from '../../src/corpus/search/passages.ts';
import { stopWords } from '../../src/corpus/search/stop-words.ts';
import { termsOf } from '../../src/corpus/terms.ts';
import { createChance } from '../fixtures/chance.ts';
import type { Document } from '../ir/collection.ts';
import { buildFloor } from './floor.ts';
import { type Spread, spreadOf, timed, weighed } from './stopwatch.ts';
import { createVocabulary, makeDocuments, makeQuestions, type Questions } from './synthetic.ts';

/**
 * `npm run bench:search -- [--documents N] [--facts N,N] [--questions N]`: the searches of the product beside
 * MiniSearch's defaults and bare BM25, on made-up texts, all in one run. Only the ratios mean something elsewhere.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    facts: { type: 'string', default: '1000,10000,100000' },
    questions: { type: 'string', default: '100' },
  },
});
const each = Number(values.questions);
const sizes = (list: string): number[] =>
  list
    .split(',')
    .map(Number)
    .filter((size) => size > 0);

interface Engine {
  readonly name: string;
  readonly ask: (question: string) => unknown;
}

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
const spread = ({ p50, p95, p99 }: Spread): string => [p50, p95, p99].map(ms).join(' / ');
const times = (value: number, of: number): string => (of === 0 ? '–' : (value / of).toPrecision(2));

const miniSearchDefaults = (): MiniSearch<Document> =>
  new MiniSearch<Document>({ fields: ['title', 'text'] });

const filled = (documents: readonly Document[]): MiniSearch<Document> => {
  const index = miniSearchDefaults();
  index.addAll(documents);
  return index;
};

const buildRow = (name: string, built: { readonly ms: number; readonly bytes: number }, more = ''): void =>
  print(`| ${name} | ${ms(built.ms)} | ${(built.bytes / 1e6).toFixed(1)} | ${more || '– | – | –'} |`);

const snapshotOfPassages = (passages: PassageSearch, documents: readonly Document[]): string => {
  const [bytes, save] = timed(() => passages.toSnapshot());
  const [restored, load] = timed(() => restorePassages(bytes, documents));
  if (restored.rebuilt) throw new Error(`The snapshot was ${restored.rebuilt}.`);
  return `${(bytes.byteLength / 1e6).toFixed(1)} | ${ms(save)} | ${ms(load)}`;
};

const snapshotOfDefaults = (index: MiniSearch<Document>): string => {
  const [json, save] = timed(() => JSON.stringify(index));
  const [, load] = timed(() => MiniSearch.loadJSON<Document>(json, { fields: ['title', 'text'] }));
  return `${(json.length / 1e6).toFixed(1)} | ${ms(save)} | ${ms(load)}`;
};

const compare = (questions: Questions, engines: readonly Engine[]): void => {
  const [product, defaults, floor] = engines;
  if (!product || !defaults || !floor) return;
  print(
    '\n| question | product p50 / p95 / p99 ms | MiniSearch defaults | floor | product ÷ defaults, p50 and p99 | product ÷ floor, p50 and p99 |\n|---|---|---|---|---|---|',
  );
  for (const [kind, texts] of Object.entries(questions)) {
    const ours = spreadOf(texts, product.ask);
    const theirs = spreadOf(texts, defaults.ask);
    const bare = spreadOf(texts, floor.ask);
    const ratios = [theirs, bare].map(
      (other) => `${times(ours.p50, other.p50)}, ${times(ours.p99, other.p99)}`,
    );
    print(`| ${[kind, spread(ours), spread(theirs), spread(bare), ...ratios].join(' | ')} |`);
  }
};

const buildHead =
  '\n| engine | build ms | memory MB | snapshot MB | save ms | load ms |\n|---|---|---|---|---|---|';

const benchDocuments = (count: number): void => {
  const random = createChance(count);
  const vocabulary = createVocabulary(random);
  const documents = makeDocuments(count, 400, vocabulary);
  const questions = makeQuestions(each, documents, random, vocabulary);
  print(`\n## ${count} documents of 400 words`);
  print(buildHead);
  const product = weighed(() => buildPassages(documents));
  buildRow('product', product, snapshotOfPassages(product.value, documents));
  const defaults = weighed(() => filled(documents));
  buildRow('MiniSearch defaults', defaults, snapshotOfDefaults(defaults.value));
  const floor = weighed(() => buildFloor(documents));
  buildRow('floor', floor);
  compare(questions, [
    { name: 'product', ask: (question) => product.value.search(question) },
    { name: 'defaults', ask: (question) => defaults.value.search(question) },
    { name: 'floor', ask: floor.value },
  ]);
};

const factOf = ({ id, text }: Document): Fact => ({
  id,
  article: 'made-up',
  subjects: [`subject ${Number(id) % 97}`],
  attribute: 'scope',
  sentence: text,
  values: {},
});

const benchFacts = (count: number): void => {
  const random = createChance(count);
  const vocabulary = createVocabulary(random);
  const sentences = makeDocuments(count, 14, vocabulary);
  const facts = sentences.map(factOf);
  const questions = makeQuestions(each, sentences, random, vocabulary);
  print(`\n## ${count} facts of 14 words`);
  print(buildHead);
  const product = weighed(() => createFactSearch(facts, (subject) => subject));
  buildRow('product', product);
  const defaults = weighed(() => filled(sentences));
  buildRow('MiniSearch defaults', defaults, snapshotOfDefaults(defaults.value));
  const floor = weighed(() => buildFloor(sentences));
  buildRow('floor', floor);
  const telling = (question: string) => termsOf(question).filter(({ text }) => !stopWords.has(text));
  compare(questions, [
    { name: 'product', ask: (question) => product.value.search(telling(question)).slice(0, 10) },
    { name: 'defaults', ask: (question) => defaults.value.search(question) },
    { name: 'floor', ask: floor.value },
  ]);
};

print(`${each} questions of each kind; node ${process.version}`);
for (const count of sizes(values.facts)) benchFacts(count);
for (const count of sizes(values.documents)) benchDocuments(count);
