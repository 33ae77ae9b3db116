import fc from 'fast-check';
import { listeners } from '../../../src/listeners/register.ts';
import { pick } from '../../fixtures/chance.ts';
import type { Chance } from './texts.ts';

/** A way in that is registered by a pattern, and ids that fit it. */
export interface Entry {
  readonly pattern: RegExp;
  readonly ids: readonly [string, ...string[]];
}

/** The last one takes what no other does, by looking ahead: nothing can be made of that. */
const isRest = ({ source }: RegExp): boolean => source.startsWith('^(?!');

const perPattern = 12;

const entriesOf = (patterns: readonly RegExp[]): readonly Entry[] =>
  patterns
    .filter((pattern) => !isRest(pattern))
    .map((pattern) => {
      const [first, ...rest] = fc.sample(fc.stringMatching(pattern), { numRuns: perPattern, seed: 1 });
      if (first === undefined) throw new Error(`nothing fits ${pattern}`);
      return { pattern, ids: [first, ...rest] };
    });

const named = (table: object): readonly string[] => Object.keys(table);

/** Every way in, read from the one table in which they are registered: what is added there is tried here. */
export const entries = {
  commands: named(listeners.commands),
  events: named(listeners.events),
  shortcuts: named(listeners.shortcuts),
  options: named(listeners.options),
  actions: entriesOf(listeners.actions.map(([pattern]) => pattern)),
  views: entriesOf(listeners.views.map(([pattern]) => pattern)),
} as const satisfies Record<keyof typeof listeners, unknown>;

/** One of a list that the table fills. */
export const oneOf = <One>(chance: Chance, all: readonly One[]): One => {
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('nothing is registered');
  return pick(chance, [first, ...rest]);
};

/** What is known by name: `action ^home:jump$`, `event message`. */
export const names: readonly string[] = [
  ...entries.commands.map((name) => `command ${name}`),
  ...entries.events.map((name) => `event ${name}`),
  ...entries.shortcuts.map((name) => `shortcut ${name}`),
  ...entries.options.map((name) => `options ${name}`),
  ...entries.actions.map(({ pattern }) => `action ${pattern.source}`),
  ...entries.views.map(({ pattern }) => `view ${pattern.source}`),
];
