import type { Rule } from './grammar.ts';
import { codePoints, literalLength, markupLength } from './measure.ts';
import { type BlockProblem, below, isRecord } from './problem.ts';

/** The rules of one kind. */
export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
type Sizes = { readonly min?: number | undefined; readonly max?: number | undefined };

/** A list of one problem. */
export const problem = (code: string, pointer: string, message: string): BlockProblem[] => [
  { code, pointer, message },
];

/** Whether a count lies within a rule; without a minimum the least is 1. */
export const size = (
  many: number,
  sizes: Sizes,
  pointer: string,
  what: 'characters' | 'items',
): BlockProblem[] => {
  const { min = 1, max = Number.POSITIVE_INFINITY } = sizes;
  const [few, over] = what === 'items' ? ['too_few', 'too_many'] : ['too_short', 'too_long'];
  if (many < min) return problem(few, pointer, `${many} ${what}, at least ${min}`);
  return many > max ? problem(over, pointer, `${many} ${what}, at most ${max}`) : [];
};

const lengthOf = { literal: literalLength, markup: markupLength } as const;

/** Checks a string: choice, form and length. */
export const checkString = (value: unknown, rule: RuleOf<'string'>, pointer: string): BlockProblem[] => {
  if (typeof value !== 'string') return problem('wrong_type', pointer, 'expected a string');
  if (rule.enum !== undefined && !rule.enum.includes(value))
    return problem('not_in_enum', pointer, `expected one of ${rule.enum.join(', ')}`);
  if (rule.pattern !== undefined && !new RegExp(rule.pattern, 'u').test(value))
    return problem('bad_format', pointer, `expected the form ${rule.pattern}`);
  const measure = rule.shown === undefined ? codePoints : lengthOf[rule.shown];
  return size(measure(value), rule, pointer, 'characters');
};

/** Checks a number and its range. */
export const checkNumber = (value: unknown, rule: RuleOf<'number'>, pointer: string): BlockProblem[] => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return problem('wrong_type', pointer, 'expected a number');
  if (rule.integer === true && !Number.isInteger(value))
    return problem('wrong_type', pointer, 'expected an integer');
  const low = value < (rule.min ?? value) || value <= (rule.above ?? Number.NEGATIVE_INFINITY);
  return low || value > (rule.max ?? value)
    ? problem('out_of_range', pointer, `${value} is out of range`)
    : [];
};

/** Checks an object of plain values. */
export const checkFlat = (value: unknown, pointer: string): BlockProblem[] => {
  if (!isRecord(value)) return problem('wrong_type', pointer, 'expected an object');
  return Object.entries(value).flatMap(([key, inner]) =>
    ['string', 'number', 'boolean'].includes(typeof inner)
      ? []
      : problem('nested_metadata', below(pointer, key), 'values are strings, numbers and booleans'),
  );
};
