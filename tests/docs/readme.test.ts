import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { leadText } from '../../src/answer.ts';
import { openAsker } from '../../src/app.ts';
import { root, written, writtenPages } from './written.ts';

const text = readFileSync(join(root, 'README.md'), 'utf8');

/** The first block of code of a language under a heading. */
const example = (heading: string, language: string): string => {
  const section = text.split(`## ${heading}\n`)[1] ?? '';
  return section.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
};

/** A copy of the knowledge and the intents, with the code and the packages where they are expected. */
const makeHouse = (): string => {
  const house = mkdtempSync(join(tmpdir(), 'readme-'));
  onTestFinished(() => rmSync(house, { recursive: true }));
  for (const folder of ['seeds', 'intents'])
    cpSync(join(root, folder), join(house, folder), { recursive: true });
  for (const folder of ['src', 'node_modules']) symlinkSync(join(root, folder), join(house, folder));
  return house;
};

const openHouse = (house: string) =>
  openAsker({ seeds: join(house, 'seeds'), intents: join(house, 'intents') });

it.each(writtenPages)('%s stands as npm run docs writes it', async (page) => {
  const stands = readFileSync(join(root, page), 'utf8');
  expect(await written(page, stands)).toBe(stands);
});

it.each(writtenPages)('%s names no file of the code that is not there', (page) => {
  const named = readFileSync(join(root, page), 'utf8').matchAll(
    /`((?:src|intents|nlu|corpus|wording|blocks|listeners|store)\/[\w./-]+)`/g,
  );
  const missing = [...new Set([...named].map((match) => match[1] ?? ''))].filter((path) =>
    [path, `src/${path}`, `src/${path}.ts`].every((way) => !existsSync(join(root, way))),
  );
  expect(missing).toEqual([]);
});

it('shows an article that is one file and can be asked about', async () => {
  const house = makeHouse();
  writeFileSync(join(house, 'seeds/example-acme-2019.md'), example('Add an article', 'markdown'));
  const asker = await openHouse(house);
  const { answer } = asker.ask('how long is the Example Health contract', []);
  expect([answer.outcome, leadText(answer), answer.citations.map(({ article }) => article)]).toEqual([
    'answered',
    'The Example Health–Acme contract runs five years.',
    ['example-acme-2019'],
  ]);
  expect(leadText(asker.ask('Acme', []).answer)).toContain('Example Health');
});

it('shows an intent that is one file and wins its own examples', async () => {
  const house = makeHouse();
  const source = example('Add an intent', 'ts');
  writeFileSync(join(house, 'intents/market.ts'), source);
  const asker = await openHouse(house);
  const examples = [...(source.match(/examples: \[(.*)\]/)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  expect(examples.length).toBeGreaterThan(2);
  const read = examples.map((utterance) => asker.ask(utterance, []));
  expect(read.map(({ reading, answer }) => [reading.intent, answer.outcome])).toEqual(
    examples.map(() => ['market', 'answered']),
  );
});
