import { describe, expect, it } from 'vitest';
import { amountSchema } from '../../src/corpus/amount.ts';
import { byDate, dateSchema, monthsIn, sayDate } from '../../src/corpus/date.ts';
import { figuresIn } from '../../src/corpus/figures.ts';

const values = (sentence: string): number[] => figuresIn(sentence).map(({ value }) => value);

describe('figures of a sentence', () => {
  it.each<[string, number[]]>([
    ['a seven-year deal worth $500 million', [7, 500e6]],
    ['860 IT positions, and 160 more', [860, 160]],
    ['more than 14,000 physicians', [14_000]],
    ['roughly 2,000, of which a third', [2000, 1 / 3]],
    ['approximately two dozen staffers', [24]],
    ['a dozen hospitals', [12]],
    ['$40,000 to $60,000 per doctor', [40_000, 60_000]],
    ['75%, 81 percent and 40 percent', [0.75, 0.81, 0.4]],
    ['three-quarters of them', [0.75]],
    ['$19 billion, or 19bn', [19e9, 19e9]],
    ['$1.5m', [1.5e6]],
    ['twenty-five of thirty', [25, 30]],
    ['two hundred thousand', [200, 1000]],
    ['on March 17, 2009', [17, 2009]],
    ['one of the eleven', [11]],
    ['hundreds of people, the first of them', []],
    ['21st Century IT', []],
    ['version v2', []],
  ])('%s', (sentence, expected) => {
    expect(values(sentence)).toEqual(expected);
  });

  it('know where they stand', () => {
    expect(figuresIn('Some 14,000, or a third')).toEqual([
      { value: 14_000, index: 5, text: '14,000' },
      { value: 1 / 3, index: 16, text: 'a third' },
    ]);
  });
});

describe('amounts in braces', () => {
  it.each<[string | number, number, number, string]>([
    [7, 7, 7, 'exactly'],
    ['~2000', 2000, 2000, 'about'],
    ['>14000', 14_000, 14_000, 'over'],
    ['<5', 5, 5, 'under'],
    ['40000..60000', 40_000, 60_000, 'range'],
    ['500 million', 500e6, 500e6, 'exactly'],
    ['~1/3', 1 / 3, 1 / 3, 'about'],
    ['81%', 0.81, 0.81, 'exactly'],
  ])('%s', (written, low, high, mark) => {
    expect(amountSchema.parse(written)).toEqual({ low, high, mark });
  });

  it.each(['soon', '', '..', '7..', '~'])('"%s" is none', (written) => {
    expect(amountSchema.safeParse(written).success).toBe(false);
  });
});

describe('dates', () => {
  it.each<[string | number, string]>([
    [2023, '2023'],
    ['2009-03-17', 'March 17, 2009'],
    ['2009-03', 'March 2009'],
    ['2024?', '2024 (inferred)'],
    ['2024?-02-01', 'February 1, 2024 (inferred)'],
    ['2009-03-16?', 'March 16, 2009 (inferred)'],
  ])('%s is said "%s"', (written, said) => {
    expect(sayDate(dateSchema.parse(written))).toBe(said);
  });

  it.each(['09', '2009-13', '2009-02-30', '2009-3-1', 'March 2009', '2009-03-17T10:00'])(
    '%s is none',
    (written) => {
      expect(dateSchema.safeParse(written).success).toBe(false);
    },
  );

  it('February has 29 days in a leap year only', () => {
    expect(['2024-02-29', '2023-02-29'].map((day) => dateSchema.safeParse(day).success)).toEqual([
      true,
      false,
    ]);
  });

  it('stand in order, each year and month before the days in it', () => {
    const inOrder = ['2009', '2009-01', '2009-01-31', '2009-02', '2009-12-31', '2010', '2010-01-01'];
    const shuffled = inOrder.toReversed().map((written) => dateSchema.parse(written));
    const expected = inOrder.map((written) => dateSchema.parse(written));
    expect(shuffled.sort(byDate)).toEqual(expected);
    expect([dateSchema.parse('2009'), undefined].map((date) => byDate(date, undefined) > 0)).toEqual([
      true,
      false,
    ]);
  });

  it.each<[string, number[]]>([
    ['in May 2024', [5]],
    ['it may be, and Mayo Clinic is no month', []],
    ['from Feb. 1 to Sept. 30', [2, 9]],
    ['Marching on to December', [12]],
  ])('months named: %s', (text, expected) => {
    expect(monthsIn(text)).toEqual(expected);
  });
});
