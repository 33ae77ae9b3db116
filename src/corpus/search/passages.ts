import { createCandidates } from './candidates.ts';
import { createFeedback } from './feedback.ts';
import { buildIndex, type InvertedIndex, restoreIndex } from './inverted-index.ts';
import { createNearness } from './nearness.ts';
import { readQuestion } from './question.ts';
import { createScorer } from './scorer.ts';
import { type PassageSettings, passageSettings } from './settings.ts';
import { fingerprint, readSnapshot, type Unfit, writeSnapshot } from './snapshot.ts';
import { measure } from './statistics.ts';
import { type Passage, storeTokens, type TokenStore } from './token-store.ts';

/** A passage found. */
export interface Found {
  readonly id: string;
  /** Above 0; comparable within one search only. */
  readonly score: number;
}

/** Long passages, searchable. */
export interface PassageSearch {
  /** The passages that share a telling word with the question, best first, at most `limit` (10); ties in order of id. */
  search(question: string, options?: { readonly limit?: number }): Found[];
  /** The whole index as bytes, for `restorePassages`. */
  toSnapshot(): Uint8Array;
}

/** An index from a snapshot, or built anew where the snapshot was no good. */
export interface Restored {
  readonly passages: PassageSearch;
  /** Why the snapshot was not used; left out where it was. */
  readonly rebuilt?: Unfit;
}

const inOrder = (passages: readonly Passage[]): Passage[] => {
  const sorted = [...passages].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const twice = sorted.find((passage, at) => passage.id === sorted[at + 1]?.id);
  if (twice) throw new Error(`Two passages have the id ${twice.id}. Give each its own.`);
  return sorted;
};

const open = (
  sorted: readonly Passage[],
  store: TokenStore,
  index: InvertedIndex,
  settings: PassageSettings,
): PassageSearch => {
  const known = measure(store, settings);
  const scorer = createScorer(known, settings);
  const candidates = createCandidates(store, index, known);
  const near = createNearness(store, known, settings);
  const feedback = createFeedback(known, settings, scorer);
  return {
    search: (text, { limit = 10 } = {}) => {
      const question = readQuestion(text, store, index, settings);
      const most = Math.max(settings.pool, limit);
      const pool = candidates(question.weights, scorer(question.weights), most);
      return feedback(near(pool, question), question)
        .slice(0, limit)
        .map(({ place, score }) => ({ id: sorted[place]?.id ?? '', score }));
    },
    toSnapshot: () => writeSnapshot(fingerprint(sorted, settings), store, index.toJSON()),
  };
};

/**
 * Indexes passages. The order in which they are given does not matter.
 * @throws Error where two passages have the same id.
 */
export const buildPassages = (
  passages: readonly Passage[],
  settings: PassageSettings = passageSettings,
): PassageSearch => {
  const sorted = inOrder(passages);
  const store = storeTokens(sorted, settings.analysis);
  return open(sorted, store, buildIndex(store, settings), settings);
};

/**
 * Opens a snapshot, provided that it is whole and was made of these passages with these settings by this version;
 * otherwise builds anew and says why.
 * @throws Error where two passages have the same id.
 */
export const restorePassages = (
  snapshot: Uint8Array,
  passages: readonly Passage[],
  settings: PassageSettings = passageSettings,
): Restored => {
  const sorted = inOrder(passages);
  const read = readSnapshot(snapshot, fingerprint(sorted, settings));
  if (typeof read === 'string') return { passages: buildPassages(passages, settings), rebuilt: read };
  return { passages: open(sorted, read.store, restoreIndex(read.index, settings), settings) };
};
