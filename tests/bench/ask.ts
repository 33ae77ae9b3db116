import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { type Asker, type Turn, turnsOf } from '../../src/answer.ts';
import { createAsker } from '../../src/ask.ts';
import type { Library } from '../../src/corpus/library.ts';
import { loadCatalog } from '../../src/nlu/catalog.ts';
import { readQuestions } from '../eval/evaluate.ts';
import { givenSet, openSets } from '../eval/sets.ts';
import { root, seedLibrary } from '../fixtures/library.ts';
import { percentile, timed } from './stopwatch.ts';

/**
 * `npm run bench -- [--rounds N] [--slowest N]`: what a question costs, beside a bare MiniSearch search of the same
 * words over the same facts, question by question in one run. Only the ratios mean something elsewhere.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, slowest: { type: 'string', default: '5' } },
});
const rounds = Math.max(1, Number(values.rounds));
const most = { median: 10, tail: 10 };

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** MiniSearch as its manual sets it up: its own words, prefixes and typos off, the fields of a fact. */
const bareSearch = (library: Library): ((question: string) => unknown) => {
  const index = new MiniSearch({ fields: ['sentence', 'also', 'attribute', 'subject'] });
  index.addAll(
    [...library.facts.values()].map((fact) => ({
      id: fact.id,
      sentence: fact.sentence,
      also: (fact.values.also ?? []).join(' '),
      attribute: fact.attribute.replaceAll('-', ' '),
      subject: fact.subjects.map(library.nameOf).join(' '),
    })),
  );
  return (question) => index.search(question);
};

interface Asked {
  readonly id: string;
  readonly text: string;
  readonly turns: readonly Turn[];
}

/** Earlier turns are asked before the clock runs: a thread's readings are kept, not made anew. */
const prepared = (asker: Asker): Asked[] =>
  [...givenSet(), ...openSets].flatMap((file) =>
    readQuestions(file).map(({ id, text, history }) => {
      const turns = turnsOf(asker, history);
      return { id: `${basename(file, '.jsonl')} ${id}`, text, turns };
    }),
  );

/** Milliseconds of every round, of the question and of the bare search of its words. */
interface Cost extends Asked {
  readonly ask: readonly number[];
  readonly bare: readonly number[];
}

/** In each round each question is searched and asked in turn; the first round warms up and is left out. */
const measure = (asker: Asker, bare: (question: string) => unknown, questions: readonly Asked[]): Cost[] => {
  const costs = questions.map((question) => ({ ...question, ask: [] as number[], bare: [] as number[] }));
  for (let round = 0; round <= rounds; round += 1)
    for (const { text, turns, ...times } of costs) {
      const bareMs = timed(() => bare(text))[1];
      const askMs = timed(() => asker.ask(text, turns))[1];
      if (round === 0) continue;
      times.bare.push(bareMs);
      times.ask.push(askMs);
    }
  return costs;
};

const ms = (value: number): string => `${value.toFixed(3)} ms`.padStart(11);
const verdict = (name: string, value: number, bar: number): boolean => {
  print(`${name}: ${value.toFixed(1)} (bar: at most ${bar}) ${value <= bar ? 'holds' : 'DOES NOT HOLD'}`);
  return value <= bar;
};

const library = await seedLibrary();
const asker = createAsker(library, await loadCatalog(join(root, 'intents'), 'intents'));
const questions = prepared(asker);
const costs = measure(asker, bareSearch(library), questions);
const at = (p: number, of: 'ask' | 'bare'): number =>
  percentile(
    costs.flatMap((cost) => cost[of]),
    p,
  );
const middle = (times: readonly number[]): number => percentile(times, 50);

print(`${questions.length} questions over ${library.facts.size} facts, ${rounds} rounds`);
print(`${''.padEnd(18)}${'median'.padStart(11)}${'p95'.padStart(11)}${'p99'.padStart(11)}`);
for (const [name, of] of [
  ['a question', 'ask'],
  ['bare MiniSearch', 'bare'],
] as const)
  print(`${name.padEnd(18)}${[50, 95, 99].map((p) => ms(at(p, of))).join('')}`);
const held = [
  verdict('median of a question by median of MiniSearch', at(50, 'ask') / at(50, 'bare'), most.median),
  verdict('p99 of a question by its median', at(99, 'ask') / at(50, 'ask'), most.tail),
];
print('\nThe slowest, by the middle of their rounds:');
for (const cost of costs.toSorted((a, b) => middle(b.ask) - middle(a.ask)).slice(0, Number(values.slowest)))
  print(
    `- ${cost.id} ${ms(middle(cost.ask)).trim()} (MiniSearch ${ms(middle(cost.bare)).trim()}) ${JSON.stringify(cost.text.slice(0, 80))}`,
  );
if (held.includes(false)) process.exitCode = 1;
