import { figuresIn } from '../corpus/figures.ts';
import type { Reading } from '../reading.ts';

type Bounds = NonNullable<Reading['amount']>;

const over =
  /\b(?:over|above|more than|longer than|greater than|bigger than|exceeding|north of|upwards of|larger than)\s+|>\s*/;
const under = /\b(?:under|below|less than|fewer than|shorter than|smaller than)\s+|<\s*/;
const units: readonly (readonly [Bounds['unit'], RegExp])[] = [
  ['years', /\b(?:years?|yrs?)\b/],
  ['usd', /\$|\b(?:dollars?|usd|million|billion|mn|bn)\b/],
  ['share', /%|\bpercent\b/],
  [
    'people',
    /\b(?:jobs?|positions?|people|employees|workers|staff|staffers|ppl|folks|layoffs|losses|cuts|heads|transfers)\b/,
  ],
];

const after = (text: string, pattern: RegExp): number | undefined => {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const [figure] = figuresIn(rest.slice(0, 24));
  return figure && figure.index <= 1 ? figure.value : undefined;
};

const ofDeals = /\b(?:deals?|contracts?|agreements?|precedents?|who|which)\b/;

/** "Older than 10 years" is counted from today, which no article knows. */
const ofAge = /\b(?:older|newer|younger|ago|recent|(?:in|within|over|during) the (?:last|past))\b/;

/** "deals where the term is 7 yrs": as near to the figure as makes no difference. */
const exactly = (text: string, unit: Bounds['unit']): Reading['amount'] => {
  if ((unit !== 'years' && unit !== 'people') || !ofDeals.test(text) || ofAge.test(text)) return undefined;
  const [figure] = figuresIn(text).filter(({ value }) => value < 1900 || value > 2100);
  return figure && { unit, over: figure.value - 0.5, under: figure.value + 0.5 };
};

const atLeast = /\b(?:at least|minimum(?: of)?|no less than)\s+/;
const atMost = /\b(?:at most|maximum(?: of)?|max|up to|no more than)\s+/;
const orMore = /([\d,.]+)\s?(?:\w+\s)?(?:or|and) (?:more|longer|over|above|up|greater)\b/;
const orLess = /([\d,.]+)\s?(?:\w+\s)?(?:or|and) (?:less|fewer|shorter|under|below)\b/;

const numberOf = (match: RegExpExecArray | null): number | undefined =>
  match?.[1] === undefined ? undefined : Number(match[1].replaceAll(',', ''));

/** Half of one below or above what is still meant: bounds are exclusive. */
const inclusive = (text: string, before: RegExp, behind: RegExp, step: number): number | undefined => {
  const figure = after(text, before) ?? numberOf(behind.exec(text));
  return figure === undefined || Number.isNaN(figure) ? undefined : figure + step;
};

/** The bounds that an utterance sets on a figure: "over 5 yrs", "job losses above 500", "7+ years". */
export const boundsOf = (text: string): Reading['amount'] => {
  const unit = units.find(([, pattern]) => pattern.test(text))?.[0];
  if (unit === undefined) return undefined;
  const plus = /(\d[\d,]*)\s?\+/.exec(text)?.[1];
  const [low, high] = [
    plus === undefined
      ? (inclusive(text, atLeast, orMore, -0.5) ?? after(text, over))
      : Number(plus.replaceAll(',', '')) - 0.5,
    inclusive(text, atMost, orLess, 0.5) ?? after(text, under),
  ];
  if (low === undefined && high === undefined) return exactly(text, unit);
  return {
    unit,
    ...(low === undefined ? {} : { over: low }),
    ...(high === undefined ? {} : { under: high }),
  };
};
