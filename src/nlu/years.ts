/** Inclusive range of calendar years. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

const year = String.raw`(?:(?:19|20)\d{2}|'\d{2})`;
const full = (written: string): number => {
  if (!written.startsWith("'")) return Number(written);
  const short = Number(written.slice(1));
  return short > 70 ? 1900 + short : 2000 + short;
};
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** What makes a number before it a count rather than a year: a unit or a noun in the plural. */
const counted = '(?:%|percent|year|month|people|million|billion|k\\b|(?!was|is|vs|has|does|this)\\w+s\\b)';
const first = 1900;
const last = 2100;

const forms: readonly (readonly [RegExp, (a: number, b: number) => Years])[] = [
  [
    new RegExp(`\\b(?:from |between )?(${year})\\s*(?:-|–|to|and|through|until)\\s*(${year})\\b`),
    (a, b) => ({ from: Math.min(a, b), to: Math.max(a, b) }),
  ],
  [
    new RegExp(`\\b(?:after|later than|newer than|more recent than|post)[\\s-]+(${year})\\b`),
    (a) => ({ from: a + 1, to: last }),
  ],
  [new RegExp(`\\bsince\\s+(${year})\\b`), (a) => ({ from: a, to: last })],
  [new RegExp(`\\bfrom\\s+(${year}) on(?:ward|wards)?\\b`), (a) => ({ from: a, to: last })],
  [
    new RegExp(`\\b(?:before|prior to|earlier than|older than|pre)[\\s-]+(${year})\\b`),
    (a) => ({ from: first, to: a - 1 }),
  ],
  [new RegExp(`\\b(?:until|up to|by)\\s+(${year})\\b`), (a) => ({ from: first, to: a })],
  [/\b(20[0-3]0|19\d0)s\b/, (a) => ({ from: a, to: a + 9 })],
  [new RegExp(`(?<![\\d$.])(${year})(?![\\d%])`), (a) => ({ from: a, to: a })],
  // "in 23", but not "in 12 hospitals"; "march 09", but not "march 17", which is a day.
  [new RegExp(`\\b(?:in|during|signed) ('?\\d{2})\\b(?!\\s*${counted})`), (a) => ({ from: a, to: a })],
  [new RegExp(`\\b(?:${months}) ('\\d{2}|0\\d|3[2-9]|[4-9]\\d)\\b`), (a) => ({ from: a, to: a })],
];

/** The years an utterance names, if any: `2023`, `2008-2014`, `since 2020`, `before 2015`, `the 2010s`, `in 23`. */
export const yearsOf = (text: string): Years | undefined => {
  for (const [pattern, range] of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [a, b] = [match[1] ?? '', match[2] ?? match[1] ?? ''].map((written) =>
      full(/^\d{2}$/.test(written) ? `'${written}` : written),
    );
    if (a !== undefined && b !== undefined && !Number.isNaN(a)) return range(a, b);
  }
  return undefined;
};
