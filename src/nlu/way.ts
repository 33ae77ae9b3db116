import type { Reading } from '../reading.ts';
import type { Talk } from './talk.ts';

/** What an utterance is about once the turns before it are taken into account. */
export interface InContext {
  readonly organisations: readonly string[];
  readonly people: readonly string[];
  readonly attributes: readonly string[];
  readonly without: readonly string[];
  readonly wants: Reading['wants'];
  /** Names of the slots that came from an earlier turn. */
  readonly carried: readonly string[];
  /** Keys of terms that came from an earlier turn. */
  readonly terms: readonly string[];
  /** Intent of the turn before, where the conversation goes on. */
  readonly before: string | undefined;
  /** Words that only say what to do with the turn before ("drop", "besides"), and ask for nothing. */
  readonly structural: readonly string[];
}

/** A way to join a turn to those before it: what it changes, or nothing where it is not meant. */
export type Way = (talk: Talk) => Partial<InContext> | undefined;
