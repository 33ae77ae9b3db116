import type { Citation } from './answer.ts';

/** A step of a transition, as the guide teaches it. */
export interface TransitionStep {
  /** The id of its fact. */
  readonly fact: string;
  readonly text: string;
  readonly group: string;
}

/** What happened at a deal, in the words of its fact. */
export interface Precedent {
  readonly deal: string;
  readonly text: string;
  readonly citation: Citation;
}

/** What the library knows for those who carry out a transition. */
export interface Transition {
  /** In order, grouped. */
  readonly steps: readonly TransitionStep[];
  /** The article that taught a step; undefined where the library no longer has it. */
  sourceOf(fact: string): Citation | undefined;
  /** How others fared on the matter that a text is about: at most three, of different deals. */
  precedentsFor(text: string): readonly Precedent[];
}
