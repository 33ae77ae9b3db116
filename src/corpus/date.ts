import { z } from 'zod';

/** A calendar date of known precision, after EDTF (ISO 8601-2) level 2: `2009`, `2024?-02-01`, `2009-03-16?`. */
export interface FactDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** Some part was inferred, not stated. */
  readonly inferred: boolean;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const pattern = /^(\d{4})(\?)?(?:-(0[1-9]|1[0-2])(\?)?(?:-(0[1-9]|[12]\d|3[01])(\?)?)?)?$/;

const parse = (text: string): FactDate | undefined => {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, y, month, m, day, d] = match;
  const longest = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  if (day !== undefined && Number(day) > longest) return undefined;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    // A mark after a part qualifies that part and all before it.
    inferred: Boolean(y ?? m ?? d),
  };
};

/** Reads a date from YAML, where a bare year arrives as a number. */
export const dateSchema = z
  .union([z.number(), z.string()], 'expected a date such as 2009, 2024?-02-01 or 2009-03-16?')
  .transform((written, context): FactDate => {
    const date = parse(String(written));
    if (date) return date;
    context.addIssue({
      code: 'custom',
      message: `"${written}" is not a date such as 2009, 2024?-02-01 or 2009-03-16?`,
    });
    return z.NEVER;
  });

/** `March 17, 2009`, `July 2014`, `2024 (inferred)`. */
export const sayDate = (date: FactDate): string => {
  const month = date.month === undefined ? undefined : months[date.month - 1];
  const day = date.day === undefined ? '' : ` ${date.day},`;
  const plain = month === undefined ? String(date.year) : `${month}${day} ${date.year}`;
  return date.inferred ? `${plain} (inferred)` : plain;
};

const orderOf = ({ year, month = 0, day = 0 }: FactDate): number => (year * 100 + month) * 100 + day;

/** Puts dates in order, the oldest first; one of a year or a month alone before the days in it, and no date before all. */
export const byDate = (a: FactDate | undefined, b: FactDate | undefined): number =>
  (a === undefined ? 0 : orderOf(a)) - (b === undefined ? 0 : orderOf(b));

const shortMonths = new Map(
  [...months.map((month) => month.slice(0, 3)), 'Sept'].map((short) => [short, short.slice(0, 3)]),
);

/** 1 to 12 for a month written out or shortened as usual; "Mayo" and "Marching" are none. */
const monthOf = (word: string): number =>
  months.findIndex((month) => month === word || month.slice(0, 3) === shortMonths.get(word)) + 1;

/** The months named in a text, 1 to 12, in the order they stand. "may" counts only when capitalised. */
export const monthsIn = (text: string): number[] =>
  (text.match(/\b[A-Z][a-z]+\b/g) ?? []).map(monthOf).filter((month) => month > 0);
