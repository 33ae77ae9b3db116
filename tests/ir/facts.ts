import { join } from 'node:path';
import { createLibrary } from '../../src/corpus/library.ts';
import { readArticles } from '../../src/corpus/read.ts';
import { measureFacts, readFactQuestions, searches } from './fact-questions.ts';

/**
 * `npm run eval:facts`: how well the sentence that answers a question is found among the facts of the library, by the
 * search of facts and by other ways. The last line is JSON.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const library = createLibrary(await readArticles(join(import.meta.dirname, '../../seeds'), 'seeds'));
const { questions, lost } = readFactQuestions(join(import.meta.dirname, 'facts.jsonl'), library);
print(`${questions.length} questions, ${library.facts.size} facts`);
for (const id of lost) print(`No fact has the id ${id}: correct tests/ir/facts.jsonl.`);
print('\n| way | reciprocal rank | right first | right in the first 5 |\n|---|---|---|---|');
const measured = searches(library).map(({ name, search }) => ({ name, ...measureFacts(search, questions) }));
for (const { name, reciprocalRank, first, inFive } of measured)
  print(`| ${[name, ...[reciprocalRank, first, inFive].map((share) => share.toFixed(3))].join(' | ')} |`);
print(`\n${JSON.stringify({ questions: questions.length, ...measured[0] })}`);
if (lost.length > 0) process.exitCode = 1;
