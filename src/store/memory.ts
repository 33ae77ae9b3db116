import { endOf, expiryOf, fromJson, openEntries, toJson } from './entries.ts';
import type { Store } from './store.ts';

interface Entry {
  /** JSON, so that nobody can change a stored value from outside. */
  readonly json: string;
  readonly expiresAt: number | null;
}

export interface MemoryStoreOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Keys kept at most; the ones written longest ago make room. Default 50,000. */
  readonly capacity?: number;
}

/** A store that lives and dies with the process: right for the playground and for tests. */
export const createMemoryStore = ({ now, capacity = 50_000 }: MemoryStoreOptions): Store => {
  const rows = new Map<string, Entry>();

  const live = (key: string): Entry | undefined => {
    const entry = rows.get(key);
    if (entry === undefined || entry.expiresAt === null || entry.expiresAt > now()) return entry;
    rows.delete(key);
    return undefined;
  };

  const purge = (): void => {
    for (const key of rows.keys()) live(key);
  };

  /** Room for a tenth more at a time: going through all that is there for every key would make each write slow. */
  const makeRoom = (): void => {
    purge();
    for (const key of rows.keys()) {
      if (rows.size < Math.ceil(capacity * 0.9)) return;
      rows.delete(key);
    }
  };

  const write = (key: string, entry: Entry | undefined): void => {
    // A rewritten key moves to the young end of the map.
    rows.delete(key);
    if (entry === undefined) return;
    if (rows.size >= capacity) makeRoom();
    rows.set(key, entry);
  };

  return {
    async get(key) {
      const entry = live(key);
      return entry === undefined ? undefined : fromJson(entry.json);
    },
    async put(key, value, options = {}) {
      write(key, { json: toJson(value), expiresAt: expiryOf(options, now()) });
    },
    async update(keys, change) {
      const stored = keys.flatMap((key) => {
        const entry = live(key);
        return entry === undefined ? [] : [[key, entry.json] as const];
      });
      const { entries, writes } = openEntries(keys, new Map(stored), now());
      const result = change(entries);
      for (const [key, entry] of writes) write(key, entry);
      return result;
    },
    async list(prefix, { after = prefix, limit = 100 } = {}) {
      const end = endOf(prefix);
      const keys = [...rows.keys()]
        .filter((key) => key > after && key < end && live(key) !== undefined)
        .sort();
      const entries = keys
        .slice(0, limit)
        .map((key) => ({ key, value: fromJson(rows.get(key)?.json ?? 'null') }));
      const last = entries.at(-1);
      return { entries, ...(last !== undefined && keys.length > limit && { next: last.key }) };
    },
    async delete(key) {
      rows.delete(key);
    },
    async deleteUnder(prefix) {
      for (const key of rows.keys()) if (key.startsWith(prefix)) rows.delete(key);
    },
    async claim(key, options) {
      if (live(key) !== undefined) return false;
      write(key, { json: 'true', expiresAt: expiryOf(options, now()) });
      return true;
    },
    async purge() {
      purge();
    },
    async close() {
      rows.clear();
    },
  };
};
