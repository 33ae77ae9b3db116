import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticle, readArticles } from '../../src/corpus/read.ts';
import { StartError } from '../../src/errors.ts';
import { makeArticle } from '../fixtures/make-article.ts';

const problemsOf = (text: string): unknown => readArticle('seeds/example.md', text).problems;
const file = 'seeds/example.md';
const fields = 'Correct it; seeds/README.md lists the fields.';

describe('a sound article', () => {
  it('comes out with its source, names, facts and lines', () => {
    const { article, problems } = readArticle(file, makeArticle());
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      id: 'example',
      title: 'Example Health hands its service desk to Acme',
      published: { year: 2019, month: 4, day: 3, inferred: false },
      deals: { 'example-acme': { client: 'Example Health', vendor: ['Acme'] } },
    });
    expect(article?.bullets[1]).toEqual({
      line: 17,
      about: ['example-acme'],
      attribute: 'term',
      sentence: 'The Example Health–Acme contract runs five years.',
      braces: { years: [{ low: 5, high: 5, mark: 'exactly' }] },
    });
    expect(Object.fromEntries(article?.lines ?? [])).toEqual({
      'organisations.Example Health': 7,
      'organisations.Acme': 8,
      'people.Ann Lee': 10,
      'deals.example-acme': 12,
    });
  });

  it('may come from Windows, with a byte order mark and spaces at line ends', () => {
    const text = `\uFEFF${makeArticle().replaceAll('}\n', '}  \n').replaceAll('\n', '\r\n')}`;
    const { article, problems } = readArticle(file, text);
    expect([article?.bullets.length, problems]).toEqual([4, []]);
  });
});

describe('a broken front matter', () => {
  it('names a missing and an unknown field where they stand', () => {
    const front = `publisher: Example News
published: last spring
kind: rumour
organisations:
  Acme: {is: vendor, colour: red}
deals:
  Example Acme: {client: Acme, vendor: none}`;
    expect(problemsOf(makeArticle({ front, body: '' }))).toEqual([
      { file, line: 2, field: 'title', message: 'The field is missing.', remedy: fields },
      {
        file,
        line: 3,
        field: 'published',
        message: '"last spring" is not a date such as 2009, 2024?-02-01 or 2009-03-16?.',
        remedy: fields,
      },
      {
        file,
        line: 4,
        field: 'kind',
        message: 'Invalid option: expected one of "news"|"interview"|"feature"|"guidance".',
        remedy: fields,
      },
      {
        file,
        line: 6,
        field: 'organisations.Acme.colour',
        message: 'Unrecognized key: "colour".',
        remedy: fields,
      },
      {
        file,
        line: 8,
        field: 'deals.Example Acme',
        message: 'A deal id is client-vendor in lower case.',
        remedy: fields,
      },
    ]);
  });

  it('that is no YAML is told with its line, and the facts below are checked all the same', () => {
    const front = 'title: Why: a colon too many\npublisher: Example News';
    const body = '## example-acme\n\n- term: The contract runs five years. {years: 7}';
    const problems = readArticle(file, makeArticle({ front, body })).problems;
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [2, 'front matter'],
      [7, 'term'],
      [7, 'term'],
    ]);
  });

  it('that is not there is one problem', () => {
    expect(problemsOf('# Notes\n')).toEqual([
      {
        file,
        line: 1,
        message: 'The article has no front matter.',
        remedy: 'Begin with a line ---, the fields, and a line ---.',
      },
    ]);
  });
});

describe('a broken body', () => {
  it('is told line by line, all at once', () => {
    const body = `- term: The contract runs five years. {years: 5}
## example-acme
- colour: The logo is red.
- term The contract runs five years.
and so on
- value: Acme gets $5 million. {usd: 5 million, money: contract value, currency: euro}
- term: The contract runs five years. {years: soon}
- scope: The scope is wide. {list: [wide}`;
    const problems = readArticle(file, makeArticle({ body })).problems;
    expect(problems.map(({ line, field, message }) => `${line} ${field}: ${message}`)).toEqual([
      '14 heading: The fact stands under no heading.',
      '16 colour: This attribute is unknown.',
      '17 bullet: A fact is written "- attribute: Sentence. {values}".',
      '18 body: This is neither a heading nor a fact.',
      '19 currency: Unrecognized key: "currency".',
      '20 years: "soon" is not an amount such as 7, ~2000, >14000, 40000..60000 or 81%.',
      '21 braces: What stands in the braces is not YAML.',
    ]);
    expect(new Set(problems.map(({ remedy }) => remedy.length > 0))).toEqual(new Set([true]));
  });
});

describe('a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'articles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const caught = async (): Promise<unknown> =>
    readArticles(folder, 'seeds').catch((error: unknown) =>
      error instanceof StartError ? error.message.split('\n') : error,
    );

  it('gives every problem of every file at once', async () => {
    writeFileSync(join(folder, 'a.md'), 'nothing');
    writeFileSync(join(folder, 'b.md'), makeArticle({ body: '## example-acme\n- colour: Red.' }));
    writeFileSync(join(folder, 'c.md'), makeArticle());
    expect(await caught()).toEqual([
      'seeds/a.md:1 The article has no front matter. Begin with a line ---, the fields, and a line ---.',
      'seeds/b.md:15 colour: This attribute is unknown. Use one of src/corpus/attributes.ts, or add a line there.',
    ]);
  });

  it('holds articles in the order of their names; what starts with a capital is none', async () => {
    for (const name of ['b.md', 'a.md']) writeFileSync(join(folder, name), makeArticle());
    writeFileSync(join(folder, 'README.md'), '# How to write an article');
    writeFileSync(join(folder, 'notes.txt'), 'nothing');
    expect((await readArticles(folder, 'seeds')).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('without an article stops the start', async () => {
    expect(await caught()).toEqual([
      'seeds The folder holds no article. Put at least one Markdown file there; seeds/README.md says how.',
    ]);
  });

  it('that is not there stops the start', async () => {
    await expect(readArticles(join(folder, 'nowhere'), 'nowhere')).rejects.toThrow(
      'nowhere The folder of articles cannot be read. Name a folder that exists.',
    );
  });
});
