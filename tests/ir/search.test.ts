import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/corpus/library.ts';
import { readArticles } from '../../src/corpus/read.ts';
import { knownItems, readCollection } from './collection.ts';
import { product } from './engines.ts';
import { measureFacts, readFactQuestions, searches } from './fact-questions.ts';
import { halves, measure, ndcg10, recall10 } from './measure.ts';

const root = join(import.meta.dirname, '../..');
const cranfield = join(root, '../shared/ir/cranfield');
const here = existsSync(cranfield);
if (!here)
  process.stdout.write(
    'The test collection ../shared/ir/cranfield is not here: its floors are not tested.\n',
  );

describe('the measures', () => {
  it('give nDCG@10 against the ideal of min(10, right)', () => {
    expect(ndcg10(['a', 'b'], new Set(['a', 'b']))).toBe(1);
    expect(ndcg10(['x', 'a'], new Set(['a']))).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcg10(['x'], new Set(['a']))).toBe(0);
    const twenty = Array.from({ length: 20 }, (_, at) => String(at));
    expect(ndcg10(twenty, new Set(twenty))).toBe(1);
  });

  it('give the share of the right documents among the first ten', () => {
    expect(recall10(['a', 'x', 'b'], new Set(['a', 'b', 'c', 'd']))).toBe(0.5);
  });
});

describe.skipIf(!here)('the search of passages on Cranfield', () => {
  it('reaches .55, alike in both halves of the questions', () => {
    const collection = readCollection(cranfield);
    const ours = measure(product(collection.documents), collection);
    expect(collection.questions).toHaveLength(225);
    expect(ours.ndcg10).toBeGreaterThanOrEqual(0.565);
    const [odd, even] = halves(ours.each);
    expect(Math.abs(odd - even)).toBeLessThan(0.03);
  });

  it('still finds known items, which feedback and pairs might have lost', () => {
    const items = knownItems(readCollection(cranfield));
    expect(measure(product(items.documents), items).ndcg10).toBeGreaterThan(0.69);
  });
});

describe('the search of facts', () => {
  it('finds the fact that answers, and better than the settings for long passages would', async () => {
    const library = createLibrary(await readArticles(join(root, 'seeds'), 'seeds'));
    const { questions, lost } = readFactQuestions(join(import.meta.dirname, 'facts.jsonl'), library);
    expect(lost).toEqual([]);
    const [facts, , long] = searches(library).map(({ search }) => measureFacts(search, questions));
    expect(facts!.reciprocalRank).toBeGreaterThan(0.8);
    expect(facts!.first).toBeGreaterThan(0.7);
    expect(long!.reciprocalRank).toBeLessThan(facts!.reciprocalRank - 0.2);
  });
});
