import { z } from 'zod';

/**
 * How an utterance was understood. Plain JSON of ids: deals, organisations, people, attributes and terms are the
 * library's own, so that no word a person typed stands in it. Under 1,500 characters when written as JSON, which is
 * what a button can carry.
 */
const plain = z.strictObject({
  /** The intent's file name. */
  intent: z.string().max(40),
  /** Whom it is about, in the order typed: deal ids, organisation ids, person ids, `market`, `transition`. */
  subjects: z.array(z.string().max(80)).max(12).default([]),
  /** What is asked of them: attribute ids. */
  attributes: z.array(z.string().max(40)).max(12).default([]),
  /** The rows of a comparison as somebody chose them: attribute ids. Empty leaves them to the intent. */
  rows: z.array(z.string().max(40)).max(16).default([]),
  /** Terms of the library's index that narrow the search, most telling first. */
  terms: z.array(z.string().max(40)).max(16).default([]),
  /** Facts that the reading was resolved to, best first. */
  facts: z.array(z.string().max(120)).max(8).default([]),
  /** What was asked and no fact holds: ids of the lexicon's rings or of attributes. `unheard` where a word is in neither. */
  missing: z.array(z.string().max(40)).max(6).default([]),
  /** What the question takes for granted, to be checked before it is answered. */
  premises: z
    .array(
      z.discriminatedUnion('form', [
        /** These two have a deal. */
        z.strictObject({ form: z.literal('pair'), client: z.string().max(80), vendor: z.string().max(80) }),
        /** The attribute has happened or is so, of the subject. */
        z.strictObject({
          form: z.literal('event'),
          subject: z.string().max(80),
          attribute: z.string().max(40),
        }),
        /** A figure of the attribute of the subject. */
        z.strictObject({
          form: z.literal('figure'),
          subject: z.string().max(80),
          attribute: z.string().max(40),
          value: z.number(),
        }),
        /** Staff went from one to another. */
        z.strictObject({ form: z.literal('move'), from: z.string().max(80), to: z.string().max(80) }),
        /** Something that the attribute says was kept is said to have been handed over. */
        z.strictObject({
          form: z.literal('scope'),
          subject: z.string().max(80),
          attribute: z.string().max(40),
        }),
        /** The person holds this post, or works for this organisation. */
        z.strictObject({
          form: z.literal('post'),
          person: z.string().max(80),
          organisation: z.string().max(80).optional(),
          post: z.string().max(40).optional(),
        }),
      ]),
    )
    .max(4)
    .default([]),
  /** The form of answer the question calls for. */
  wants: z
    .enum([
      'count',
      'money',
      'share',
      'duration',
      'date',
      'person',
      'place',
      'organisation',
      'reason',
      'choice',
      'yes-no',
      /** A judgement or advice, which is not ours to give. */
      'verdict',
      /** Who says what was told before, and how surely. */
      'warrant',
    ])
    .optional(),
  /** More than a fact may tell: what came of a plan, the very day, a rate, what several figures come to. */
  beyond: z.enum(['result', 'day', 'per-month', 'per-year', 'sum']).optional(),
  /** Inclusive range of calendar years. */
  years: z.strictObject({ from: z.number().int(), to: z.number().int() }).optional(),
  /** Bounds of a figure that a list is narrowed by; both ends exclusive. */
  amount: z
    .strictObject({
      unit: z.enum(['years', 'usd', 'people', 'share']),
      over: z.number().optional(),
      under: z.number().optional(),
    })
    .optional(),
  /** Which end of an order of deals is asked for. */
  order: z.enum(['oldest', 'newest', 'oldest-newest', 'longest', 'shortest', 'most-people']).optional(),
  /** Subjects to leave out of a list or comparison. */
  without: z.array(z.string().max(80)).max(12).default([]),
  /** Attributes that the deals of a list must not state. */
  lacking: z.array(z.string().max(40)).max(4).default([]),
  /** Places, as states or cities written in the library. */
  places: z.array(z.string().max(60)).max(8).default([]),
  /** Slots that came from an earlier turn rather than from this utterance. */
  carried: z.array(z.string().max(40)).max(12).default([]),
});

/** A reading as it arrives from a button, a modal or a store. */
export const readingSchema = plain.extend({ runnerUp: plain.optional() });

export type PlainReading = z.output<typeof plain>;
export type Reading = z.output<typeof readingSchema>;
/** A reading in which only what differs from the defaults is given. */
export type ReadingInput = z.input<typeof readingSchema>;

/** Fills the defaults; throws a ZodError when a field is of the wrong shape. */
export const toReading = (input: ReadingInput): Reading => readingSchema.parse(input);

/** What there is to say of a reading: its runner-up and empty slots are left out. `readingSchema` fills them again. */
export const withoutDefaults = (reading: Reading): ReadingInput => {
  const { runnerUp: _, ...plain } = reading;
  const isEmpty = (value: unknown): boolean =>
    value === undefined || (Array.isArray(value) && value.length === 0);
  const said = Object.entries(plain).filter(([, value]) => !isEmpty(value));
  return { intent: plain.intent, ...Object.fromEntries(said) };
};

/** The shortest JSON of a reading, as it fits a button. At most 1,500 characters. */
export const encodeReading = (reading: Reading): string => {
  const said = withoutDefaults(reading);
  const json = JSON.stringify(said);
  if (json.length <= 1500) return json;
  const { terms: _, facts: __, ...shorter } = said;
  return JSON.stringify(shorter);
};

const briefMax = 75;
/** The slots that a brief reading can hold, in the order in which it holds them. */
const briefSlots = ['subjects', 'attributes', 'terms', 'facts'] as const;

/**
 * A reading short enough for an option of a menu: `fact|kaiser-ibm|term`. Undefined where it has more to say than its
 * subjects, attributes, terms and facts, or says it in over 75 characters.
 */
export const briefReading = (reading: PlainReading): string | undefined => {
  const { intent, subjects, attributes, terms, facts } = reading;
  const kept = toReading({ intent, subjects, attributes, terms, facts });
  if (encodeReading(kept) !== encodeReading(reading)) return undefined;
  // A comma joins, a bar parts two slots, and a term has bars of its own.
  const slots = briefSlots.map((slot) => reading[slot].map((id) => id.replaceAll('|', '+')).join(','));
  const brief = [intent, ...slots].join('|').replace(/\|+$/, '|');
  const isWhole = encodeReading(toReading(fromBrief(brief))) === encodeReading(reading);
  return isWhole && [...brief].length <= briefMax ? brief : undefined;
};

const fromBrief = (brief: string): ReadingInput => {
  const [intent = '', ...slots] = brief.split('|');
  const ids = (at: number): string[] =>
    (slots[at] ?? '') === '' ? [] : (slots[at] ?? '').split(',').map((id) => id.replaceAll('+', '|'));
  return { intent, ...Object.fromEntries(briefSlots.map((slot, at) => [slot, ids(at)])) };
};

/** The reading that a button or an option holds; undefined when another version made it, or nobody of ours. */
export const decodeReading = (value: string): Reading | undefined => {
  if (/^[a-z-]+\|/.test(value)) return readingSchema.safeParse(fromBrief(value)).data;
  try {
    return readingSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
};
