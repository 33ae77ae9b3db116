import type { Braces } from './article.ts';

/** One sentence of an article, joined to the library: what everything said rests on. */
export interface Fact {
  /** `article/subject/attribute/n`, or `article/id` where the file names one. The same whatever the order of files. */
  readonly id: string;
  readonly article: string;
  /** Ids of the deals, organisations or people it is about, or `market` or `transition`. */
  readonly subjects: readonly string[];
  readonly attribute: string;
  readonly sentence: string;
  readonly values: Braces;
}

/** Says what an article leaves open, rather than what is so. */
export const isCaution = (fact: Fact): boolean => fact.values.as === 'caution';

/** Says that somebody keeps back what is asked, rather than what it is. */
export const isWithheld = (fact: Fact): boolean => fact.values['withheld by'] !== undefined;

export interface Organisation {
  /** Lower case, hyphens for spaces. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly described: readonly string[];
  readonly is: string | undefined;
  /** City and state as written. */
  readonly place: string | undefined;
  /** Organisation id. */
  readonly parent: string | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly post: string | undefined;
  /** Organisation id. */
  readonly of: string | undefined;
}

export interface Deal {
  readonly id: string;
  /** Organisation id. */
  readonly client: string;
  /** Organisation ids; empty for an in-house counter-example. */
  readonly vendors: readonly string[];
  /** `Kaiser Permanente–IBM`. */
  readonly name: string;
}

/** The two subjects that are not somebody. */
const topics = ['market', 'transition'] as const;

/** Whether a subject is a topic, and nobody. */
export const isTopic = (subject: string): subject is (typeof topics)[number] =>
  topics.some((topic) => topic === subject);

/** What the library knows of one attribute of one subject. */
export type State = 'stated' | 'withheld' | 'not-stated' | 'conflicting';

export interface Finding {
  readonly subject: string;
  readonly attribute: string;
  readonly state: State;
  readonly facts: readonly Fact[];
  /** What the articles leave open; travels with every answer on the attribute. */
  readonly cautions: readonly Fact[];
}
