import { join } from 'node:path';
import type { Asker } from '../../src/answer.ts';
import { createAsker } from '../../src/ask.ts';
import { createLibrary } from '../../src/corpus/library.ts';
import { loadCatalog } from '../../src/nlu/catalog.ts';
import { root } from '../fixtures/library.ts';
import { manyArticles } from '../fixtures/many-articles.ts';

/** The real heart over so many invented articles. */
export const askerOver = async (articles: number): Promise<Asker> =>
  createAsker(createLibrary(manyArticles(articles)), await loadCatalog(join(root, 'intents')));
