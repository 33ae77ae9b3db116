import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Asker, isAnswered, leadText, type Turn, turnsOf } from './answer.ts';
import { openAsker } from './app.ts';
import { answerText } from './blocks/text.ts';
import { StartError } from './errors.ts';

const root = join(import.meta.dirname, '..');
const usage = `npm run -s ask -- [--json] [--articles DIR] [--history TEXT]… TEXT
npm run -s ask -- --batch FILE.jsonl [--articles DIR]`;

const lineSchema = z.object({ id: z.string(), text: z.string(), history: z.array(z.string()).default([]) });

/** Earlier user turns are asked first, so that a conversation is read the same way everywhere. */
const converse = (asker: Asker, text: string, history: readonly string[]): Turn =>
  asker.ask(text, turnsOf(asker, history));

const entitiesOf = (asker: Asker, turn: Turn): unknown => asker.entities(turn.reading);

/** One reply as the command-line contract gives it. `ms` is the time of this question, its history included. */
const record = (asker: Asker, id: string, text: string, history: readonly string[]): unknown => {
  const before = performance.now();
  const turn = converse(asker, text, history);
  const ms = Math.round((performance.now() - before) * 100) / 100;
  const { answer, reading } = turn;
  return {
    id,
    intent: reading.intent,
    entities: entitiesOf(asker, turn),
    outcome: answer.outcome,
    answered: isAnswered(answer.outcome),
    lead: leadText(answer),
    text: answerText(answer),
    readAs: answer.readAs,
    suggestions: answer.suggestions.map((suggestion) => suggestion.label),
    citations: answer.citations.map(({ article, publisher, published }) => ({
      article,
      publisher,
      published,
    })),
    ms,
  };
};

const print = (value: unknown): void =>
  void process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);

const readLines = async (file: string): Promise<string[]> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartError([{ file, message: 'The file cannot be read.', remedy: 'Name a file that exists.' }]);
  });
  return text.split('\n');
};

const batch = async (asker: Asker, file: string): Promise<void> => {
  for (const [index, line] of (await readLines(file)).entries()) {
    if (line.trim() === '') continue;
    const result = lineSchema.safeParse(parseJson(line));
    if (!result.success) {
      throw new StartError([
        {
          file,
          line: index + 1,
          message: 'This is no question.',
          remedy: 'Write {"id":"…","text":"…","history":[…]} on one line.',
        },
      ]);
    }
    print(record(asker, result.data.id, result.data.text, result.data.history));
  }
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      articles: { type: 'string' },
      batch: { type: 'string' },
      history: { type: 'string', multiple: true, default: [] },
    },
  });
  const [command, ...words] = positionals;
  if (command !== 'ask' || (values.batch === undefined && words.length === 0))
    throw new StartError([{ file: 'ask', message: 'No question was given.', remedy: usage }]);
  const seeds = values.articles === undefined ? join(root, 'seeds') : resolve(values.articles);
  const asker = await openAsker({ seeds, intents: join(root, 'intents') });
  if (values.batch !== undefined) return batch(asker, values.batch);
  const text = words.join(' ');
  if (values.json) return print(record(asker, 'ask', text, values.history));
  const { answer } = converse(asker, text, values.history);
  print(answerText(answer));
  if (answer.readAs !== '') print(`\nRead as: ${answer.readAs}`);
  if (answer.suggestions.length > 0)
    print(`Next: ${answer.suggestions.map((suggestion) => suggestion.label).join(' · ')}`);
};

// Whoever reads us may stop reading (`| head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
