import type { Reading } from './reading.ts';

/** A deal that can be chosen for a comparison. */
export interface DealChoice {
  readonly id: string;
  /** `Allina Health–Optum`. */
  readonly name: string;
  /** Who reported it and when: `Becker's, 2024 (inferred)`. */
  readonly reported: string;
}

/** Deals of one vendor, or those that were kept in-house. */
export interface DealGroup {
  readonly label: string;
  readonly deals: readonly DealChoice[];
}

/** An attribute that deals are compared by. */
export interface ComparedBy {
  readonly id: string;
  /** As the row is headed: `Staff moved`. */
  readonly head: string;
  /** Whether a comparison has this row unless others are chosen. */
  readonly isUsual: boolean;
}

/** What somebody chooses a comparison from. */
export interface Comparing {
  /** In the order in which a comparison shows them. */
  readonly rows: readonly ComparedBy[];
  /** Deals whose parties or places have every word, or begin with it; all where no word is given. At most 100. */
  find(words: string): readonly DealGroup[];
  /** The deals of an id each; ids of another library are left out. */
  deals(ids: readonly string[]): readonly DealChoice[];
  /** Whether a comparison is a likely next step: the reading asks of deals as a whole. */
  suits(reading: Reading): boolean;
  /** The deals that a reading would compare or is about, at most six. */
  dealsOf(reading: Reading): readonly DealChoice[];
}
