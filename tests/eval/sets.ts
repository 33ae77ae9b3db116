import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { plainWords, root, runsOf } from '../fixtures/library.ts';
import { readQuestions } from './evaluate.ts';

/** Our own set that is kept for the end. The one before it, `sealed.jsonl`, was opened and is worked with since. */
export const sealedSet = join(import.meta.dirname, 'sealed2.jsonl');

/** Our own sets that are worked with. */
export const openSets: readonly string[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => join(import.meta.dirname, name))
  .filter((file) => file !== sealedSet)
  .sort();

/** The set that was given with the task, where it is there. */
export const givenSet = (): string[] =>
  [join(root, '../shared/questions/dev.jsonl')].filter((file) => existsSync(file));

/** What was asked, word by word, and where it stands. */
export interface Asked {
  readonly id: string;
  readonly words: readonly string[];
}

/** Every question of every set, ours and the given one where it is there. Sealed questions are named by their ids alone. */
export const everyQuestion = (): Asked[] =>
  [...openSets, sealedSet, ...givenSet()].flatMap((file) =>
    readQuestions(file).map(({ id, text }) => ({
      id: `${basename(file)} ${id}`,
      words: plainWords(text.replaceAll(/<[^>]*>/g, ' ')),
    })),
  );

const textIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|md|json|yaml|js|html)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Every run of five words that stands in what the bot is made of. */
export const runsOfTheBot = (size: number): ReadonlySet<string> =>
  new Set(['src', 'intents', 'seeds'].flatMap(textIn).flatMap((text) => runsOf(plainWords(text), size)));
