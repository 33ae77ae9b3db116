import type { Entries, PutOptions } from './store.ts';

/** What one update wants written: JSON and its last millisecond, or nothing where the key is to go. */
export type Write = { readonly json: string; readonly expiresAt: number | null } | undefined;

/** When a value put now stops to be there, in milliseconds since the epoch; null means never. */
export const expiryOf = ({ expiresInMs }: PutOptions, now: number): number | null =>
  expiresInMs === undefined ? null : now + expiresInMs;

/** The JSON that is kept of a value. */
export const toJson = (value: unknown): string => JSON.stringify(value ?? null);

/** The value of a kept JSON; text that is none is handed on as it is, for the reader's schema to refuse. */
export const fromJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
};

/** Comes after every key that starts with `prefix`. */
export const endOf = (prefix: string): string => `${prefix}\u{10FFFF}`;

/** The view that an update works on, and what came of it. */
export const openEntries = (
  keys: readonly string[],
  stored: ReadonlyMap<string, string>,
  now: number,
): { readonly entries: Entries; readonly writes: ReadonlyMap<string, Write> } => {
  const writes = new Map<string, Write>();
  const known = (key: string): string => {
    if (!keys.includes(key)) throw new Error(`the update was not given the key ${key}`);
    return key;
  };
  const entries: Entries = {
    get(key) {
      const json = writes.has(known(key)) ? writes.get(key)?.json : stored.get(key);
      return json === undefined ? undefined : fromJson(json);
    },
    put(key, value, options = {}) {
      writes.set(known(key), { json: toJson(value), expiresAt: expiryOf(options, now) });
    },
    delete(key) {
      writes.set(known(key), undefined);
    },
  };
  return { entries, writes };
};
