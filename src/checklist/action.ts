import { z } from 'zod';
import { daySchema, limits } from './record.ts';

const id = z.string().min(1).max(64);

/** What somebody does, whatever it is: `id` is the same however often it is delivered; `at` in milliseconds. */
const act = { id, by: z.string().min(1).max(64), at: z.number().int().nonnegative() };

/** A field as the person saw it, and as they want it. Null means empty. */
const change = <Value>(value: z.ZodType<Value>) =>
  z.object({ from: value.nullable(), to: value.nullable() }).optional();

/** On one line: an item cannot look like two. */
const line = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most));

const text = line(limits.text).pipe(z.string().min(1));
const note = z.string().trim().min(1).max(limits.note);

const fields = { assignee: change(id), due: change(daySchema), note: change(note) };

/** What can be done to a checklist. */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ ...act, type: z.literal('tick'), item: id }),
  z.object({ ...act, type: z.literal('untick'), item: id }),
  /** Only the fields that the person changed. */
  z.object({ ...act, type: z.literal('edit'), item: id, ...fields }),
  z.object({
    ...act,
    type: z.literal('add'),
    /** The new item's id. */
    item: id,
    text,
    group: line(limits.group),
    assignee: id.optional(),
    due: daySchema.optional(),
    note: note.optional(),
  }),
  z.object({ ...act, type: z.literal('remove'), item: id }),
  z.object({ ...act, type: z.literal('restore'), item: id }),
]);

export type Action = z.output<typeof actionSchema>;
export type Edit = Extract<Action, { type: 'edit' }>;

/** The fields of an item that are edited. */
export const editable = ['assignee', 'due', 'note'] as const;
export type Field = (typeof editable)[number];
