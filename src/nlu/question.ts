import { type Fact, isTopic } from '../corpus/fact.ts';
import type { Term } from '../corpus/terms.ts';
import type { Reading } from '../reading.ts';

/** What is asked, of whom. */
export interface Question {
  readonly terms: readonly Term[];
  /** Of all of them at once; of anyone where empty. */
  readonly subjects: readonly string[];
  /** Every organisation named, a client's own vendor included. */
  readonly parties: readonly string[];
  readonly attributes: readonly string[];
  readonly wants: Reading['wants'];
  /** Several things are asked in a row: "vendor, term and price". */
  readonly several: boolean;
  /** What to do is asked, and not what somebody did: the guide speaks first. */
  readonly advice: boolean;
  /** What somebody said is asked, whatever it was about. */
  readonly speaks: boolean;
  /** Figures that were typed: what is known already is not what is asked. */
  readonly given: readonly number[];
  /** Somebody unknown is named. */
  readonly strangers: readonly string[];
  /** What no article tells of a deal: all who work somewhere, or what never happened. */
  readonly untold: 'workforce' | 'supposed' | undefined;
  /** The terms that name what is asked for, run by run. */
  readonly focus: readonly (readonly Term[])[];
  /** Articles that were named by who published them. */
  readonly from: readonly string[];
}

const byWord: Readonly<Record<string, readonly string[]>> = {
  reason: ['why', 'goals', 'reason-for-ending'],
  duration: ['term', 'tenure', 'prior-relationship', 'duration'],
  money: ['value', 'target-cost', 'usual-cost', 'spending', 'vendor-pay'],
  date: ['announced', 'starts', 'ended'],
  place: ['base', 'data-centers'],
  person: ['post', 'help'],
};

/** The attributes that a question word stands for by itself. */
export const attributesFor = (wants: Reading['wants']): readonly string[] => byWord[wants ?? ''] ?? [];

const forms: Readonly<Record<string, (fact: Fact) => boolean>> = {
  // Of hospitals at large a share is all that anybody counts.
  count: ({ values, subjects }) =>
    values.people !== undefined ||
    values.count !== undefined ||
    (values.share !== undefined && subjects.every(isTopic)),
  money: ({ values }) => values.usd !== undefined || values['withheld by'] !== undefined,
  share: ({ values }) => values.share !== undefined || values.hedge?.includes('most') === true,
  duration: ({ values }) => values.years !== undefined,
  date: ({ values }) => values.on !== undefined,
  reason: ({ attribute }) => attributesFor('reason').includes(attribute),
};

/** Whether a fact gives an answer of the form that the question calls for. */
export const answersForm = (fact: Fact, wants: Reading['wants']): boolean =>
  forms[wants ?? '']?.(fact) ?? true;

/** Forms of answer that a fact either gives or does not: a number, an amount, a share, a length of time, a date. */
export const isStrict = (wants: Reading['wants']): boolean =>
  wants !== undefined && wants in forms && wants !== 'reason';
