import { describe, expect, it } from 'vitest';
import type { Rule, Shape, Surface } from '../../src/blocks/grammar.ts';
import { checkShape } from '../../src/blocks/shape.ts';
import { allShapes, sampleCell, sampleShape, sampleValue } from './sample.ts';

const codes = (value: unknown, shape: Shape, surface: Surface) =>
  checkShape(value, shape, '', surface).map(({ code, pointer }) => `${code} ${pointer}`);

/** A chosen option has to be among the options, so that it cannot be tried alone. */
const chosen = new Set(['initial_option', 'initial_options']);

interface Bound {
  readonly title: string;
  readonly name: string;
  readonly shape: Shape;
  readonly surface: Surface;
  readonly field: string;
  readonly rule: Rule;
}

const bounds: Bound[] = allShapes.flatMap(({ name, shape, surface }) =>
  Object.entries(shape.fields)
    .filter(([field]) => !chosen.has(field))
    .map(([field, rule]) => {
      const [own = surface] = rule.surfaces ?? [];
      return { title: `${name}.${field}`, name, shape, surface: own, field, rule };
    }),
);

const check = ({ name, shape, surface, field }: Bound, value: unknown): string[] =>
  codes(sampleShape(name, surface, { [field]: value }), shape, surface);

const sized = bounds.filter(({ rule }) => 'max' in rule && rule.max !== undefined && rule.kind !== 'number');
const maxOf = ({ rule }: Bound): number => ('max' in rule && rule.max !== undefined ? rule.max : 0);
const pointer = ({ field, rule }: Bound): string => `/${field}${rule.kind === 'text' ? '/text' : ''}`;
const over = ({ rule }: Bound): string => (rule.kind === 'list' ? 'too_many' : 'too_long');

describe('limits.json', () => {
  it.each(allShapes)('describes a $name that passes', ({ name, shape, surface }) => {
    expect(codes(sampleShape(name, surface), shape, surface)).toEqual([]);
  });

  it.each(bounds)('accepts $title', (bound) => {
    expect(check(bound, sampleValue(bound.rule, bound.surface))).toEqual([]);
  });

  it.each(allShapes.filter(({ shape }) => shape.surfaces.length < 3))(
    'keeps a $name to its surfaces',
    (one) => {
      const others = (['message', 'modal', 'home'] as const).filter(
        (surface) => !one.shape.surfaces.includes(surface),
      );
      for (const other of others)
        expect(codes(sampleShape(one.name, one.surface), one.shape, other)).toEqual(['wrong_surface ']);
    },
  );

  it.each(
    allShapes.flatMap(({ name, shape, surface }) =>
      (shape.required ?? []).map((field) => ({ title: `${name}.${field}`, name, shape, surface, field })),
    ),
  )('requires $title', ({ name, shape, surface, field }) => {
    expect(codes({ ...sampleShape(name, surface), [field]: undefined }, shape, surface)).toEqual([
      `missing_field /${field}`,
    ]);
  });

  it.each(allShapes)('knows no other field of a $name', ({ name, shape, surface }) => {
    expect(codes(sampleShape(name, surface, { surprise: 1 }), shape, surface)).toEqual([
      'unknown_field /surprise',
    ]);
  });
});

describe('a boundary', () => {
  it.each(sized)('of $title is accepted at its limit and refused one over', (bound) => {
    const max = maxOf(bound);
    expect(check(bound, sampleValue(bound.rule, bound.surface, max))).toEqual([]);
    expect(check(bound, sampleValue(bound.rule, bound.surface, max + 1))).toEqual([
      `${over(bound)} ${pointer(bound)}`,
    ]);
  });

  it.each(bounds.filter(({ rule }) => (rule.kind === 'list' && rule.min !== 0) || rule.kind === 'text'))(
    'of $title is refused one under',
    (bound) => {
      const min = ('min' in bound.rule && bound.rule.min) || 1;
      const few = bound.rule.kind === 'list' ? 'too_few' : 'too_short';
      expect(check(bound, sampleValue(bound.rule, bound.surface, min - 1))).toEqual([
        `${few} ${pointer(bound)}`,
      ]);
    },
  );

  it.each(bounds.filter(({ rule }) => rule.kind === 'text'))(
    'of $title counts code points after escaping',
    (bound) => {
      const max = maxOf(bound);
      const type = bound.rule.kind === 'text' ? bound.rule.of[0] : '';
      const rest = 'a'.repeat(max % 5);
      expect(check(bound, { type, text: '😀'.repeat(max) })).toEqual([]);
      expect(check(bound, { type, text: `${'&'.repeat((max - rest.length) / 5)}${rest}` })).toEqual([]);
      expect(check(bound, { type, text: `${'&'.repeat((max - rest.length) / 5)}${rest}a` })).toEqual([
        `too_long /${bound.field}/text`,
      ]);
    },
  );

  it.each(bounds.filter(({ rule }) => rule.kind === 'number'))('of the number $title holds', (bound) => {
    if (bound.rule.kind !== 'number') return;
    const { min, max, above, integer } = bound.rule;
    const refused = [`out_of_range /${bound.field}`];
    if (min !== undefined) expect(check(bound, min - 1)).toEqual(refused);
    if (above !== undefined) expect(check(bound, above)).toEqual(refused);
    if (max !== undefined) {
      expect(check(bound, max)).toEqual([]);
      expect(check(bound, max + 1)).toEqual(refused);
    }
    if (integer === true) expect(check(bound, (min ?? 1) + 0.5)).toEqual([`wrong_type /${bound.field}`]);
    expect(check(bound, Number.NaN)).toEqual([`wrong_type /${bound.field}`]);
  });
});

describe('a choice', () => {
  it.each(bounds.filter(({ rule }) => rule.kind === 'string' && rule.enum !== undefined))(
    'of $title is closed',
    (bound) => {
      const all = bound.rule.kind === 'string' ? (bound.rule.enum ?? []) : [];
      for (const one of all) expect(check(bound, one)).toEqual([]);
      expect(check(bound, 'surprise')).toEqual([`not_in_enum /${bound.field}`]);
    },
  );

  it.each(bounds.filter(({ rule }) => rule.kind === 'string' && rule.pattern !== undefined))(
    'of form for $title is kept',
    (bound) => {
      expect(check(bound, 'javascript:alert(1)')).toEqual([`bad_format /${bound.field}`]);
    },
  );

  it.each(
    allShapes.flatMap(({ name, shape, surface }) =>
      (shape.exactlyOne ?? []).map((fields) => ({ name, shape, surface, fields })),
    ),
  )('of exactly one of $fields in a $name is made', ({ name, shape, surface, fields }) => {
    const both = Object.fromEntries(
      fields.map((field) => [field, sampleValue(shape.fields[field] as Rule, surface)]),
    );
    const none = {
      ...sampleShape(name, surface),
      ...Object.fromEntries(fields.map((field) => [field, undefined])),
    };
    expect(codes(sampleShape(name, surface, both), shape, surface)).toEqual(['exactly_one ']);
    expect(codes(none, shape, surface)).toEqual(['exactly_one ']);
  });
});

describe('a grid', () => {
  const grids = allShapes.flatMap((one) => {
    const rule = one.shape.fields.rows;
    return rule?.kind === 'grid' ? [{ ...one, rule }] : [];
  });
  const grid = (rows: number, columns: number, text = 'a') =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => sampleCell(text)));

  it.each(grids)(
    'of a $name has bounded rows, columns, cells and content',
    ({ name, shape, surface, rule }) => {
      const tried = (rows: unknown) => codes(sampleShape(name, surface, { rows }), shape, surface);
      const rows = rule.rows.max ?? 0;
      const columns = rule.columns.max ?? 0;
      expect(tried(grid(rows, 1))).toEqual([]);
      expect(tried(grid(rows + 1, 1))).toEqual(['too_many /rows']);
      expect(tried(grid((rule.rows.min ?? 1) - 1, 1))).toEqual(['too_few /rows']);
      expect(tried(grid(2, columns))).toEqual([]);
      expect(tried(grid(2, columns + 1))).toEqual(['too_many /rows/0', 'too_many /rows/1']);
      expect(tried([...grid(2, 1), [sampleCell('a'.repeat(rule.cell))]])).toEqual([]);
      expect(tried([...grid(2, 1), [sampleCell('a'.repeat(rule.cell + 1))]])).toEqual(['too_long /rows/2/0']);
      expect(tried(grid(10, 1, 'a'.repeat(rule.content / 10)))).toEqual([]);
      expect(tried([...grid(10, 1, 'a'.repeat(rule.content / 10)), [sampleCell()]])).toEqual([
        'too_long /rows',
      ]);
      expect(tried([...grid(1, 2), [sampleCell()]])).toEqual(['ragged_rows /rows/1']);
      expect(tried([...grid(2, 1), [sampleCell('')]])).toEqual(['too_short /rows/2/0/text']);
      expect(tried([...grid(2, 1), [{ type: 'mrkdwn', text: 'a' }]])).toEqual([
        'not_allowed_here /rows/2/0/type',
      ]);
    },
  );

  it('of a data_table takes no rich text in its header', () => {
    const rich = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
    };
    const shape = grids.find(({ name }) => name === 'data_table')?.shape as Shape;
    const rows = [[rich], [rich]];
    expect(codes(sampleShape('data_table', 'message', { rows }), shape, 'message')).toEqual([
      'not_allowed_here /rows/0/0/type',
    ]);
  });
});
