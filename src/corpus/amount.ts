import { z } from 'zod';
import { figuresIn } from './figures.ts';

/** A quantity as an article gives it: exact, about, more than, less than, or a range. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  readonly mark: 'exactly' | 'about' | 'over' | 'under' | 'range';
}

const marks = { '~': 'about', '>': 'over', '<': 'under' } as const;

const number = (text: string): number | undefined => {
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  if (fraction) return Number(fraction[1]) / Number(fraction[2]);
  return figuresIn(text)[0]?.value;
};

const parse = (text: string): Amount | undefined => {
  const [from, to] = text.split('..');
  if (from !== undefined && to !== undefined) {
    const low = number(from.trim());
    const high = number(to.trim());
    return low === undefined || high === undefined ? undefined : { low, high, mark: 'range' };
  }
  const sign = text.slice(0, 1);
  const marked = sign === '~' || sign === '>' || sign === '<';
  const value = number(marked ? text.slice(1).trim() : text);
  if (value === undefined) return undefined;
  return { low: value, high: value, mark: marked ? marks[sign] : 'exactly' };
};

const amounts = 'an amount such as 7, ~2000, >14000, 40000..60000 or 81%';

/** `7`, `~2000`, `>14000`, `40000..60000`, `500 million`, `~1/3`, `81%`. */
export const amountSchema = z
  .union([z.number(), z.string()], `expected ${amounts}`)
  .transform((written, context): Amount => {
    const amount = typeof written === 'number' ? parse(String(written)) : parse(written);
    if (amount) return amount;
    context.addIssue({
      code: 'custom',
      message: `"${written}" is not ${amounts}`,
    });
    return z.NEVER;
  });
