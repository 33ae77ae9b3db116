import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { openAsker } from '../../src/app.ts';
import { root } from '../fixtures/library.ts';

let asker: Asker;
beforeAll(async () => {
  asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
});

const after = (earlier: string, text: string) => {
  const { reading } = asker.ask(text, [asker.ask(earlier, [])]);
  return [reading.intent, reading.subjects, reading.carried];
};

it.each([
  ['transition checklist', 'transition-checklist'],
  ['transition checklist?', 'transition-checklist'],
  ['help', 'help'],
  ['', 'help'],
  ['all deals', 'list-deals'],
  ['who kept it in house', 'list-deals'],
])('"%s" begins anew, whatever was asked before', (text, intent) => {
  expect(after('tell me about Beth Israel', text)).toEqual([intent, [], []]);
});

it('a question that lacks its subject takes the one before', () => {
  expect(after('tell me about the Kaiser deal', 'and how long?')).toEqual([
    'fact',
    ['kaiser-permanente'],
    ['subjects'],
  ]);
});
