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

const pattern = /^(\d{4})(\?)?(?:-(0[1-9]|1[0-2])(\?)?)?(?:-(0[1-9]|[12]\d|3[01])(\?)?)?$/;

const parse = (text: string): FactDate | undefined => {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, y, month, m, day, d] = match;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
    // A mark after a part qualifies that part and all before it.
    inferred: Boolean(y ?? m ?? d),
  };
};

/** Reads a date from YAML, where a bare year arrives as a number. */
export const dateSchema = z.union([z.number(), z.string()]).transform((written, context): FactDate => {
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

/** The months named in a text, 1 to 12, in the order they stand. "may" counts only when capitalised. */
export const monthsIn = (text: string): number[] =>
  [...text.matchAll(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g)]
    .filter((match) =>
      months.some(
        (month) => month === match[0] || (match[0].length <= 4 && month.startsWith(match[1] ?? ' ')),
      ),
    )
    .map((match) => months.findIndex((month) => month.startsWith(match[1] ?? ' ')) + 1);
