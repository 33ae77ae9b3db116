import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore, sqliteFile } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts';

const reading = ['get', 'list'] as const;
const writing = ['put', 'update', 'delete', 'deleteUnder', 'claim', 'purge'] as const;
const all = [...reading, ...writing];

type Call = (typeof all)[number];

/** A store before every call of which `before` runs; where that rejects, the call does. */
const guardedBy = (store: Store, calls: readonly Call[], before: () => Promise<void>): Store => {
  const guard =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      await before();
      return call(...args);
    };
  return {
    ...store,
    ...Object.fromEntries(calls.map((call) => [call, guard<never[], unknown>(store[call])])),
  };
};

const raise = async (message: string): Promise<never> => {
  throw new Error(message);
};

export const gone = (now: () => number): Store =>
  guardedBy(createMemoryStore({ now }), all, () => raise('connect ECONNREFUSED'));

export const full = (now: () => number): Store =>
  guardedBy(createMemoryStore({ now }), writing, () => raise('database or disk is full'));

export const slow = (now: () => number): Store =>
  guardedBy(createMemoryStore({ now }), all, () => pause(700));

/** A real PostgreSQL server for one bot alone, and what is done to it while the bot answers. */
export const postgres = (done: (server: PostgresServer) => Promise<void>) => {
  let server: PostgresServer | undefined;
  let isStopped = false;
  return {
    async store(now: () => number): Promise<Store> {
      server = await startPostgres();
      const store = await openPostgresStore({ url: await server.database(), now });
      return {
        ...store,
        async close() {
          await store.close();
          if (!isStopped) await server?.stop();
        },
      };
    },
    async during(): Promise<void> {
      if (server === undefined) return;
      await done({
        ...server,
        stop: async () => {
          isStopped = true;
          await server?.stop();
        },
      });
    },
  };
};

/** A real SQLite file that another process writes to and does not let go of. */
export const locked = (now: () => number): Store => {
  const folder = mkdtempSync(join(tmpdir(), 'locked-'));
  const store = openSqliteStore({ folder, now, busyTimeoutMs: 100 });
  const other = new Database(join(folder, sqliteFile));
  other.exec('BEGIN IMMEDIATE');
  return {
    ...store,
    async close() {
      other.exec('ROLLBACK');
      other.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};
