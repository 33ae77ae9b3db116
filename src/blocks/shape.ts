import { isDeepStrictEqual } from 'node:util';
import { grammar, type Rule, type Shape, type Surface, shapeNamed } from './grammar.ts';
import { literalLength, markupLength, weight } from './measure.ts';
import { type BlockProblem, below, isRecord } from './problem.ts';
import { checkFlat, checkNumber, checkString, problem, type RuleOf, size } from './values.ts';

const checkList = (
  value: unknown,
  rule: RuleOf<'list'>,
  pointer: string,
  surface: Surface,
): BlockProblem[] => {
  if (!Array.isArray(value)) return problem('wrong_type', pointer, 'expected a list');
  const primaries = value.filter((item) => isRecord(item) && item.style === 'primary').length;
  return [
    ...size(value.length, rule, pointer, 'items'),
    ...(primaries > (rule.primary ?? primaries)
      ? problem('too_many_primary', pointer, `${primaries} primary buttons`)
      : []),
    ...value.flatMap((item, at) => checkRule(item, rule.of, below(pointer, at), surface)),
  ];
};

const checkRow = (
  row: unknown,
  rule: RuleOf<'grid'>,
  names: readonly string[],
  columns: number,
  pointer: string,
  surface: Surface,
): BlockProblem[] => {
  if (!Array.isArray(row)) return problem('wrong_type', pointer, 'expected a list of cells');
  return [
    ...size(row.length, rule.columns, pointer, 'items'),
    ...(row.length === columns
      ? []
      : problem('ragged_rows', pointer, `${row.length} cells, the first row has ${columns}`)),
    ...row.flatMap((cell, at) => [
      ...checkNamed(cell, names, below(pointer, at), surface),
      ...size(weight(cell), { min: 0, max: rule.cell }, below(pointer, at), 'characters'),
    ]),
  ];
};

const checkGrid = (
  value: unknown,
  rule: RuleOf<'grid'>,
  pointer: string,
  surface: Surface,
): BlockProblem[] => {
  if (!Array.isArray(value)) return problem('wrong_type', pointer, 'expected a list of rows');
  const first: unknown = value[0];
  const columns = Array.isArray(first) ? first.length : 0;
  return [
    ...size(value.length, rule.rows, pointer, 'items'),
    ...size(weight(value), { min: 0, max: rule.content }, pointer, 'characters'),
    ...value.flatMap((row, at) => {
      const names = at === 0 ? (rule.header ?? rule.cells) : rule.cells;
      return checkRow(row, rule, names, columns, below(pointer, at), surface);
    }),
  ];
};

const checkTextObject = (
  value: unknown,
  rule: RuleOf<'text'>,
  pointer: string,
  surface: Surface,
): BlockProblem[] => {
  const found = checkNamed(value, rule.of, pointer, surface);
  if (found.length > 0 || !isRecord(value) || typeof value.text !== 'string') return found;
  const length = value.type === 'mrkdwn' ? markupLength(value.text) : literalLength(value.text);
  return size(length, rule, below(pointer, 'text'), 'characters');
};

const checkRule = (value: unknown, rule: Rule, pointer: string, surface: Surface): BlockProblem[] => {
  if (rule.surfaces !== undefined && !rule.surfaces.includes(surface))
    return problem('wrong_surface', pointer, `not in a ${surface}`);
  switch (rule.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : problem('wrong_type', pointer, 'expected true or false');
    case 'string':
      return checkString(value, rule, pointer);
    case 'number':
      return checkNumber(value, rule, pointer);
    case 'text':
      return checkTextObject(value, rule, pointer, surface);
    case 'shape':
      return checkNamed(value, rule.of, pointer, surface);
    case 'block':
      return checkNamed(value, blockNames, pointer, surface);
    case 'flat':
      return checkFlat(value, pointer);
    case 'list':
      return checkList(value, rule, pointer, surface);
    case 'grid':
      return checkGrid(value, rule, pointer, surface);
  }
};

const blockNames = Object.keys(grammar.shapes).filter((name) => shapeNamed(name).family === 'block');
const knownTypes = new Set(Object.values(grammar.shapes).map((shape) => shape.type));

const has = (value: Readonly<Record<string, unknown>>, field: string): boolean => value[field] !== undefined;

const checkPresence = (
  value: Readonly<Record<string, unknown>>,
  shape: Shape,
  pointer: string,
): BlockProblem[] => [
  ...(shape.required ?? [])
    .filter((field) => !has(value, field))
    .flatMap((field) => problem('missing_field', below(pointer, field), `${field} is required`)),
  ...(shape.atLeastOne ?? [])
    .filter((fields) => !fields.some((field) => has(value, field)))
    .flatMap((fields) => problem('missing_field', pointer, `needs one of ${fields.join(', ')}`)),
  ...(shape.exactlyOne ?? [])
    .filter((fields) => fields.filter((field) => has(value, field)).length !== 1)
    .flatMap((fields) => problem('exactly_one', pointer, `needs exactly one of ${fields.join(', ')}`)),
  ...Object.entries(shape.needs ?? {})
    .filter(([field, other]) => has(value, field) && !has(value, other))
    .flatMap(([field, other]) => problem('missing_field', below(pointer, other), `${field} needs ${other}`)),
];

/** What is chosen at first has to be among the options. */
const checkInitial = (value: Readonly<Record<string, unknown>>, pointer: string): BlockProblem[] => {
  const groups = Array.isArray(value.option_groups) ? value.option_groups : [];
  const lists = [
    value.options,
    ...groups.map((group: unknown) => (isRecord(group) ? group.options : undefined)),
  ];
  const options: unknown[] = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  if (options.length === 0) return [];
  const initial: unknown[] = Array.isArray(value.initial_options)
    ? value.initial_options
    : [value.initial_option];
  return initial.every(
    (chosen) => chosen === undefined || options.some((option) => isDeepStrictEqual(option, chosen)),
  )
    ? []
    : problem('not_an_option', pointer, 'what is chosen at first is not among the options');
};

/** Checks an object against one shape: surface, presence, unknown fields, and every field by its rule. */
export const checkShape = (
  value: unknown,
  shape: Shape,
  pointer: string,
  surface: Surface,
): BlockProblem[] => {
  if (!isRecord(value)) return problem('wrong_type', pointer, 'expected an object');
  if (!shape.surfaces.includes(surface))
    return problem('wrong_surface', pointer, `${shape.type} is not for a ${surface}`);
  return [
    ...checkPresence(value, shape, pointer),
    ...checkInitial(value, pointer),
    ...Object.entries(value).flatMap(([field, inner]) => {
      if (inner === undefined || (field === 'type' && shape.type !== undefined)) return [];
      const rule = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
      if (rule === undefined)
        return problem('unknown_field', below(pointer, field), `${field} is not known here`);
      return checkRule(inner, rule, below(pointer, field), surface);
    }),
  ];
};

/** Checks an object against whichever of the named shapes its `type` says. */
const checkNamed = (
  value: unknown,
  names: readonly string[],
  pointer: string,
  surface: Surface,
): BlockProblem[] => {
  if (!isRecord(value)) return problem('wrong_type', pointer, 'expected an object');
  const shapes = names.map(shapeNamed);
  const fitting = shapes.find((shape) => shape.type === undefined || shape.type === value.type);
  if (fitting !== undefined) return checkShape(value, fitting, pointer, surface);
  const type = typeof value.type === 'string' ? value.type : undefined;
  const code = type !== undefined && knownTypes.has(type) ? 'not_allowed_here' : 'unknown_type';
  return problem(
    code,
    below(pointer, 'type'),
    `expected one of ${shapes.map((shape) => shape.type).join(', ')}`,
  );
};
