import { describe, expect, it } from 'vitest';
import { rings } from '../../src/corpus/lexicon.ts';
import { stemOf, termsOf, wordsOf } from '../../src/corpus/terms.ts';
import { seedLibrary } from '../fixtures/library.ts';

/** What people ask about and no founding article mentions: a word of these found in a fact would be a false friend. */
const unmentioned = [
  'severance',
  'pension',
  'union',
  'terminationright',
  'law',
  'breach',
  'offshore',
  'warn',
  'stock',
  'seniority',
  'insurancecover',
  'weather',
];

const grammatical =
  'a an the and or of to in on at by for from with is are was were be it its as that this they us we you he she not no'.split(
    ' ',
  );

describe('the lexicon', () => {
  it.each(unmentioned)('holds a ring for %s that no fact of the founding articles touches', async (ring) => {
    const library = await seedLibrary();
    expect(rings[ring]).toBeDefined();
    expect(library.knows({ text: ring, keys: [`~${ring}`] })).toBe(false);
  });

  it('takes no grammatical word for a word of the field', () => {
    const taken = grammatical.filter((word) => termsOf(word).some((term) => term.keys.length > 1));
    expect(taken).toEqual([]);
  });

  it('names no word twice in one ring', () => {
    const twice = Object.entries(rings).flatMap(([ring, entries]) => {
      const words = entries.split(',').map((entry) => entry.trim());
      return words.filter((word, at) => words.indexOf(word) !== at).map((word) => `${ring}: ${word}`);
    });
    expect(twice).toEqual([]);
  });

  it('finds a word by its ring whatever its ending', () => {
    const [term] = termsOf('pensions');
    expect(term?.keys).toContain('~pension');
    expect(wordsOf('pensions').map(stemOf)).toEqual(['pension']);
  });
});
