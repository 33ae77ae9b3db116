import { describe, expect, it } from 'vitest';
import { createLibrary, type Library } from '../../src/corpus/library.ts';
import { byClient, byOutcome, byVendor, extentOf, type Shelved } from '../../src/corpus/shelves.ts';
import { seedLibrary } from '../fixtures/library.ts';
import { manyArticles } from '../fixtures/many-articles.ts';

const counted = (shelves: readonly Shelved[]): [string, number][] =>
  shelves.map(({ id, deals }) => [id, deals.length]);

const idsOn = (shelves: readonly Shelved[]): string[] =>
  shelves.flatMap(({ deals }) => deals.map(({ id }) => id)).sort();

const idsOf = (library: Library): string[] => [...library.deals.keys()].sort();

describe('the shelves of the library', () => {
  it('count the deals of each vendor, most first, then by name', async () => {
    expect(counted(byVendor(await seedLibrary()))).toEqual([
      ['optum', 5],
      ['ibm', 3],
      ['medtrak-systems', 2],
      ['the-system-house', 2],
      ['cerner', 1],
    ]);
  });

  it('hold every deal once by its client and once by its outcome', async () => {
    for (const library of [await seedLibrary(), createLibrary(manyArticles(60))]) {
      expect(idsOn(byClient(library))).toEqual(idsOf(library));
      expect(idsOn(byOutcome(library))).toEqual(idsOf(library));
    }
  });

  it('tell by the latest event how a deal went, and set apart what was never outsourced', async () => {
    expect(counted(byOutcome(await seedLibrary()))).toEqual([
      ['open', 8],
      ['ended', 1],
      ['in-house', 1],
    ]);
    expect(
      counted(byOutcome(createLibrary(manyArticles(60))))
        .map(([id]) => id)
        .sort(),
    ).toEqual(['ended', 'extended', 'in-house', 'insourced', 'open', 'renewed']);
  });

  it('come with the extent of the whole', async () => {
    expect(extentOf(await seedLibrary())).toEqual({
      articles: 5,
      outsourced: 9,
      inHouse: 1,
      organisations: expect.any(Number),
      oldest: { year: 2008, month: 2, day: 14, inferred: false },
      newest: { year: 2024, inferred: true },
    });
  });
});
