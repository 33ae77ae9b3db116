import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './fixtures/library.ts';
import { makeArticle } from './fixtures/make-article.ts';

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ask = (...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'ask', ...words], { cwd: root });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });

let folder: string;
let batch: Ran;
let json: Ran;
let broken: Ran;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ask-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const questions = [
    { id: 'q1', text: 'how long is the Example Health contract', kind: 'ignored', expect: {} },
    { id: 'q2', text: 'and the value?', history: ['tell me about Example Health'] },
    { id: 'q3', text: 'what did Optum pay', history: [] },
    { id: 'q4', text: 'thanks!' },
  ];
  const lines = questions.map((question) => JSON.stringify(question));
  const batchFile = file(
    'questions.jsonl',
    `${lines.slice(0, 2).join('\n')}\n\n${lines.slice(2).join('\n')}\n`,
  );
  file('example-acme-2019.md', makeArticle());
  file('README.md', '# Not an article');
  const other = mkdtempSync(join(folder, 'broken-'));
  writeFileSync(join(other, 'a.md'), 'nothing');
  [batch, json, broken] = await Promise.all([
    ask('--batch', batchFile, '--articles', folder),
    ask('--json', '--history', 'tell me about Kaiser', '--history', 'and Mission Health', 'how long is it?'),
    ask('--articles', other, 'Optum'),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const keys = [
  'id',
  'intent',
  'entities',
  'outcome',
  'answered',
  'lead',
  'text',
  'readAs',
  'suggestions',
  'citations',
  'ms',
];
const outcomes =
  /^(answered|corrected|partial|conflicting|withheld|not-stated|not-held|unclear|help|social|failed)$/;
const example = { article: 'example-acme-2019', publisher: 'Example News', published: 'April 3, 2019' };

describe('a batch', () => {
  const replies = (): Record<string, unknown>[] =>
    batch.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('prints one JSON line for each question, in order, and nothing else', () => {
    expect(replies().map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4']);
    expect([batch.code, batch.stderr]).toEqual([0, '']);
  });

  it('gives each line the fields of the contract, in their order and of their kind', () => {
    for (const reply of replies()) {
      expect(Object.keys(reply)).toEqual(keys);
      expect(reply).toMatchObject({
        intent: expect.any(String),
        entities: {
          clients: expect.any(Array),
          vendors: expect.any(Array),
          people: expect.any(Array),
          years: expect.any(Array),
        },
        outcome: expect.stringMatching(outcomes),
        answered: expect.any(Boolean),
        lead: expect.stringMatching(/./),
        readAs: expect.any(String),
        suggestions: expect.any(Array),
        citations: expect.any(Array),
        ms: expect.any(Number),
      });
      expect(String(reply.text).startsWith(String(reply.lead).slice(0, 20))).toBe(true);
    }
  });

  it('answers from the articles of the folder alone', () => {
    const [term, value, strange, thanks] = replies();
    expect(term).toMatchObject({
      intent: 'fact',
      entities: { clients: ['Example Health'], vendors: [], people: [], years: [] },
      outcome: 'answered',
      answered: true,
      lead: 'The Example Health–Acme contract runs five years.',
      citations: [example],
    });
    expect(value).toMatchObject({
      entities: { clients: ['Example Health'] },
      outcome: 'withheld',
      answered: false,
      lead: expect.stringContaining('does not disclose'),
      citations: [example],
    });
    expect(strange).toMatchObject({ outcome: 'not-held', answered: false, citations: [] });
    expect(thanks).toMatchObject({ intent: 'unknown', outcome: 'social', answered: true, citations: [] });
  });
});

describe('one question', () => {
  it('with --json is one line of the same form; --history is the conversation before it', () => {
    const reply: Record<string, unknown> = JSON.parse(json.stdout);
    expect([json.code, json.stderr, json.stdout.trimEnd().split('\n').length]).toEqual([0, '', 1]);
    expect(Object.keys(reply)).toEqual(keys);
    expect(reply).toMatchObject({
      entities: { clients: ['Mission Health'] },
      lead: expect.stringMatching(/10-year|ten years|10 years/),
      citations: [{ article: 'mission-cerner-2014', publisher: 'InformationWeek' }],
    });
  });
});

describe('a mistake of the operator', () => {
  it('is told in a sentence with file, line and remedy, and ends with exit code 1', () => {
    expect([broken.code, broken.stdout]).toEqual([1, '']);
    expect(broken.stderr).toMatch(
      /a\.md:1 The article has no front matter\. Begin with a line ---, the fields, and a line ---\.\n$/,
    );
    expect(broken.stderr).not.toMatch(/\n\s+at /);
  });
});
