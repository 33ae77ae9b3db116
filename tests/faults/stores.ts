import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore, sqliteFile } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts';

const calls = ['get', 'list', 'put', 'update', 'delete', 'deleteUnder', 'claim', 'purge'] as const;

const raise = async (message: string): Promise<never> => {
  throw new Error(message);
};

/** A store that is not there from the first call on, which no bot would start on. */
export const gone = (now: () => number): Store => {
  const refuse = () => raise('connect ECONNREFUSED');
  return { ...createMemoryStore({ now }), ...Object.fromEntries(calls.map((call) => [call, refuse])) };
};

/** A folder of its own for SQLite, which goes with the store. */
const inFolder = (name: string, make: (folder: string) => Store): Store => {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const store = make(folder);
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

/** Keys of every kind that an answer writes, spread as its own are. */
const kinds = ['claim', 'held', 'recent', 'turns', 'gap'] as const;

const keyOf = (...what: readonly unknown[]): string =>
  createHash('sha256').update(what.join(' ')).digest('base64url');

/** Whether a store takes one more thing. Rejects where it refuses for another reason than that it is full. */
const takes = async (store: Store, key: string, length: number): Promise<boolean> => {
  try {
    await store.put(key, 'x'.repeat(length));
    return true;
  } catch (error) {
    if (String(error).includes('database or disk is full')) return false;
    throw error;
  }
};

/** How many more of a length a store took, of some of every kind. */
const takenOf = async (store: Store, length: number, round: number): Promise<number> => {
  let taken = 0;
  for (const kind of kinds)
    for (let at = 0; at < 200; at += 1)
      if (await takes(store, `${kind}/T0PRECEDENT/${keyOf(round, at)}`, length)) taken += 1;
  return taken;
};

/** Fills a store, large things first, until no page has room for one more. Rejects where it does not get full. */
const fill = async (store: Store): Promise<void> => {
  const lengths = [3_000, 300, 30, 1, 1];
  let taken = 0;
  for (const [round, length] of lengths.entries()) taken = await takenOf(store, length, round);
  if (taken > 0) await raise('the store is not full');
};

/** A real SQLite file that has reached its largest size, and says so itself. */
export const full = async (now: () => number): Promise<Store> => {
  const store = inFolder('full', (folder) => openSqliteStore({ folder, now, mostPages: 24 }));
  await fill(store);
  return store;
};

/** What is done to a server; may give what ends it, where the server does not end it by itself. */
type Deed = (server: PostgresServer) => void | (() => void) | Promise<void>;

/** A real PostgreSQL server for one bot alone, and what is done to it. */
export const postgres = (deed: Deed) => {
  let server: PostgresServer | undefined;
  let isStopped = false;
  let end = (): void => {};
  return {
    async store(now: () => number): Promise<Store> {
      server = await startPostgres();
      const store = await openPostgresStore({ url: await server.database(), now });
      return {
        ...store,
        async close() {
          end();
          await store.close();
          if (!isStopped) await server?.stop();
        },
      };
    },
    async begin(): Promise<void> {
      if (server === undefined) return;
      const stop = async (): Promise<void> => {
        isStopped = true;
        await server?.stop();
      };
      end = (await deed({ ...server, stop })) ?? end;
    },
    end: (): void => end(),
  };
};

export const freeze: Deed = (server) => {
  server.freeze();
  return () => server.thaw();
};

/** Milliseconds that a slow server stands still, and after which it does so again. */
const stall = { still: 600, every: 700 } as const;

/** Makes a server slow: it stands still most of the time. */
export const stalling: Deed = (server) => {
  let thawing: NodeJS.Timeout | undefined;
  const stand = (): void => {
    server.freeze();
    thawing = setTimeout(() => server.thaw(), stall.still);
  };
  stand();
  const standing = setInterval(stand, stall.every);
  return () => {
    clearInterval(standing);
    clearTimeout(thawing);
    server.thaw();
  };
};

/** A real SQLite file that another process writes to and does not let go of. */
export const locked = (now: () => number): Store =>
  inFolder('locked', (folder) => {
    const store = openSqliteStore({ folder, now, busyTimeoutMs: 100 });
    const other = new Database(join(folder, sqliteFile));
    other.exec('BEGIN IMMEDIATE');
    return {
      ...store,
      async close() {
        other.exec('ROLLBACK');
        other.close();
        await store.close();
      },
    };
  });
