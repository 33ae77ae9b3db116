import { z } from 'zod';
import { amountSchema } from './amount.ts';
import { dateSchema } from './date.ts';

const oneOrMore = z
  .union([z.string(), z.array(z.string()).min(1)], 'expected a name or a list of names')
  .transform((written) => (typeof written === 'string' ? [written] : written));
const amounts = z
  .union(
    [z.number(), z.string(), z.array(z.union([z.number(), z.string()]))],
    'expected an amount or a list of amounts',
  )
  .transform((written) => (Array.isArray(written) ? written : [written]))
  .pipe(z.array(amountSchema));
const words = z.string().transform((written) => written.split(',').map((word) => word.trim()));

const organisation = z.strictObject({
  aka: z.array(z.string()).default([]),
  is: z.string().optional(),
  /** Descriptions by which people mean it: "the insurer's sister company". */
  described: z.array(z.string()).default([]),
  /** City and state. */
  in: z.string().optional(),
  'part of': z.string().optional(),
});

const person = z.strictObject({
  post: z.string().optional(),
  of: z.string().optional(),
  aka: z.array(z.string()).default([]),
});

const deal = z.strictObject({
  client: z.string(),
  /** One or more vendors; `none` for an in-house counter-example. */
  vendor: oneOrMore,
  name: z.string().optional(),
});

/** The front matter of an article: its source, and whom it names. */
export const frontMatterSchema = z.strictObject({
  title: z.string(),
  /** The source has no headline; the title is our description. */
  untitled: z.boolean().default(false),
  publisher: z.string(),
  author: z.string().optional(),
  published: dateSchema,
  url: z.url().optional(),
  kind: z.enum(['news', 'interview', 'feature', 'guidance']),
  /** Why it is not neutral, where so: "the blog of a company that sells IT outsourcing". */
  promotional: z.string().optional(),
  /** What is missing of it, where so: "only the first page was available". */
  partial: z.string().optional(),
  organisations: z.record(z.string(), organisation).default({}),
  people: z.record(z.string(), person).default({}),
  deals: z
    .record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'a deal id is client-vendor in lower case'), deal)
    .default({}),
});

/** What stands in the braces after a fact's sentence. */
export const bracesSchema = z.strictObject({
  /** Overrides the counted id; for facts that other places refer to. */
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  /** Who says so. */
  by: oneOrMore.optional(),
  /** Whom it was said to. */
  to: z.string().optional(),
  as: z
    .enum(['plan', 'target', 'prediction', 'opinion', 'advice', 'survey', 'inference', 'caution'])
    .optional(),
  hedge: oneOrMore.optional(),
  'withheld by': z.string().optional(),
  years: amounts.optional(),
  usd: amounts.optional(),
  money: z
    .enum(['contract value', 'annual value', 'claimed savings', 'investment', 'budget', 'cost per doctor'])
    .optional(),
  people: amounts.optional(),
  counted: z.string().optional(),
  share: amounts.optional(),
  count: z.record(z.string(), amountSchema).optional(),
  on: dateSchema.optional(),
  list: z.array(z.string()).optional(),
  /** `Allina Health -> Optum`: from whom staff go to whom. */
  moves: z
    .string()
    .regex(/^.+ -> .+$/, 'moves is written From -> To')
    .transform((written) => written.split(' -> '))
    .optional(),
  /** The fact in a few words, for a table cell. */
  brief: z.string().max(100).optional(),
  /** Further words by which the fact is found. */
  also: words.optional(),
  /** Of a step: its group in the checklist, who acts, and when. */
  group: z.string().optional(),
  who: z.string().optional(),
  when: z.string().optional(),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
export type Braces = z.output<typeof bracesSchema>;

/** A bullet as it was read: not yet joined to the rest of the library. */
export interface Bullet {
  readonly line: number;
  /** The names in the heading above it, as written. */
  readonly about: readonly string[];
  readonly attribute: string;
  readonly sentence: string;
  readonly braces: Braces;
}

/** One file of `seeds/`, read and checked by itself. */
export interface Article extends FrontMatter {
  readonly id: string;
  readonly file: string;
  readonly bullets: readonly Bullet[];
  /** 1-based line of each entry of the front matter: `deals.kaiser-ibm`, `people.Ann Lee`. */
  readonly lines: ReadonlyMap<string, number>;
}
