import type { PutOptions, Store } from './store.ts';

interface Entry {
  /** JSON, so that nobody can change a stored value from outside. */
  readonly json: string;
  readonly expiresAt: number;
}

export interface MemoryStoreOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Keys kept at most; the ones written longest ago make room. Default 50,000. */
  readonly capacity?: number;
}

/** A store that lives and dies with the process: right for one process and for tests. */
export const createMemoryStore = ({ now, capacity = 50_000 }: MemoryStoreOptions): Store => {
  const entries = new Map<string, Entry>();

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAt > now()) return entry;
    entries.delete(key);
    return undefined;
  };

  const makeRoom = (): void => {
    for (const key of entries.keys()) live(key);
    for (const key of entries.keys()) {
      if (entries.size < capacity) return;
      entries.delete(key);
    }
  };

  const write = (key: string, value: unknown, { expiresInMs = Infinity }: PutOptions): void => {
    // A rewritten key moves to the young end of the map.
    entries.delete(key);
    if (entries.size >= capacity) makeRoom();
    entries.set(key, { json: JSON.stringify(value ?? null), expiresAt: now() + expiresInMs });
  };

  return {
    async get(key) {
      const entry = live(key);
      return entry === undefined ? undefined : JSON.parse(entry.json);
    },
    async put(key, value, options = {}) {
      write(key, value, options);
    },
    async delete(key) {
      entries.delete(key);
    },
    async deleteUnder(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
    },
    async claim(key, options) {
      if (live(key) !== undefined) return false;
      write(key, true, options);
      return true;
    },
    async close() {
      entries.clear();
    },
  };
};
