import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/corpus/fact.ts';
import { createFactSearch } from '../../../src/corpus/search/facts.ts';
import { termsOf } from '../../../src/corpus/terms.ts';

const makeFact = (id: string, sentence: string, values: Fact['values'] = {}): Fact => ({
  id,
  article: 'sample',
  subjects: ['sample-deal'],
  attribute: 'made-up',
  sentence,
  values,
});

const facts = [
  makeFact('b', 'The vendor runs the storage of Sample Health.'),
  makeFact('a', 'The vendor runs the printers of Sample Health.'),
  makeFact('c', 'Sample Health laid off 40 people.'),
];
const index = createFactSearch(facts, () => 'Sample Health–Vendor');
const search = (text: string) =>
  index.search(termsOf(text)).map(({ fact, found }) => ({ id: fact.id, found }));

describe('the search of facts', () => {
  it('finds a fact by its words, wholly or not', () => {
    expect(search('storage')).toEqual([{ id: 'b', found: [1] }]);
    expect(search('storage printers').map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('finds a fact by a word of the same ring', () => {
    expect(search('sacked').map(({ id }) => id)).toEqual(['c']);
    expect(search('zebra')).toEqual([]);
    expect(index.knows(termsOf('zebra')[0]!)).toBe(false);
    expect(index.knows(termsOf('sacked')[0]!)).toBe(true);
  });

  it('puts facts that answer alike in the order of their ids', () => {
    expect(search('vendor runs').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('counts a rare word more than a frequent one', () => {
    const [rare] = termsOf('storage');
    const [frequent] = termsOf('health');
    expect(index.weight(rare!)).toBeGreaterThan(index.weight(frequent!));
    expect(index.search([])).toEqual([]);
  });
});
