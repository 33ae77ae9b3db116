import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Cell, Claim, Section } from '../../src/answer.ts';
import { answerMessages, type OutgoingMessage } from '../../src/blocks/answer.ts';
import { checkMessage } from '../../src/blocks/checker.ts';
import { clean, defuse, escapeText } from '../../src/blocks/mrkdwn.ts';
import { places } from '../../src/blocks/problem.ts';
import { readingSchema, toReading } from '../../src/reading.ts';
import { claimsOf } from '../property/said.ts';

const articles = ['a', 'b', 'c', 'd'];
const pieces = [
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1>',
  '<@U123>',
  '<https://x.example|y>',
  '&amp;',
  '&',
  '<',
  '>',
  '*',
  '`',
  '|',
  '[1]',
  '😀',
  '👩\u200D💻',
  '\u202E',
  '\u200B',
  '\uD800',
  '\n',
  ' ',
  'roughly $1.5 million',
  'Kaiser',
];
const hostile = (most: number) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')),
    },
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: most }))
        .map(([piece, many]) => piece.repeat(many).slice(0, many)),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: most }).map((many) => 'word '.repeat(many).slice(0, many)),
    },
  );

/** How large an answer may grow. */
interface Size {
  readonly text: number;
  readonly claims: number;
  readonly rows: number;
}

const claim = (size: Size): fc.Arbitrary<Claim> =>
  fc.record({
    text: hostile(size.text),
    facts: fc.constant([]),
    cites: fc.subarray([...articles, 'unknown']),
  });

const cell = (size: Size): fc.Arbitrary<Cell> =>
  fc
    .tuple(
      claim(size),
      fc.constantFrom<Cell['state']>('stated', 'withheld', 'not-stated', 'conflicting', 'same'),
    )
    .map(([one, state]) => ({ ...one, text: state === 'same' ? '' : one.text, state }));

const table = (size: Size): fc.Arbitrary<Section> =>
  fc.integer({ min: 0, max: 22 }).chain((width) =>
    fc.record({
      kind: fc.constant('table' as const),
      caption: hostile(200),
      columns: fc.array(hostile(100), { minLength: width, maxLength: width + 1 }),
      rows: fc.array(
        fc.record({
          head: hostile(200),
          cells: fc.array(cell(size), { maxLength: width, minLength: Math.max(width - 1, 0) }),
        }),
        {
          maxLength: size.rows,
        },
      ),
    }),
  );

const section = (size: Size): fc.Arbitrary<Section> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('claims' as const),
      title: hostile(300),
      ordered: fc.boolean(),
      claims: fc.array(claim(size), { maxLength: size.claims, size: 'max' }),
    }),
    table(size),
    fc.record({
      kind: fc.constant('usage' as const),
      examples: fc.array(fc.record({ text: hostile(size.text), about: hostile(size.text) }), {
        maxLength: 20,
      }),
    }),
    fc.record({ kind: fc.constant('note' as const), text: hostile(size.text) }),
  );

const citation = (article: string, size: Size) =>
  fc.record({
    article: fc.constant(article),
    title: hostile(size.text),
    publisher: hostile(100),
    published: hostile(40),
    url: fc.oneof(fc.webUrl({ withQueryParameters: true }), hostile(size.text)),
    remark: hostile(200),
  });

const suggestion = fc.record({
  label: hostile(200),
  reading: fc
    .record({
      intent: fc.constant('fact'),
      subjects: fc.array(
        hostile(80).map((text) => text.slice(0, 80)),
        { maxLength: 12 },
      ),
      without: fc.array(
        hostile(80).map((text) => text.slice(0, 80)),
        { maxLength: 12 },
      ),
    })
    .map(toReading),
});

const answers = (size: Size): fc.Arbitrary<Answer> =>
  fc.record({
    outcome: fc.constant('answered' as const),
    lead: fc.array(claim(size), { maxLength: 4 }),
    sections: fc.array(section(size), { maxLength: 5 }),
    citations: fc.tuple(...articles.map((article) => citation(article, size))),
    suggestions: fc.array(suggestion, { maxLength: 5 }),
    readAs: hostile(size.text),
    about: hostile(size.text),
  });

const shownStrings = (messages: readonly OutgoingMessage[]): string[] =>
  messages.flatMap(({ blocks }) =>
    [...places(blocks)].flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
  );

/** Claims whose text stands in no block, neither as escaped markup nor as literal text. */
const lost = (answer: Answer, shown: readonly string[]): string[] =>
  claimsOf(answer)
    .map(({ text }) => clean(text))
    .filter((text) => !shown.some((one) => one.includes(escapeText(text)) || one.includes(defuse(text))));

const problems = (messages: readonly OutgoingMessage[]) =>
  messages.flatMap((message) => checkMessage(message));

const values = (messages: readonly OutgoingMessage[]): string[] =>
  messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.flatMap((one) => ('value' in one && one.value) || []) : [],
    ),
  );

const large = { text: 5000, claims: 200, rows: 60 };
const ordinary = { text: 300, claims: 8, rows: 8 };

describe('any answer', () => {
  it('passes the checker, pings nobody, and loses no claim without saying that it was shortened', () => {
    fc.assert(
      fc.property(answers(large), (answer) => {
        const messages = answerMessages(answer);
        const shown = shownStrings(messages);
        expect(problems(messages)).toEqual([]);
        expect(shown.filter((one) => /<[!@]|<#/.test(one))).toEqual([]);
        if (!shown.some((one) => one.includes('shortened'))) expect(lost(answer, shown)).toEqual([]);
        expect(messages.length).toBeLessThanOrEqual(5);
      }),
      // Shrinking answers of this size takes minutes; the seed already repeats the failure.
      { numRuns: 60, seed: 1, endOnFailure: true },
    );
  });

  it('of ordinary size is shown whole, claims and all', () => {
    fc.assert(
      fc.property(answers(ordinary), (answer) => {
        const messages = answerMessages(answer);
        expect(problems(messages)).toEqual([]);
        expect(lost(answer, shownStrings(messages))).toEqual([]);
      }),
      { numRuns: 150, seed: 2, endOnFailure: true },
    );
  });

  it('carries its readings in its buttons', () => {
    fc.assert(
      fc.property(fc.array(suggestion, { maxLength: 4 }), (suggestions) => {
        const plain = {
          outcome: 'answered' as const,
          lead: [],
          sections: [],
          citations: [],
          readAs: '',
          about: '',
        };
        const sent = suggestions.map(({ reading }) => reading);
        for (const value of values(answerMessages({ ...plain, suggestions })))
          expect(sent).toContainEqual(readingSchema.parse(JSON.parse(value)));
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
