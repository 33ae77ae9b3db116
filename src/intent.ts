import type { Answer, Claim, Section } from './answer.ts';
import type { Library } from './corpus/library.ts';
import type { Reading, ReadingInput } from './reading.ts';

/** What was recognised in an utterance (and, in a conversation, carried over), before it is decided what kind of question it is. */
export interface Seen {
  /** Organisation ids that are clients of a deal, in the order typed. */
  readonly clients: readonly string[];
  /** Organisation ids that are vendors of a deal, or sell outsourcing. */
  readonly vendors: readonly string[];
  /** Other organisations. */
  readonly others: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** How many names of any kind were recognised, places among them. */
  readonly named: number;
  readonly years: boolean;
  readonly attributes: readonly string[];
  /** How many of the attributes are such as deals are compared by. */
  readonly comparable: number;
  /** A list is narrowed by the bounds of a figure. */
  readonly bounded: boolean;
  /** One end of an order is asked for: the oldest, the longest. */
  readonly ordered: boolean;
  readonly wants: Reading['wants'];
  /** Words that are no name, no small word and nothing general. */
  readonly content: number;
  /** Of those, the ones that stand in no article and no alias. */
  readonly strange: number;
  /** What is named as asked for stands in none of the facts found, or in no article. */
  readonly astray: boolean;
  /** Words typed. */
  readonly length: number;
  /** Whether a phrase of the given ones stands in the utterance, whatever its endings. */
  cue(...phrases: readonly string[]): boolean;
  /** Whether one of the words was typed, letter for letter. */
  says(...words: readonly string[]): boolean;
  /** What to do is asked, and not what somebody did. */
  readonly advice: boolean;
  /** The best fact for the words: how much of them it covers (0 to 1), and what it is about. */
  readonly best:
    | {
        readonly coverage: number;
        readonly about: 'deal' | 'organisation' | 'person' | 'market' | 'transition';
      }
    | undefined;
  /** The intent of the turn before, in a conversation that goes on. */
  readonly before: string | undefined;
}

/** What an intent makes of a reading; `ask` numbers the citations, checks the claims and answers the next steps. */
export interface Draft {
  readonly outcome: Answer['outcome'];
  readonly lead: readonly Claim[];
  readonly sections?: readonly Section[];
  /** Whom it lists, in the order told: what "the second one" means afterwards. */
  readonly listed?: readonly string[];
  /** What to offer next, best first; only what can be answered is kept, at most four. */
  readonly next?: readonly { readonly label: string; readonly reading: ReadingInput }[];
}

export interface Asked {
  readonly reading: Reading;
  readonly library: Library;
  /** The words of the utterance that nothing in the library covers; empty where there is no utterance. */
  readonly unheard: readonly string[];
  /** The examples of every intent, for usage texts. */
  readonly usage: readonly Usage[];
}

export interface Usage {
  readonly intent: string;
  readonly summary: string;
  readonly examples: readonly string[];
}

/** A kind of question: what people type, how well an utterance fits it, and how it is answered. */
export interface IntentDefinition {
  /** What it is for, in a few words, as the help shows it. */
  readonly summary: string;
  /** What people type. The first is shown in the help; each must be won by this intent. */
  readonly examples: readonly string[];
  /** It is about the bot itself: nothing of the library is asked, and a conversation goes on as if it had not been. */
  readonly aside?: boolean;
  /** 0 (cannot be meant) to 1 (surely meant), from what was recognised. */
  fits(seen: Seen): number;
  answer(asked: Asked): Draft;
}

export interface Intent extends IntentDefinition {
  /** The file name without its ending. */
  readonly name: string;
}

/** Declares an intent. The default export of each file of `intents/`. */
export const defineIntent = (definition: IntentDefinition): IntentDefinition => definition;

/** The score of the first case that holds; 0 where none does. The form in which `fits` is best read. */
export const firstThat = (...cases: readonly (readonly [holds: boolean, score: number])[]): number =>
  cases.find(([holds]) => holds)?.[1] ?? 0;
