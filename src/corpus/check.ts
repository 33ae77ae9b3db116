import type { Problem } from '../errors.ts';
import type { Amount } from './amount.ts';
import type { Bullet } from './article.ts';
import { monthsIn } from './date.ts';
import { type Figure, figuresIn, sameFigure } from './figures.ts';

const hedgeWords: Readonly<Record<Exclude<Amount['mark'], 'exactly' | 'range'>, string>> = {
  about: 'about|roughly|around|approximately|some|nearly|almost',
  over: 'over|more than|above|at least',
  under: 'under|less than|below|at most|fewer than|fewer',
};
const hedges = Object.entries(hedgeWords).map(([mark, words]) => ({
  mark,
  /** Anywhere in a sentence. */
  anywhere: new RegExp(`\\b(?:${words})\\b`, 'i'),
  /** Right before a figure. */
  before: new RegExp(`\\b(?:${words}) $`, 'i'),
}));
const longest = 200;

const amountsOf = ({ braces }: Bullet): Amount[] => [
  ...(braces.years ?? []),
  ...(braces.usd ?? []),
  ...(braces.people ?? []),
  ...(braces.share ?? []),
  ...Object.values(braces.count ?? {}),
];

const endsOf = ({ low, high }: Amount): number[] => (low === high ? [low] : [low, high]);

/** The figures that are claims: names may hold figures of their own ("21st Century IT"), which are blotted out. */
const claimed = ({ sentence, braces }: Bullet): Figure[] =>
  figuresIn(
    (braces.list ?? []).reduce((text, item) => text.replaceAll(item, ' '.repeat(item.length)), sentence),
  );

function* untyped(bullet: Bullet, figures: readonly Figure[]): Generator<string> {
  const { on } = bullet.braces;
  const typed = [...amountsOf(bullet).flatMap(endsOf), on?.year, on?.day];
  for (const figure of figures) {
    if (!typed.some((value) => value !== undefined && sameFigure(value, figure.value)))
      yield `The figure "${figure.text}" of the sentence has no typed value.`;
  }
}

/** A tenure of ten years may be told as a decade. */
const isDecade = (value: number, sentence: string): boolean => value === 10 && /\bdecade\b/.test(sentence);

function* unsaid(bullet: Bullet, figures: readonly Figure[]): Generator<string> {
  for (const value of amountsOf(bullet).flatMap(endsOf)) {
    if (!isDecade(value, bullet.sentence) && !figures.some((figure) => sameFigure(figure.value, value)))
      yield `The typed value ${value} does not stand in the sentence.`;
  }
}

function* unhedged(bullet: Bullet, figures: readonly Figure[]): Generator<string> {
  for (const amount of amountsOf(bullet)) {
    const own = hedges.find(({ mark }) => mark === amount.mark);
    if (own && !own.anywhere.test(bullet.sentence))
      yield `The sentence lacks the hedge of a value marked "${amount.mark}".`;
    const said = figures
      .filter((figure) => sameFigure(figure.value, amount.low))
      .flatMap((figure) =>
        hedges.filter(({ before }) => before.test(bullet.sentence.slice(0, figure.index))),
      );
    if (amount.mark === 'exactly' && said[0])
      yield `The sentence hedges a value that the braces give as exact; mark it "${said[0].mark}".`;
  }
}

function* figureProblems(bullet: Bullet): Generator<string> {
  const figures = claimed(bullet);
  yield* untyped(bullet, figures);
  yield* unsaid(bullet, figures);
  yield* unhedged(bullet, figures);
}

const speaks = (sentence: string, speaker: string): boolean => {
  const names = speaker
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== 'the');
  return [names[0], names.at(-1)].some((name) => name !== undefined && sentence.includes(name));
};

function* wordProblems({ sentence, braces }: Bullet): Generator<string> {
  const lower = sentence.toLowerCase();
  for (const hedge of braces.hedge ?? [])
    if (!lower.includes(hedge.toLowerCase())) yield `The hedge "${hedge}" does not stand in the sentence.`;
  for (const item of braces.list ?? [])
    if (!lower.includes(item.toLowerCase())) yield `The listed "${item}" does not stand in the sentence.`;
  for (const speaker of braces.by ?? [])
    if (!speaks(lower, speaker)) yield `The speaker "${speaker}" does not stand in the sentence.`;
}

function* briefProblems({ sentence, braces }: Bullet): Generator<string> {
  const figures = figuresIn(sentence);
  for (const figure of figuresIn(braces.brief ?? ''))
    if (!figures.some((other) => sameFigure(other.value, figure.value)))
      yield `The figure "${figure.text}" of brief does not stand in the sentence.`;
}

function* dateProblems({ sentence, braces }: Bullet): Generator<string> {
  const date = braces.on;
  const named = monthsIn(sentence);
  if (named.some((month) => month !== date?.month)) yield 'A month of the sentence is not in the typed date.';
  if (!date) return;
  if (date.inferred && !/\binferr?ed\b/.test(sentence))
    yield 'The date is inferred, and the sentence does not say so.';
  if (date.month !== undefined && !named.includes(date.month))
    yield 'The month of the typed date does not stand in the sentence.';
  const figures = figuresIn(sentence).map(({ value }) => value);
  if (date.day !== undefined && !figures.includes(date.day))
    yield 'The day of the typed date does not stand in the sentence.';
  if (!figures.includes(date.year)) yield 'The year of the typed date does not stand in the sentence.';
}

function* shapeProblems({ sentence, attribute, braces }: Bullet): Generator<string> {
  const characters = [...sentence].length;
  if (characters > longest) yield `The sentence has ${characters} characters; ${longest} is the most.`;
  if (!/[.!?]$/.test(sentence)) yield 'The sentence has no full stop.';
  if (braces.as === 'inference' && !/inferr?ed|inference/.test(sentence))
    yield 'What is inferred is not said to be inferred.';
  if (braces.usd && !braces.money)
    yield 'Money needs "money:", which says what the sum is (contract value, budget, …).';
  const item = (attribute === 'step' || attribute === 'protection') && braces.as !== 'caution';
  if (item && (!braces.id || !braces.group)) yield 'A step needs an id that does not change and a group.';
}

const rules = [figureProblems, wordProblems, briefProblems, dateProblems, shapeProblems];

/** Whether figure, hedge, date and speaker stand in both the sentence and its typed value. */
export const checkBullet = (bullet: Bullet, file: string): Problem[] =>
  rules
    .flatMap((rule) => [...rule(bullet)])
    .map((message) => ({
      file,
      line: bullet.line,
      field: bullet.attribute,
      message,
      remedy: 'Make the sentence and its braces say the same.',
    }));
