import { grammar, type Surface, shapeNamed } from './grammar.ts';
import { literalLength, weight } from './measure.ts';
import { checkPings, type PingOptions } from './pings.ts';
import { type BlockProblem, isRecord, type Place, places } from './problem.ts';
import { checkShape } from './shape.ts';

export type { BlockProblem, Surface };
export type CheckOptions = PingOptions;

const duplicates = (all: readonly Place[], key: string): BlockProblem[] => {
  const seen = new Set<unknown>();
  return all.flatMap(({ value, key: under, pointer }) => {
    if (under !== key || typeof value !== 'string') return [];
    if (seen.has(value)) return [{ code: `duplicate_${key}`, pointer, message: `"${value}" occurs twice` }];
    seen.add(value);
    return [];
  });
};

const ofType = (all: readonly Place[], type: string): readonly Place[] =>
  all.filter(({ value }) => isRecord(value) && value.type === type);

const atMost = (many: number, most: number, code: string, pointer: string, what: string): BlockProblem[] =>
  many <= most ? [] : [{ code, pointer, message: `${many} ${what}, at most ${most}` }];

/** What is counted over all blocks of a message. */
const checkTotals = (blocks: unknown, all: readonly Place[], pointer: string): BlockProblem[] => {
  const { text, markdown, tables, charts } = grammar.totals.message;
  const markdownText = ofType(all, 'markdown').reduce(
    (sum, { value }) =>
      sum + (isRecord(value) && typeof value.text === 'string' ? literalLength(value.text) : 0),
    0,
  );
  const tableCount = ofType(all, 'table').length + ofType(all, 'data_table').length;
  return [
    ...atMost(weight(blocks), text, 'too_much_text', pointer, 'characters in all blocks'),
    ...atMost(markdownText, markdown, 'too_much_markdown', pointer, 'characters in markdown blocks'),
    ...atMost(tableCount, tables, 'too_many_tables', pointer, 'tables'),
    ...atMost(ofType(all, 'data_visualization').length, charts, 'too_many_charts', pointer, 'charts'),
  ];
};

const checkSubmit = (view: Readonly<Record<string, unknown>>, all: readonly Place[]): BlockProblem[] =>
  view.type === 'modal' && view.submit === undefined && ofType(all, 'input').length > 0
    ? [{ code: 'missing_field', pointer: '/submit', message: 'a modal with inputs needs submit' }]
    : [];

const checkFocus = (all: readonly Place[]): BlockProblem[] =>
  all
    .filter(({ key, value }) => key === 'focus_on_load' && value === true)
    .slice(1)
    .map(({ pointer }) => ({ code: 'too_many_focused', pointer, message: 'one element has the focus' }));

const checkPayload = (
  payload: Readonly<Record<string, unknown>>,
  surface: Surface,
  options: CheckOptions,
): BlockProblem[] => {
  const all = [...places(payload.blocks, '/blocks')];
  return [
    ...checkShape(payload, shapeNamed(surface), '', surface),
    ...duplicates(all, 'block_id'),
    ...duplicates(all, 'action_id'),
    ...checkFocus(all),
    ...(surface === 'message' ? checkTotals(payload.blocks, all, '/blocks') : checkSubmit(payload, all)),
    ...checkPings(payload, options),
  ];
};

/**
 * Checks a list of blocks for one surface, as if it were the `blocks` of a whole payload.
 * Pointers start at the list: `/0/text/text`.
 */
export const checkBlocks = (blocks: unknown, surface: Surface, options: CheckOptions = {}): BlockProblem[] =>
  checkPayload({ blocks: blocks ?? null }, surface, options)
    .filter(({ pointer }) => pointer.startsWith('/blocks'))
    .map((problem) => ({ ...problem, pointer: problem.pointer.slice('/blocks'.length) }));

/**
 * Checks the arguments of `chat.postMessage` and its kin, or the body for a `response_url`, as plain JSON: lists are
 * lists and booleans are booleans. Stricter than Slack: safe limits, no unknown fields, no pings, text always there.
 * Pointers start at the payload: `/blocks/0/text/text`.
 */
export const checkMessage = (payload: unknown, options: CheckOptions = {}): BlockProblem[] => {
  if (!isRecord(payload)) return [{ code: 'wrong_type', pointer: '', message: 'expected an object' }];
  // Removing a message is the one thing that needs no text.
  if (payload.delete_original === true && Object.keys(payload).length === 1) return [];
  return checkPayload(payload, 'message', options);
};

/** Checks a modal or Home view by its `type`. Pointers start at the view: `/title/text`. */
export const checkView = (view: unknown, options: CheckOptions = {}): BlockProblem[] => {
  if (!isRecord(view)) return [{ code: 'wrong_type', pointer: '', message: 'expected an object' }];
  if (view.type === 'modal' || view.type === 'home') return checkPayload(view, view.type, options);
  return [{ code: 'unknown_type', pointer: '/type', message: 'expected one of modal, home' }];
};
