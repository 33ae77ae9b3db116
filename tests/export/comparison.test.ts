import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonCsv } from '../../src/export/comparison-csv.ts';
import { comparisonMarkdown } from '../../src/export/comparison-markdown.ts';
import { toCsv } from '../../src/export/csv.ts';
import { fileName } from '../../src/export/file.ts';
import { literal } from '../../src/export/markdown.ts';
import { toReading } from '../../src/reading.ts';
import type { Statement } from '../../src/statement.ts';
import { seedLibrary } from '../fixtures/library.ts';
import {
  makeAnswer,
  makeCell,
  makeCitation,
  makeTable,
  missingCell,
  sampleCitation,
} from '../fixtures/make-answer.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { readCsv, records } from './read-csv.ts';

const day = '2026-11-22';
const asker = await seedAsker();
const library = await seedLibrary();
const rows = ['term', 'value', 'staff-moved', 'staff-cut', 'why', 'ended'];
const { answer } = asker.answerReading(
  toReading({ intent: 'compare-deals', subjects: ['kaiser-ibm', 'allina-optum', 'mission-cerner'], rows }),
);
const csv = comparisonCsv(answer, day);
const lines = records(csv?.content ?? '');

const statement: Statement = {
  text: 'The contract runs about five years, Ann Lee said.',
  speakers: ['Ann Lee'],
  hedges: ['about'],
  nature: 'plan',
  figure: { low: 5, high: 5, mark: 'about', unit: 'years' },
  article: 'example-2019',
};
const made = makeAnswer({
  sections: [
    makeTable({
      rows: [
        {
          head: 'Term',
          cells: [
            makeCell('about five years', { statements: [statement] }),
            makeCell('about five years', { state: 'same', cites: ['sample-2021'] }),
          ],
        },
        { head: 'Value', cells: [missingCell('withheld'), missingCell('not-stated')] },
      ],
    }),
    { kind: 'note', text: '2 deals; not a census.' },
  ],
  citations: [makeCitation({ url: 'https://news.example/a_(b)' }), sampleCitation],
});

describe('a comparison as CSV', () => {
  it('has a row for every statement, with hedge, speaker, nature, figure, source and dates', () => {
    expect(records(comparisonCsv(made, day)?.content ?? '')[0]).toEqual({
      Attribute: 'Term',
      Deal: 'Example–Acme',
      State: 'stated',
      'In brief': 'about five years',
      'In full': statement.text,
      'Said by': 'Ann Lee',
      Hedge: 'about',
      Nature: 'plan',
      Figure: '5',
      'Figure to': '',
      Precision: 'about',
      Unit: 'years',
      Source: 'Example Health hands its service desk to Acme',
      Publisher: 'Example News',
      'As of': '2 April 2019',
      Link: 'https://news.example/a_(b)',
      'About the source': '',
      'Exported on': day,
    });
  });

  it('has a row for what nobody states, and tells what is the same in full', () => {
    const rest = records(comparisonCsv(made, day)?.content ?? '').slice(1);
    expect(rest.map((row) => [row.Attribute, row.State, row['In brief'], row.Source])).toEqual([
      ['Term', 'stated', 'about five years', 'Sample signs with Bolt'],
      ['Value', 'withheld', '', ''],
      ['Value', 'not stated', '', ''],
    ]);
  });

  it('covers every row that was chosen for every deal, each with a source', () => {
    const pairs = new Set(lines.map(({ Attribute, Deal }) => `${Attribute} ${Deal}`));
    expect(pairs.size).toBe(rows.length * 3);
    expect(lines.filter(({ Source }) => Source === '')).toEqual([]);
  });

  it('says of a figure what its fact says: the sentence, who, how surely, and the date of its source', () => {
    const figures = lines.filter(({ Figure }) => Figure !== '');
    expect(figures.length).toBeGreaterThan(4);
    for (const row of figures) {
      const fact = [...library.facts.values()].find(({ sentence }) => sentence === row['In full']);
      expect(row['Said by']).toBe((fact?.values.by ?? []).join('; '));
      expect(row.Hedge).toBe((fact?.values.hedge ?? []).join('; '));
      expect(row.Nature).toBe(fact?.values.as ?? 'report');
      expect(row['As of']).toMatch(/\d{4}/);
    }
  });

  it('begins with the mark that Excel needs and ends its lines as RFC 4180 says', () => {
    expect(csv?.content.startsWith('\uFEFFAttribute,Deal,')).toBe(true);
    expect(csv?.content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv?.name).toBe(
      'comparison-kaiser-permanente-ibm-allina-health-optum-mission-health-2026-11-22.csv',
    );
  });

  it('keeps every text and every column, whatever stands in it, and lets none be a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@SUM(A1)',
        '\t=1',
        '＝1',
        ' =1',
        '\u200B=1',
        '"a","b"',
        'a\r\nb',
        '',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const read = readCsv(toCsv(table));
          expect(read.map((row) => row.length)).toEqual(table.map(() => 3));
          for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\u200B]*[=+\-@＝＋－＠]/);
        },
      ),
    );
  });

  it('keeps a number a number', () => {
    expect(toCsv([['a', 500_000_000, -2]])).toBe('\uFEFFa,500000000,-2\r\n');
  });
});

describe('a comparison as Markdown', () => {
  it('is a page: the table, the sentences behind it, notes and sources', () => {
    expect(comparisonMarkdown(made, day)?.content).toBe(
      [
        '# Example–Acme and Sample–Bolt',
        '',
        'As the library had it on November 22, 2026. 2 deals; the number in brackets is the source.',
        '',
        '|  | Example–Acme | Sample–Bolt |',
        '| --- | --- | --- |',
        '| **Term** | about five years \\[1\\] | same \\[2\\] |',
        '| **Value** | *withheld* | *not stated* |',
        '',
        '## Figures, plans and hedges in full',
        '',
        '- The contract runs about five years, Ann Lee said. \\[1\\]',
        '',
        '## Notes',
        '',
        '- 2 deals; not a census.',
        '',
        '## Sources',
        '',
        '1. [Example Health hands its service desk to Acme](<https://news.example/a_(b)>), Example News, 2 April 2019',
        "2. Sample signs with Bolt, Bolt, 2021 (inferred) (vendor's own blog)",
        '',
      ].join('\n'),
    );
  });

  it('holds every sentence with a figure that the table rests on', () => {
    const page = comparisonMarkdown(answer, day)?.content ?? '';
    for (const row of lines.filter(({ Figure }) => Figure !== ''))
      expect(page).toContain(literal(row['In full'] ?? ''));
  });

  it('formats nothing, links nowhere and ends no line, whatever a text holds', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '[x](http://evil.example)',
        '<b>',
        'a|b',
        '# h',
        '1. x',
        '- x',
        '![x](y)',
        'www.evil.example',
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const written = literal(text);
        expect(written).not.toMatch(/[\r\n]/);
        expect(written).not.toMatch(/(?<!\\)[`*_[\]<>#|]/);
        expect(written).not.toMatch(/^(?:\d+[.)]|[-+]\s|[-=+]+$)/);
        expect(written).not.toMatch(/(?<!\\):\/\/|www\./i);
      }),
    );
  });
});

describe('an export', () => {
  it('is made of answers with a table alone', () => {
    const plain = makeAnswer();
    expect([comparisonCsv(plain, day), comparisonMarkdown(plain, day)]).toEqual([undefined, undefined]);
  });

  it('has a name that every system takes', () => {
    expect(fileName('comparison', ['Zürich – Klinik', '../..'], day, '.md')).toBe(
      'comparison-zurich-klinik-2026-11-22.md',
    );
    expect(fileName('comparison', [], day, '.csv')).toBe('comparison-2026-11-22.csv');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (names) => {
        expect(fileName('comparison', names, day, '.csv')).toMatch(/^comparison-[a-z0-9-]*2026-11-22\.csv$/);
      }),
    );
  });
});
