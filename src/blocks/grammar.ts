import { z } from 'zod';
import limits from './limits.json' with { type: 'json' };

const surface = z.enum(['message', 'modal', 'home']);
const size = z.int().nonnegative().optional();
const range = z.strictObject({ min: size, max: size });
const names = z.array(z.string()).min(1);
/** On every rule: the surfaces to which a field is confined. */
const confined = { surfaces: z.array(surface).optional() };

const value = z.discriminatedUnion('kind', [
  z.strictObject({ ...confined, kind: z.literal('boolean') }),
  /** Sizes are code points. `shown` text is measured as Slack would escape it, `markup` keeping its `<` and `>`. */
  z.strictObject({
    ...confined,
    kind: z.literal('string'),
    min: size,
    max: size,
    enum: names.optional(),
    pattern: z.string().optional(),
    shown: z.enum(['literal', 'markup']).optional(),
  }),
  z.strictObject({
    ...confined,
    kind: z.literal('number'),
    integer: z.boolean().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** The value is greater than this. */
    above: z.number().optional(),
  }),
  /** A text object of one of these types; the sizes are those of its text. */
  z.strictObject({ ...confined, kind: z.literal('text'), of: names, min: size, max: size }),
  /** An object of one of these shapes. */
  z.strictObject({ ...confined, kind: z.literal('shape'), of: names }),
  /** Any block that the surface takes. */
  z.strictObject({ ...confined, kind: z.literal('block') }),
  /** An object whose values are strings, numbers and booleans. */
  z.strictObject({ ...confined, kind: z.literal('flat') }),
  /** Table rows: lists of cells, all of one length. `cell` and `content` bound the text of one and of all cells. */
  z.strictObject({
    ...confined,
    kind: z.literal('grid'),
    rows: range,
    columns: range,
    cells: names,
    /** What the first row may hold, where that is less. */
    header: names.optional(),
    cell: z.int(),
    content: z.int(),
  }),
]);

const rule = z.discriminatedUnion('kind', [
  ...value.options,
  /** A list whose items follow one rule; `primary` is how many of them may have the style `primary`. */
  z.strictObject({ ...confined, kind: z.literal('list'), min: size, max: size, of: value, primary: size }),
]);

const shape = z.strictObject({
  family: z.enum(['block', 'element', 'object', 'rich_text', 'payload']),
  /** The value of the property `type`; shapes without it have no such property. */
  type: z.string().optional(),
  surfaces: z.array(surface),
  required: names.optional(),
  exactlyOne: z.array(names).optional(),
  atLeastOne: z.array(names).optional(),
  /** Fields that are allowed only beside another. */
  needs: z.record(z.string(), z.string()).optional(),
  fields: z.record(z.string(), rule),
});

const grammarSchema = z.strictObject({
  totals: z.strictObject({
    message: z.strictObject({ text: z.int(), markdown: z.int(), tables: z.int(), charts: z.int() }),
  }),
  shapes: z.record(z.string(), shape),
});

export type Surface = z.output<typeof surface>;
export type Rule = z.output<typeof rule>;
export type Shape = z.output<typeof shape>;

/** Block Kit as data, from `limits.json`. Sizes without a minimum start at 1. */
export const grammar = grammarSchema.parse(limits);

/** A shape by its name; throws where `limits.json` has none, which is a slip of ours. */
export const shapeNamed = (name: string): Shape => {
  const found = grammar.shapes[name];
  if (found === undefined) throw new Error(`limits.json has no shape "${name}"`);
  return found;
};

/** The largest size that a field of a shape may have: characters, or items. */
export const maxOf = (name: string, field: string): number => {
  const found = shapeNamed(name).fields[field];
  if (found !== undefined && 'max' in found && found.max !== undefined) return found.max;
  throw new Error(`limits.json has no maximum for "${name}.${field}"`);
};
