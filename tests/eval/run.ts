import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAsker } from '../../src/app.ts';
import { evaluate, type Result, readQuestions, table } from './evaluate.ts';

/** `npm run eval -- [--sealed] [--show N] [FILE.jsonl …]`: scores question sets and lists what failed. */
const root = join(import.meta.dirname, '../..');
const given = join(root, '../shared/questions/dev.jsonl');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '1000' }, sealed: { type: 'boolean', default: false } },
});

const files =
  positionals.length > 0
    ? positionals
    : [
        ...(existsSync(given) ? [given] : []),
        join(import.meta.dirname, 'work.jsonl'),
        ...(values.sealed ? [join(import.meta.dirname, 'sealed.jsonl')] : []),
      ];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const failure = ({ question, reply, score }: Result): string =>
  `- ${question.id} ${JSON.stringify(question.text.slice(0, 120))}${question.history.length > 0 ? ` after ${JSON.stringify(question.history)}` : ''}\n    ${score.why.join('; ')} | ${reply.intent}, ${reply.outcome} | ${reply.lead.slice(0, 240)}`;

const asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
if (!existsSync(given))
  print('The given questions (../shared/questions) are not here; only our own sets are scored.');
for (const file of files) {
  const results = evaluate(asker, readQuestions(file));
  print(`\n${file.split('/').at(-1)}`);
  print(table(results));
  for (const result of results.filter(({ score }) => !score.right).slice(0, Number(values.show)))
    print(failure(result));
}
