import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { buildPassages } from '../../src/corpus/search/passages.ts';
import { type PassageSettings, passageSettings } from '../../src/corpus/search/settings.ts';
import type { Document } from './collection.ts';
import type { Engine } from './measure.ts';

/** The product's search of long passages. */
export const product = (
  documents: readonly Document[],
  settings: PassageSettings = passageSettings,
): Engine => {
  const passages = buildPassages(documents, settings);
  return (question) => passages.search(question).map(({ id }) => id);
};

export interface Plain {
  readonly options?: Omit<Options<Document>, 'fields'>;
  readonly search?: SearchOptions;
  /** Divides each score by the number of words matched, by which MiniSearch multiplies it. */
  readonly undo?: boolean;
}

/** MiniSearch over title and text: by its defaults, or as it is told. */
export const miniSearch = (documents: readonly Document[], plain: Plain = {}): Engine => {
  const index = new MiniSearch<Document>({ ...plain.options, fields: ['title', 'text'] });
  index.addAll(documents);
  return (question) => {
    const results = index.search(question, plain.search);
    if (!plain.undo) return results.slice(0, 10).map(({ id }) => String(id));
    return results
      .map(({ id, score, queryTerms }) => ({ id: String(id), score: score / Math.max(1, queryTerms.length) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 10)
      .map(({ id }) => id);
  };
};
