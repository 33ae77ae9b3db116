import type MiniSearch from 'minisearch';
import type { SearchOptions } from 'minisearch';

/**
 * Walks the postings of a word in a MiniSearch index whose ids are numbers: `see` is told every document that has it
 * and the indexed word by which it was found. MiniSearch calls `boostDocument` once a posting and leaves out what it
 * gives 0: so the list is walked and no result is ever built, scored or sorted.
 */
export const walkPostings = <Entry>(
  index: MiniSearch<Entry>,
  word: string,
  see: (place: number, found: string) => void,
  options: Pick<SearchOptions, 'fields' | 'fuzzy' | 'prefix'> = {},
): void => {
  index.search(word, {
    ...options,
    boostDocument: (place: number, found) => {
      see(place, found);
      return 0;
    },
  });
};
