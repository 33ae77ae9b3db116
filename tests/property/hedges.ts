import type { Claim } from '../../src/answer.ts';
import type { Amount } from '../../src/corpus/amount.ts';
import { type Fact, isCaution } from '../../src/corpus/fact.ts';
import type { Library } from '../../src/corpus/library.ts';
import { factsOf } from './said.ts';

/** Words that say the same of a figure as its mark does. */
const marked: Readonly<Record<Amount['mark'], RegExp | undefined>> = {
  exactly: undefined,
  about: /\b(?:about|roughly|around|approximately|some|nearly|almost)\b/i,
  over: /\b(?:over|more than|above|at least)\b/i,
  under: /\b(?:under|less than|below|at most|fewer)\b/i,
  range: /\bto\b|–|-/,
};

/** The ways in which our articles write a figure. */
const written = (value: number, isShare: boolean): string[] => {
  const plain = value.toLocaleString('en-US', { maximumFractionDigits: 4 });
  if (isShare)
    return [
      `${Math.round(value * 100)} percent`,
      `${Math.round(value * 100)}%`,
      ...(Math.abs(value - 1 / 3) < 0.01 ? ['a third', 'one third'] : []),
    ];
  return [
    plain,
    plain.replaceAll(',', ''),
    ...(value >= 1e6 ? [`${value / 1e6} million`, `${value / 1e6}m`] : []),
    ...(value % 12 === 0 && value <= 48
      ? [['one dozen', 'two dozen', 'three dozen', 'four dozen'][value / 12 - 1] ?? plain]
      : []),
  ];
};

const stands = (text: string, form: string): boolean =>
  new RegExp(`(?<![\\d.,$])\\$?${form.replaceAll(/[.%$]/g, '\\$&')}(?!\\d|[.,]\\d)`, 'i').test(text);

const amountsOf = ({ values }: Fact): { readonly amount: Amount; readonly isShare: boolean }[] => [
  ...[
    ...(values.years ?? []),
    ...(values.usd ?? []),
    ...(values.people ?? []),
    ...Object.values(values.count ?? {}),
  ].map((amount) => ({ amount, isShare: false })),
  ...(values.share ?? []).map((amount) => ({ amount, isShare: true })),
];

/** Facts whose figures are told only with a hedge. */
export const isHedged = (fact: Fact): boolean =>
  !isCaution(fact) &&
  amountsOf(fact).some(({ amount }) => fact.values.hedge !== undefined || amount.mark !== 'exactly');

const isSaid = (
  text: string,
  { hedge, amount }: { readonly hedge: string; readonly amount: Amount },
): boolean =>
  text.toLowerCase().includes(hedge.toLowerCase()) ||
  // "About" for "roughly" is the same hedge.
  (marked.about?.test(hedge) === true && marked.about.test(text)) ||
  // What is hedged is another part of the sentence, and the figure has a mark of its own.
  (amount.mark === 'about' && marked.about?.test(text) === true);

const lostOf = (text: string, fact: Fact): string[] =>
  amountsOf(fact)
    .filter(({ amount, isShare }) =>
      [amount.low, amount.high]
        .flatMap((value) => written(value, isShare))
        .some((form) => stands(text, form)),
    )
    .flatMap(({ amount }) => [
      ...(marked[amount.mark]?.test(text) === false ? [amount.mark] : []),
      ...(fact.values.hedge ?? []).filter((hedge) => !isSaid(text, { hedge, amount })),
    ]);

/** The hedges that a claim leaves out although it tells their figures. Counts of ours are no figures of a fact. */
export const lostHedges = (library: Library, claim: Claim): string[] =>
  claim.counts === undefined
    ? factsOf(library, claim)
        .filter(isHedged)
        .flatMap((fact) =>
          lostOf(claim.text, fact).map((hedge) => `"${hedge}" of ${fact.id} in "${claim.text}"`),
        )
    : [];
