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
const same = 'Make the sentence and its braces say the same.';

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

/** What is said of one fact. */
const complaints = (bullet: string): string[] =>
  readArticle(file, makeArticle({ body: `## example-acme\n${bullet}` })).problems.map(
    ({ message }) => message,
  );

describe('a fact whose sentence and braces differ', () => {
  it.each([
    [
      'a figure without its value',
      '- term: It runs five years. {years: 7}',
      'The figure "five" of the sentence has no typed value.',
    ],
    [
      'a value without its figure',
      '- term: It runs for years. {years: 7}',
      'The typed value 7 does not stand in the sentence.',
    ],
    [
      'a value whose hedge is gone',
      '- staff moved: 120 people move. {people: ~120}',
      'The sentence lacks the hedge of a value marked "about".',
    ],
    [
      'a hedge whose mark is gone',
      '- staff moved: Roughly 120 people move. {people: 120}',
      'The sentence hedges a value that the braces give as exact; mark it "about".',
    ],
    [
      'a bound whose mark is gone',
      '- users: More than 14,000 use it. {people: 14000}',
      'The sentence hedges a value that the braces give as exact; mark it "over".',
    ],
    [
      'a hedge that is not said',
      '- value: It costs $5 million. {usd: 5 million, money: budget, hedge: reportedly}',
      'The hedge "reportedly" does not stand in the sentence.',
    ],
    [
      'a speaker who is not named',
      '- why: It saves money. {by: Ann Lee}',
      'The speaker "Ann Lee" does not stand in the sentence.',
    ],
    [
      'a speaker called The',
      '- why: It saves the day. {by: The System House}',
      'The speaker "The System House" does not stand in the sentence.',
    ],
    [
      'a listed thing that is not there',
      '- scope: It covers billing. {list: [billing, storage]}',
      'The listed "storage" does not stand in the sentence.',
    ],
    [
      'a brief with another figure',
      '- term: It runs five years. {years: 5, brief: six years}',
      'The figure "six" of brief does not stand in the sentence.',
    ],
    [
      'another month',
      '- announced: It came in May 2019. {on: 2019-06}',
      'A month of the sentence is not in the typed date.',
    ],
    [
      'a month without a date',
      '- announced: It came in May. ',
      'A month of the sentence is not in the typed date.',
    ],
    [
      'another day',
      '- announced: It came on May 2, 2019. {on: 2019-05-03}',
      'The day of the typed date does not stand in the sentence.',
    ],
    [
      'no year',
      '- announced: It came in May. {on: 2019-05}',
      'The year of the typed date does not stand in the sentence.',
    ],
    [
      'an inferred date told as stated',
      '- announced: It came in 2019. {on: 2019?}',
      'The date is inferred, and the sentence does not say so.',
    ],
    [
      'an inference told as stated',
      '- why: It saves money. {as: inference}',
      'What is inferred is not said to be inferred.',
    ],
    [
      'money of no kind',
      '- value: It costs $5 million. {usd: 5 million}',
      'Money needs "money:", which says what the sum is (contract value, budget, …).',
    ],
    [
      'a step without an id',
      '- step: Sign the plan. {as: advice, group: 1. Plan}',
      'A step needs an id that does not change and a group.',
    ],
    ['no full stop', '- why: It saves money', 'The sentence has no full stop.'],
    [
      'a sentence that is too long',
      `- why: It saves ${'a lot of '.repeat(25)}money.`,
      'The sentence has 240 characters; 200 is the most.',
    ],
  ])('is refused: %s', (_, bullet, message) => {
    expect(complaints(bullet)).toContain(message);
  });

  it.each([
    '- term: It runs five years. {years: 5}',
    '- tenure: She has a decade behind her. {years: 10}',
    '- usual cost: It costs $40,000 to $60,000 per doctor. {usd: 40000..60000, money: cost per doctor}',
    '- survey: Three-quarters of the large and 81 percent of the small do so. {share: [75%, 81%]}',
    '- why: Mayo Clinic did it too, as Ann Lee said. {by: Ann Lee}',
    '- background: She edited 21st Century IT and CRN. {list: [21st Century IT, CRN]}',
    '- staff moved: Twenty-five people move. {people: 25}',
    '- staff moved: Two hundred people move. {people: 200}',
  ])('is no problem: %s', (bullet) => {
    expect(complaints(bullet)).toEqual([]);
  });

  it('points at its line and says what to do', () => {
    const body = '## example-acme\n- term: It runs for years. {years: 7}';
    expect(problemsOf(makeArticle({ body }))).toEqual([
      {
        file,
        line: 15,
        field: 'term',
        message: 'The typed value 7 does not stand in the sentence.',
        remedy: same,
      },
    ]);
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
