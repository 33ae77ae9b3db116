import type { Problem } from '../errors.ts';
import type { Amount } from './amount.ts';
import type { Bullet } from './article.ts';
import { monthsIn } from './date.ts';
import { figuresIn } from './figures.ts';

const hedges = {
  about: /\b(about|roughly|around|approximately|some|nearly|almost)\b/i,
  over: /\b(over|more than|above|at least)\b/i,
  under: /\b(under|less than|below|at most|fewer)\b/i,
} as const;

const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-6;

const amountsOf = ({ braces }: Bullet): Amount[] => [
  ...(braces.years ?? []),
  ...(braces.usd ?? []),
  ...(braces.people ?? []),
  ...(braces.share ?? []),
  ...Object.values(braces.count ?? {}),
];

const dateFigures = ({ braces }: Bullet): number[] =>
  [braces.on?.year, braces.on?.day].filter((part) => part !== undefined);

/** Names may hold figures of their own ("21st Century IT"), which are not claims. */
const bare = (bullet: Bullet): string =>
  (bullet.braces.list ?? []).reduce((sentence, item) => sentence.replaceAll(item, ''), bullet.sentence);

function* figureProblems(bullet: Bullet): Generator<string> {
  const typed = [...amountsOf(bullet).flatMap((amount) => [amount.low, amount.high]), ...dateFigures(bullet)];
  const found = figuresIn(bare(bullet));
  for (const figure of found) {
    if (!typed.some((value) => close(value, figure.value)))
      yield `The figure "${figure.text}" of the sentence has no typed value.`;
  }
  for (const amount of amountsOf(bullet)) {
    for (const value of [amount.low, amount.high]) {
      // A tenure of ten years may be told as a decade.
      const decade = value === 10 && /\bdecade\b/.test(bullet.sentence);
      if (!decade && !found.some((figure) => close(figure.value, value)))
        yield `The typed value ${value} does not stand in the sentence.`;
    }
    if (
      amount.mark in hedges &&
      !hedges[amount.mark === 'exactly' || amount.mark === 'range' ? 'about' : amount.mark].test(
        bullet.sentence,
      )
    ) {
      yield `The sentence lacks the hedge of a value marked "${amount.mark}".`;
    }
  }
}

function* wordProblems({ sentence, braces }: Bullet): Generator<string> {
  const lower = sentence.toLowerCase();
  for (const hedge of braces.hedge ?? [])
    if (!lower.includes(hedge.toLowerCase())) yield `The hedge "${hedge}" does not stand in the sentence.`;
  for (const item of braces.list ?? [])
    if (!lower.includes(item.toLowerCase())) yield `The listed "${item}" does not stand in the sentence.`;
  for (const speaker of braces.by ?? []) {
    const last = speaker.toLowerCase().split(' ').at(-1) ?? '';
    const first = speaker.toLowerCase().split(' ')[0] ?? '';
    if (!lower.includes(last) && !lower.includes(first))
      yield `The speaker "${speaker}" does not stand in the sentence.`;
  }
  if (braces.brief !== undefined) {
    const inSentence = figuresIn(sentence);
    for (const figure of figuresIn(braces.brief)) {
      if (!inSentence.some((other) => close(other.value, figure.value)))
        yield `The figure "${figure.text}" of brief does not stand in the sentence.`;
    }
  }
}

function* dateProblems({ sentence, braces }: Bullet): Generator<string> {
  const date = braces.on;
  if (date?.inferred && !/\binferr?ed\b/.test(sentence))
    yield 'The date is inferred, and the sentence does not say so.';
  const named = monthsIn(sentence);
  if (date?.month !== undefined && !named.includes(date.month))
    yield 'The month of the typed date does not stand in the sentence.';
  if (named.some((month) => month !== date?.month)) yield 'A month of the sentence is not in the typed date.';
  if (date && !sentence.includes(String(date.year)))
    yield 'The year of the typed date does not stand in the sentence.';
  if (braces.as === 'inference' && !/inferr?ed|inference/.test(sentence))
    yield 'What is inferred is not said to be inferred.';
}

function* shapeProblems({ sentence, attribute, braces }: Bullet): Generator<string> {
  if ([...sentence].length > 200)
    yield `The sentence has ${[...sentence].length} characters; 200 is the most.`;
  if (!/[.!?]$/.test(sentence)) yield 'The sentence has no full stop.';
  if (
    (attribute === 'step' || attribute === 'protection') &&
    braces.as !== 'caution' &&
    (!braces.id || !braces.group)
  ) {
    yield 'A step needs an id that does not change and a group.';
  }
}

/** Whether figure, hedge, date and speaker stand in both the sentence and its typed value. */
export const checkBullet = (bullet: Bullet, file: string): Problem[] =>
  [...figureProblems(bullet), ...wordProblems(bullet), ...dateProblems(bullet), ...shapeProblems(bullet)].map(
    (message) => ({
      file,
      line: bullet.line,
      field: bullet.attribute,
      message,
      remedy: 'Make the sentence and its braces say the same.',
    }),
  );
