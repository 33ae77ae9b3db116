import { describe, expect, it } from 'vitest';
import { attributes } from '../../src/corpus/attributes.ts';
import { wordsOf } from '../../src/corpus/terms.ts';
import { attributesIn } from '../../src/nlu/attributes.ts';

const named = (text: string): string[] => attributesIn(wordsOf(text)).map(({ attribute }) => attribute);

describe('attributes', () => {
  it.each<[text: string, attribute: string]>([
    ['how long is the contract', 'term'],
    ['the length of the deal', 'term'],
    ['what is it worth', 'value'],
    ['the price tag', 'value'],
    ['how many were rebadged', 'staff-moved'],
    ['any layoffs', 'staff-cut'],
    ['job cuts at kaiser', 'staff-cut'],
    ['what stayed in house', 'kept-in-house'],
    ['what did they keep', 'kept-in-house'],
    ['why did they do it', 'why'],
    ['when was it announced', 'announced'],
    ['when does it kick off', 'starts'],
    ['where is it based', 'base'],
    ['what was outsourced, the scope', 'scope'],
    ['did it end', 'ended'],
    ['is there risk sharing', 'vendor-pay'],
    ['who wrote it', 'source'],
  ])('%s', (text, attribute) => {
    expect(named(text)).toContain(attribute);
  });

  it('are found by their own labels, each', () => {
    const lost = attributes.filter(({ id, label }) => !named(label).includes(id)).map(({ id }) => id);
    expect(lost).toEqual([]);
  });

  it('have an id of their own, and a row of their own where they have one', () => {
    const ids = attributes.map(({ id }) => id);
    const rows = attributes.flatMap(({ row }) => row ?? []);
    expect([new Set(ids).size, new Set(rows).size]).toEqual([ids.length, rows.length]);
  });

  it.each(['Optum', 'hello there', ''])('none in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});
