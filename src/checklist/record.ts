import { z } from 'zod';

/** How much of each there may be. What Slack shows of it is measured elsewhere. */
export const limits = { name: 80, text: 300, group: 80, note: 1_000, items: 200, applied: 5_000 } as const;

const id = z.string().min(1).max(64);
const person = z.string().min(1).max(64);
/** Milliseconds since the epoch. */
const moment = z.number().int().nonnegative();

/** A day of the calendar, as `2026-12-03`: the same day wherever it is read. */
export const daySchema = z.iso.date();

/** Who did something, and when. The person is missing where they asked to be forgotten. */
const doneSchema = z.object({ by: person.optional(), at: moment });

const itemSchema = z.object({
  id,
  text: z.string().min(1).max(limits.text),
  group: z.string().max(limits.group),
  /** The fact of the guide that it was taken from; missing where people added it. */
  fact: z.string().max(120).optional(),
  ticked: doneSchema.optional(),
  assignee: person.optional(),
  due: daySchema.optional(),
  note: z.string().min(1).max(limits.note).optional(),
  /** It is kept, so that removing can be undone. */
  removed: doneSchema.optional(),
});

/** A transition that a channel carries out: what is to be done, by whom, until when. */
export const checklistSchema = z.object({
  id,
  name: z.string().min(1).max(limits.name),
  started: doneSchema,
  /** Counts the actions applied, from 0. */
  revision: z.number().int().nonnegative(),
  /** In the order in which they are shown, removed ones included. */
  items: z.array(itemSchema).max(limits.items),
  /** The actions of the last day, oldest first: what Slack delivers again changes nothing again. */
  applied: z.array(z.object({ id, at: moment })).max(limits.applied),
});

export type Checklist = z.output<typeof checklistSchema>;
export type Item = z.output<typeof itemSchema>;

/** A step of the guide, as a checklist begins with it. */
export interface Step {
  /** The id of its fact. */
  readonly fact: string;
  readonly text: string;
  readonly group: string;
}

/** The item of this id that was not removed. */
export const itemOf = ({ items }: Checklist, item: string): Item | undefined =>
  items.find((one) => one.id === item && one.removed === undefined);

/** What is to be done, in order; what was removed left out. */
export const openItems = ({ items }: Checklist): Item[] => items.filter((one) => one.removed === undefined);
