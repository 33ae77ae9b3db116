import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Asker, isAnswered } from '../../src/answer.ts';
import { createAsker } from '../../src/ask.ts';
import { createLibrary } from '../../src/corpus/library.ts';
import type { Holdings } from '../../src/holdings.ts';
import type { Intent } from '../../src/intent.ts';
import { loadCatalog } from '../../src/nlu/catalog.ts';
import { root, seedArticles } from '../fixtures/library.ts';
import { manyArticles } from '../fixtures/many-articles.ts';

const intents: readonly Intent[] = await loadCatalog(join(root, 'intents'));
const libraries: readonly (readonly [string, Asker])[] = [
  ['the founding articles', createAsker(createLibrary(await seedArticles()), intents)],
  ['one article', createAsker(createLibrary(manyArticles(1)), intents)],
  ['5 articles', createAsker(createLibrary(manyArticles(5)), intents)],
  ['120 articles', createAsker(createLibrary(manyArticles(120)), intents)],
];
const [[, founding] = ['', libraries[0]?.[1]]] = libraries;
const held = (): Holdings => {
  if (founding === undefined) throw new Error('no library');
  return founding.holdings();
};

describe('what the library holds', () => {
  it('is told in figures, years and what is not in it', () => {
    expect(held().scope).toMatch(
      /^The library holds 5 articles on 9 outsourcing deals and 1 in-house precedent, naming \d+ organizations, published 2008–2024\.$/,
    );
    expect(held().limits).toBe(
      'Its newest article is of 2024 (inferred); it knows of nothing later. It is a selection and not a census. It holds ' +
        'what was published, and no contracts: what an article withholds or leaves open is told as such.',
    );
  });

  it('names each deal by its parties and by who reported it', () => {
    expect(held().deals.get('allina-optum')).toMatchObject({
      label: 'Allina Health with Optum',
      reported: "Becker's, 2024 (inferred)",
    });
    expect(held().shelves.outcome.map(({ label }) => label)).toEqual([
      'No later result in the library',
      'Ended',
      'Kept in-house from the start',
    ]);
  });

  it.each(libraries)('of %s opens every deal on every shelf', (_, asker) => {
    const { shelves, deals } = asker.holdings();
    for (const shelf of Object.values(shelves).flat())
      for (const id of shelf.deals) expect(deals.has(id)).toBe(true);
    for (const [id, { reading, reported }] of deals) {
      const { answer } = asker.answerReading(reading);
      expect([id, answer.outcome, reported === '']).toEqual([id, 'answered', false]);
    }
  });
});

describe('the questions to begin with', () => {
  it('are those that the founding articles answer best', () => {
    expect(held().openings.map(({ title, text }) => [title, text])).toEqual([
      ['Compare two deals', 'compare Allina Health and Mission Health'],
      ['Look up a vendor', 'Optum'],
      ['Plan a transition', 'transition checklist'],
      ['Read about a deal', 'Allina Health'],
    ]);
  });

  it.each(libraries)('of %s are one to four, each of another kind, and every one is answered', (_, asker) => {
    const { openings } = asker.holdings();
    expect(openings.length).toBeGreaterThan(0);
    expect(openings.length).toBeLessThanOrEqual(4);
    expect(new Set(openings.map(({ reading }) => reading.intent)).size).toBe(openings.length);
    for (const { text, reading } of openings) {
      const turn = asker.ask(text, []);
      expect([text, isAnswered(turn.answer.outcome), turn.reading]).toEqual([text, true, reading]);
      expect(isAnswered(asker.answerReading(reading).answer.outcome)).toBe(true);
    }
  });

  it.each(libraries)('of %s stand in the greeting, three at most', (_, asker) => {
    const { openings } = asker.holdings();
    const { suggestions, sections, outcome } = asker.greeting();
    expect(outcome).toBe('social');
    expect(suggestions.map(({ label }) => label)).toEqual(openings.slice(0, 3).map(({ text }) => text));
    expect(sections[0]).toMatchObject({
      kind: 'usage',
      examples: suggestions.map(({ label }) => ({ text: label })),
    });
  });
});
