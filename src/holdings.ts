import type { Reading } from './reading.ts';

/** Deals that stand together on the way through the library. */
export interface Shelf {
  /** An organisation's id, or an outcome. */
  readonly id: string;
  readonly label: string;
  /** Ids of `Holdings.deals`; at least one. */
  readonly deals: readonly string[];
}

/** The ways through the library: by whom, for whom, and how it went. */
export type ShelfKind = 'vendor' | 'client' | 'outcome';

export interface ListedDeal {
  /** `Allina Health with Optum`. */
  readonly label: string;
  /** Who reported it and when: `Becker's, 2024 (inferred)`. */
  readonly reported: string;
  readonly reading: Reading;
}

/** A question that was asked before it was offered, and got a right answer. */
export interface Opening {
  /** What it is for, in a few words. */
  readonly title: string;
  /** What a person types. */
  readonly text: string;
  readonly reading: Reading;
}

/** What the library holds, for a front door. */
export interface Holdings {
  /** How many articles, deals and organisations, of which years. */
  readonly scope: string;
  /** How far it reaches, and what is not in it. */
  readonly limits: string;
  readonly shelves: Readonly<Record<ShelfKind, readonly Shelf[]>>;
  readonly deals: ReadonlyMap<string, ListedDeal>;
  /** At most four, best first. */
  readonly openings: readonly Opening[];
}
