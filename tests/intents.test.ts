import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asker, leadText } from '../src/answer.ts';
import { openAsker } from '../src/app.ts';
import { StartError } from '../src/errors.ts';
import type { Intent } from '../src/intent.ts';
import { loadCatalog } from '../src/nlu/catalog.ts';
import { root } from './fixtures/library.ts';
import { makeArticle } from './fixtures/make-article.ts';

const intents: readonly Intent[] = await loadCatalog(join(root, 'intents'), 'intents');
const asker: Asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });

describe('the intents', () => {
  it('are nine, named by their files', () => {
    expect(intents.map(({ name }) => name)).toEqual([
      'compare-deals',
      'deal-profile',
      'fact',
      'find-precedents',
      'help',
      'list-deals',
      'list-vendors',
      'transition-checklist',
      'vendor-profile',
    ]);
  });

  describe.each(intents.map(({ name, examples }) => ({ name, examples })))('$name', ({ name, examples }) => {
    it.each(examples)('wins "%s"', (example) => {
      expect(asker.ask(example, []).reading.intent).toBe(name);
    });

    it.each(examples)('answers "%s"', (example) => {
      const { answer } = asker.ask(example, []);
      expect(answer.outcome).not.toBe('unclear');
      expect(answer.outcome).not.toBe('failed');
      expect(leadText(answer)).not.toBe('');
    });
  });
});

/** A folder that stands where the repository stands for what is in it: `src` and `node_modules` are the real ones. */
let place: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'intents-'));
  symlinkSync(join(root, 'src'), join(place, 'src'));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
});
afterAll(() => rmSync(place, { recursive: true }));

const folderOf = (name: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(place, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
};

const intentFile = (examples: readonly string[], more = ''): string => `
import { defineIntent } from '../src/intent.ts';
export default defineIntent({
  summary: 'the time of day',
  examples: ${JSON.stringify(examples)},
  fits: (seen) => (seen.cue('clock') ? 1.5 : 0),
  answer: () => ({ outcome: 'answered', lead: [{ text: 'It is always noon here.', facts: [], cites: [] }] }),
  ${more}
});`;

const refusal = async (folder: string): Promise<unknown> =>
  loadCatalog(folder, 'intents').catch((error: unknown) =>
    error instanceof StartError ? error.problems : error,
  );

describe('a folder of intents with mistakes', () => {
  it('is refused with every file of a wrong shape', async () => {
    const folder = folderOf('shapes', {
      'empty.ts': 'export default {};',
      'few.ts': intentFile(['one', 'two']),
      'more.ts': intentFile(['a', 'b', 'c'], 'priority: 1,'),
      'none.ts': 'export const intent = 1;',
      'sound.ts': intentFile(['what does the clock say', 'clock', 'clock please']),
    });
    const remedy = 'Export defineIntent({ summary, examples, fits, answer }) as the default.';
    expect(await refusal(folder)).toEqual([
      ...['summary', 'examples'].map((field) => ({
        file: 'intents/empty.ts',
        field,
        message: expect.stringMatching(/received undefined\.$/),
        remedy,
      })),
      ...['fits', 'answer'].map((field) => ({
        file: 'intents/empty.ts',
        field,
        message: 'is no function.',
        remedy,
      })),
      {
        file: 'intents/few.ts',
        field: 'examples',
        message: 'Too small: expected array to have >=3 items.',
        remedy,
      },
      {
        file: 'intents/more.ts',
        field: 'default export',
        message: 'Unrecognized key: "priority".',
        remedy,
      },
      {
        file: 'intents/none.ts',
        field: 'default export',
        message: expect.stringMatching(/received undefined\.$/),
        remedy,
      },
    ]);
  });

  it('is refused with an example that stands twice, naming both files', async () => {
    const folder = folderOf('twice', {
      'clock.ts': intentFile(['what does the clock say', 'clock', 'clock please']),
      'watch.ts': intentFile(['watch', 'Clock  please', 'wrist watch']),
    });
    expect(await refusal(folder)).toEqual([
      {
        file: 'intents/watch.ts',
        field: 'examples',
        message: '"Clock  please" stands in intents/clock.ts too.',
        remedy: 'Keep it in one of them.',
      },
    ]);
  });

  it('is refused with a file that cannot be loaded', async () => {
    const folder = folderOf('broken', { 'broken.ts': "throw new Error('no luck today');" });
    expect(await refusal(folder)).toEqual([
      {
        file: 'intents/broken.ts',
        message: 'The file cannot be loaded (no luck today).',
        remedy: 'Mend it, or move it out of the folder.',
      },
    ]);
  });

  it('is refused when it is empty, and when it is not there', async () => {
    expect(await refusal(folderOf('empty', {}))).toMatchObject([{ message: 'The folder holds no intent.' }]);
    expect(await refusal(join(place, 'nowhere'))).toMatchObject([
      { message: 'The folder of intents cannot be read.' },
    ]);
  });
});

describe('adding one file', () => {
  it('adds an intent', async () => {
    const folder = join(place, 'intents');
    cpSync(join(root, 'intents'), folder, { recursive: true });
    writeFileSync(join(folder, 'clock.ts'), intentFile(['what does the clock say', 'clock', 'clock please']));
    const extended = await openAsker({ seeds: join(root, 'seeds'), intents: folder });
    const { reading, answer } = extended.ask('what does the clock say now', []);
    expect([reading.intent, leadText(answer)]).toEqual(['clock', 'It is always noon here.']);
    expect(extended.examples).toContainEqual({ text: 'what does the clock say', about: 'the time of day' });
    expect(extended.ask('Optum', []).reading.intent).toBe('vendor-profile');
  });

  it('adds an article', async () => {
    const folder = join(place, 'seeds');
    cpSync(join(root, 'seeds'), folder, { recursive: true });
    writeFileSync(join(folder, 'example-acme-2019.md'), makeArticle());
    const extended = await openAsker({ seeds: folder, intents: join(root, 'intents') });
    const { answer } = extended.ask('how long is the Example Health contract', []);
    expect([leadText(answer), answer.citations.map(({ article }) => article)]).toEqual([
      'The Example Health–Acme contract runs five years.',
      ['example-acme-2019'],
    ]);
    expect(leadText(extended.ask('how long is the Kaiser contract', []).answer)).toContain('seven years');
    expect(extended.ask('Acme', []).answer.citations.map(({ article }) => article)).toEqual([
      'example-acme-2019',
    ]);
  });
});
