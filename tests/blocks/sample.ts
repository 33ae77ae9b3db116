import { grammar, type Rule, type Surface, shapeNamed } from '../../src/blocks/grammar.ts';

type Value = Record<string, unknown>;

const starts: Record<string, string> = {
  '^https?://[^\\s<>]+$': 'https://a.example/',
  '^(https?://|mailto:)[^\\s<>]+$': 'mailto:a@a.example',
};
const fixed: Record<string, string> = {
  '^\\d{4}-\\d{2}-\\d{2}$': '2019-04-02',
  '^([01]\\d|2[0-3]):[0-5]\\d$': '09:30',
};

/** A string that obeys a pattern, as long as asked where the pattern leaves a choice. */
export const sampleString = (rule: Extract<Rule, { kind: 'string' }>, length = rule.min || 1): string => {
  if (rule.enum !== undefined) return rule.enum[0] ?? '';
  const start = starts[rule.pattern ?? ''];
  if (start !== undefined) return start.padEnd(length, 'a');
  return fixed[rule.pattern ?? ''] ?? 'a'.repeat(length);
};

export const sampleNumber = (rule: Extract<Rule, { kind: 'number' }>): number =>
  rule.min ?? (rule.above === undefined ? 1 : rule.above + 1);

const firstOf = (names: readonly string[], surface: Surface): string =>
  names.find((name) => shapeNamed(name).surfaces.includes(surface)) ?? String(names[0]);

export const sampleCell = (text = 'a'): Value => ({ type: 'raw_text', text });

/** The least value that a rule accepts; where it can be longer, as long as asked. */
export const sampleValue = (rule: Rule, surface: Surface, many?: number): unknown => {
  switch (rule.kind) {
    case 'boolean':
      return true;
    case 'string':
      return sampleString(rule, many);
    case 'number':
      return sampleNumber(rule);
    case 'text':
      return { type: rule.of[0], text: 'a'.repeat(many ?? 1) };
    case 'shape':
      return sampleShape(firstOf(rule.of, surface), surface);
    case 'block':
      return { type: 'divider' };
    case 'flat':
      return { answer: 1 };
    case 'list':
      return Array.from({ length: many ?? rule.min ?? 1 }, () => sampleValue(rule.of, surface));
    case 'grid':
      return Array.from({ length: many ?? rule.rows.min ?? 1 }, () => [sampleCell()]);
  }
};

/** The least object of a shape, with further fields where given. */
export const sampleShape = (name: string, surface: Surface, fields: Value = {}): Value => {
  const shape = shapeNamed(name);
  const present = [...Object.keys(fields), ...(shape.required ?? [])];
  const choices = [...(shape.exactlyOne ?? []), ...(shape.atLeastOne ?? [])];
  const chosen = choices
    .filter((names) => !names.some((field) => present.includes(field)))
    .map((names) => names[0]);
  const needed = Object.entries(shape.needs ?? {}).flatMap(([field, other]) =>
    field in fields ? [other] : [],
  );
  const entries = [...(shape.required ?? []), ...chosen, ...needed].map((field) => {
    const rule = shape.fields[String(field)];
    if (rule === undefined) throw new Error(`${name} requires ${field}, which is not among its fields`);
    return [field, sampleValue(rule, surface)];
  });
  return {
    ...(shape.type === undefined ? {} : { type: shape.type }),
    ...Object.fromEntries(entries),
    ...fields,
  };
};

/** Every shape on its first surface. */
export const allShapes = Object.entries(grammar.shapes).map(([name, shape]) => ({
  name,
  shape,
  surface: shape.surfaces[0] ?? ('message' as const),
}));
