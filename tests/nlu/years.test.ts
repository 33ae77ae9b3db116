import { describe, expect, it } from 'vitest';
import { yearsOf } from '../../src/nlu/years.ts';

describe('years', () => {
  it.each<[text: string, from: number, to: number]>([
    ['deals signed in 2009', 2009, 2009],
    ['2014', 2014, 2014],
    ['2008-2014', 2008, 2014],
    ['2008 – 2014', 2008, 2014],
    ['between 2009 and 2014', 2009, 2014],
    ['from 2008 to 2010', 2008, 2010],
    ['2014 to 2009', 2009, 2014],
    ['since 2020', 2020, 2100],
    ['from 2020 on', 2020, 2100],
    ['the deal from 2020', 2020, 2020],
    ['after 2020', 2021, 2100],
    ['before 2015', 1900, 2014],
    ['prior to 2015', 1900, 2014],
    ['until 2015', 1900, 2015],
    ['the 2010s', 2010, 2019],
    ["in '09", 2009, 2009],
    ['in 23', 2023, 2023],
    ['signed 09', 2009, 2009],
    ['in 09 was it', 2009, 2009],
    ['the march 09 story', 2009, 2009],
    ["feb '24", 2024, 2024],
  ])('%s', (text, from, to) => {
    expect(yearsOf(text)).toEqual({ from, to });
  });

  it.each([
    'how long is the kaiser contract',
    '$2000 per doctor',
    '2,000 employees',
    '19 billion',
    'in 10 years',
    'of 12 hospitals',
    'in 12 hospitals',
    'the march 16 disclosure',
    'the feb 1 announcement',
    'market 40',
    '24%',
    'page 2',
    '',
  ])('no year in: %s', (text) => {
    expect(yearsOf(text)).toBeUndefined();
  });
});
