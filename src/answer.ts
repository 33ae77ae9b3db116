import type { Comparing } from './comparing.ts';
import type { Holdings } from './holdings.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { Transition } from './transition.ts';

/** How a question ended. The first four, `help` and `social` count as answered. */
export type Outcome =
  | 'answered'
  | 'corrected'
  | 'partial'
  | 'conflicting'
  | 'withheld'
  | 'not-stated'
  | 'not-held'
  | 'unclear'
  | 'help'
  | 'social'
  | 'failed';

const answering: ReadonlySet<Outcome> = new Set([
  'answered',
  'corrected',
  'partial',
  'conflicting',
  'help',
  'social',
]);

/** Whether the person got what they asked for, rather than an honest decline. */
export const isAnswered = (outcome: Outcome): boolean => answering.has(outcome);

/** Something said, with the facts it rests on. Only `wording/` makes claims, and only from findings. */
export interface Claim {
  /** One or a few sentences of plain text. No markup, no citation marks. */
  readonly text: string;
  /** Ids of the facts that the text rests on. */
  readonly facts: readonly string[];
  /** Ids of the articles they stand in; renderers turn them into the numbers of `Answer.citations`. */
  readonly cites: readonly string[];
  /** Counts that we made over the library ("3 deals"), which stand in no fact. */
  readonly counts?: readonly number[];
}

/** What the library knows of a table cell. `same` cells repeat the cell to their left. */
export type CellState = 'stated' | 'withheld' | 'not-stated' | 'conflicting' | 'same';

export interface Cell extends Claim {
  /** A cell that is the `same` has the text of its left neighbour, and sources of its own. */
  readonly state: CellState;
  /** The number that the cell states, where it states one and no range. `text` tells how surely, and of what. */
  readonly value?: number;
  readonly statements?: readonly Statement[];
}

export interface TableRow {
  /** The row's header, in the first column. */
  readonly head: string;
  readonly cells: readonly Cell[];
}

/** A part of an answer below the lead. */
export type Section =
  | {
      readonly kind: 'claims';
      readonly title?: string;
      readonly ordered?: boolean;
      readonly claims: readonly Claim[];
    }
  /** `columns` has one more entry than each row has cells: the first is the header of the row headers. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly TableRow[];
      /** What each column but the first is about, in full, where the column's own header is short for it. */
      readonly about?: readonly string[];
    }
  /** What to type, with a word on what comes of it. */
  | {
      readonly kind: 'usage';
      readonly title?: string;
      readonly examples: readonly { readonly text: string; readonly about: string }[];
    }
  /** A remark that states no fact: what was computed over, how fresh it is, what to try. */
  | { readonly kind: 'note'; readonly text: string };

/** The source of one or more claims. Its number is its place in `Answer.citations`, from 1. */
export interface Citation {
  readonly article: string;
  readonly title: string;
  readonly publisher: string;
  /** As a person writes it: `17 March 2009`, `2024 (inferred)`. */
  readonly published: string;
  readonly url?: string;
  /** `vendor's own blog`, `only the first page was available`. */
  readonly remark?: string;
}

/** Part of a source, under the heading that says whom it is about. */
export interface SourceHeading {
  readonly title: string;
  /** In the order of the article. */
  readonly facts: readonly { readonly sentence: string; readonly isCited: boolean }[];
  /** What of the heading is not among them, in a few words. */
  readonly left?: string;
}

/** A source opened: what an answer cites from it, and what stands around that. */
export interface Source {
  readonly citation: Citation;
  /** `News report`, `Interview`. */
  readonly kind: string;
  readonly author?: string;
  /** Empty where it was read and cited for what it does not say. */
  readonly headings: readonly SourceHeading[];
}

/** A next step that was answered before it was offered. */
export interface Suggestion {
  /** At most 75 characters, and what a person could type to get the same. */
  readonly label: string;
  readonly reading: Reading;
}

/** The channel-neutral document that an intent returns and every channel renders. */
export interface Answer {
  readonly outcome: Outcome;
  /** The first sentence or sentences; together at most 300 characters where a single fact was asked. */
  readonly lead: readonly Claim[];
  readonly sections: readonly Section[];
  readonly citations: readonly Citation[];
  /** At most four. */
  readonly suggestions: readonly Suggestion[];
  /** How the question was read: `compare · Kaiser Permanente, Allina Health`. Empty for help and small talk. */
  readonly readAs: string;
  /** What it is about, for people who did not ask: `About Kaiser Permanente: how long the contract runs`. Empty where `readAs` is. */
  readonly about: string;
}

/** One exchange. `utterance` is missing where the turn came from a button. */
export interface Turn {
  readonly utterance?: string;
  readonly reading: Reading;
  readonly answer: Answer;
}

/** Another way in which a question may have been meant, for a person who sees that it was misread. */
export interface OtherReading {
  /** What it changes: the kind of question, whom it is about, or what is asked of them. */
  readonly changes: 'question' | 'deal' | 'attribute';
  /** In a few words, as one of a list. */
  readonly label: string;
  readonly reading: Reading;
}

/** Whom and when a reading is about. */
export interface Entities {
  readonly clients: readonly string[];
  readonly vendors: readonly string[];
  readonly people: readonly string[];
  /** The first and last calendar year, or one. */
  readonly years: readonly number[];
}

/** The two doors of the heart (`ask.ts`), as everything outside sees them. */
export interface Asker {
  /** Never throws for any utterance; `turns` are the earlier turns of the conversation, oldest first. */
  ask(utterance: string, turns: readonly Turn[]): Turn;
  /** Answers a reading that a button, a modal or Home already holds. Unknown ids lead to an `unclear` answer. */
  answerReading(reading: Reading): Turn;
  /** What a person may have meant instead, the likeliest first; each leads to an answer. At most twenty-five. */
  otherReadings(turn: Turn): readonly OtherReading[];
  /** The sources of an answer in the order of their numbers, opened where it cites them. */
  sources(answer: Answer): readonly Source[];
  /** The names, as the library spells them, of whom a reading is about. */
  entities(reading: Reading): Entities;
  /** What people can type, from the intents, for usage texts. */
  readonly examples: readonly { readonly text: string; readonly about: string }[];
  /** What the guide teaches of a transition, and what bears on it. */
  readonly transition: Transition;
  /** What a comparison is chosen from. */
  readonly comparing: Comparing;
  /** What the library holds; worked out when first asked for. */
  holdings(): Holdings;
  /** Said to somebody who has not asked anything yet: what this is, and three questions that get an answer. */
  greeting(): Answer;
}

/** Asks what was typed earlier in a conversation, oldest first, each after those before it. */
export const turnsOf = (asker: Asker, history: readonly string[]): Turn[] => {
  const turns: Turn[] = [];
  for (const earlier of history) turns.push(asker.ask(earlier, turns));
  return turns;
};

/** The lead as one string. */
export const leadText = (answer: Pick<Answer, 'lead'>): string =>
  answer.lead.map((claim) => claim.text).join(' ');

/** The numbers of a claim's sources, from 1, in ascending order. */
export const citationNumbers = (claim: Claim, citations: readonly Citation[]): number[] =>
  [...new Set(claim.cites)]
    .map((id) => citations.findIndex((citation) => citation.article === id) + 1)
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
