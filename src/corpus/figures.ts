/** Reads the figures of an English sentence: digits, number words, dozens, fractions, money and percentages. */

import { rememberedOf } from '../remembered.ts';
import type { Fact } from './fact.ts';

const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const words = new Map<string, number>([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, place) => [word, (place + 2) * 10] as const),
  ['a', 1],
]);
const scales = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
]);
const shares: readonly (readonly [RegExp, number])[] = [
  [/\b(?:a|one)[ -]third\b/gi, 1 / 3],
  [/\btwo[ -]thirds\b/gi, 2 / 3],
  [/\b(?:a|one)[ -]quarter\b/gi, 0.25],
  [/\bthree[ -]quarters\b/gi, 0.75],
  [/\b(?:a|one)[ -]half\b/gi, 0.5],
];

/** A number found in a sentence, with the place where it stands. */
export interface Figure {
  readonly value: number;
  /** Of its first character in the sentence. */
  readonly index: number;
  readonly text: string;
}

const digits =
  /(?<![\w.])\$?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(k|m|mn|b|bn|thousand|million|billion)?(?!\w)(\s?%|\s?percent\b)?/gi;
const scaleWords = 'dozen|hundred|thousand|million|billion';
const numberWord = `(?:${tens.join('|')})(?:[ -](?:${units.slice(1, 10).join('|')}))?|${units.slice(1).join('|')}|a`;
const spelled = new RegExp(`\\b(?:(${numberWord}) )?(${scaleWords})\\b|\\b(${numberWord})\\b`, 'gi');

/** `twenty-five` -> 25. */
const spelledOut = (written: string): number =>
  written
    .toLowerCase()
    .split(/[ -]/)
    .reduce((sum, word) => sum + (words.get(word) ?? 0), 0);

const spelledFigure = (match: RegExpExecArray): Figure[] => {
  const [text, multiple, scale, alone] = match;
  // "One" and "a" are more often words than figures.
  if (alone !== undefined && /^(?:a|one)$/i.test(alone)) return [];
  const value =
    alone === undefined
      ? spelledOut(multiple ?? 'a') * (scales.get((scale ?? '').toLowerCase()) ?? 1)
      : spelledOut(alone);
  return [{ value, index: match.index, text }];
};

const digitFigure = (match: RegExpExecArray): Figure => {
  const [text, plain = '', scale = '', percent] = match;
  const value = Number(plain.replaceAll(',', '')) * (scales.get(scale.toLowerCase()) ?? 1);
  return { value: percent === undefined ? value : value / 100, index: match.index, text: text.trim() };
};

/** Every figure in the order it stands. Percentages and fractions are shares of 1. "One" is not taken for a figure. */
export const figuresIn = (sentence: string): Figure[] => {
  const found: Figure[] = [];
  let rest = sentence;
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => readonly Figure[]): void => {
    for (const match of [...rest.matchAll(pattern)]) {
      found.push(...read(match));
      rest =
        rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  };
  for (const [pattern, value] of shares)
    take(pattern, (match) => [{ value, index: match.index, text: match[0] }]);
  take(digits, (match) => [digitFigure(match)]);
  take(spelled, spelledFigure);
  return found.sort((a, b) => a.index - b.index);
};

/** Whether a figure is the one meant, but for the last digits that reckoning may leave. */
export const sameFigure = (figure: number, meant: number): boolean =>
  Math.abs(figure - meant) <= Math.abs(meant) * 1e-6;

/** The values of the figures in a fact's sentence. */
export const figuresOf = rememberedOf(({ sentence }: Fact): readonly number[] =>
  figuresIn(sentence).map(({ value }) => value),
);
