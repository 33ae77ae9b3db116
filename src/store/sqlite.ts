import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { endOf, expiryOf, fromJson, openEntries, toJson, type Write } from './entries.ts';
import { migrateSqlite } from './migrations.ts';
import type { Store } from './store.ts';

export interface SqliteStoreOptions {
  /** Folder of the database file; made when it is not there. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds to wait for another process that writes. Default 2,000: an acknowledgement may wait for it. */
  readonly busyTimeoutMs?: number;
  /** Pages of 4,096 bytes that the file may grow to; beyond, it is full. As many as the disk has when left out. */
  readonly mostPages?: number;
}

/** Milliseconds to wait for another process while it holds on to the file. */
const impatientMs = 50;

export const sqliteFile = 'outsourcing.db';

const valueRow = z.object({ value: z.string() }).optional();
const listRows = z.array(z.object({ key: z.string(), value: z.string() }));

const statements = (db: Database.Database) => ({
  get: db.prepare('SELECT value FROM entries WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)'),
  getAll: db.prepare(
    `SELECT key, value FROM entries
     WHERE key IN (SELECT value FROM json_each(?)) AND (expires_at IS NULL OR expires_at > ?)`,
  ),
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  rollback: db.prepare('ROLLBACK'),
  put: db.prepare(
    `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
  ),
  claim: db.prepare(
    `INSERT INTO entries (key, value, expires_at) VALUES (?, 'true', ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
     WHERE entries.expires_at <= ?`,
  ),
  list: db.prepare(
    `SELECT key, value FROM entries
     WHERE key > ? AND key < ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY key LIMIT ?`,
  ),
  delete: db.prepare('DELETE FROM entries WHERE key = ?'),
  deleteUnder: db.prepare('DELETE FROM entries WHERE key >= ? AND key < ?'),
  purge: db.prepare('DELETE FROM entries WHERE expires_at <= ?'),
});

/** WAL lets a backup read while the bot writes. NORMAL loses nothing to a killed process; a power cut may take the last moments, never the file. */
const open = (folder: string, busyTimeoutMs: number): Database.Database => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, sqliteFile);
  // Ours to read alone, also in a folder that was there before; SQLite gives its other files the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Database(file);
  try {
    db.pragma(`busy_timeout = ${busyTimeoutMs}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('secure_delete = ON');
    migrateSqlite(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * A store in one file of a folder, for one machine: made on first start, shared by the processes that open it.
 * @throws whatever the folder or the file gives cause for, and an error when a newer version wrote the file.
 */
export const openSqliteStore = (options: SqliteStoreOptions): Store => {
  const { folder, now, busyTimeoutMs = 2_000, mostPages } = options;
  const db = open(folder, busyTimeoutMs);
  if (mostPages !== undefined) db.pragma(`max_page_count = ${mostPages}`);
  const sql = statements(db);

  const read = (key: string): string | undefined => valueRow.parse(sql.get.get(key, now()))?.value;
  const write = (key: string, entry: Write): void => {
    if (entry === undefined) sql.delete.run(key);
    else sql.put.run(key, entry.json, entry.expiresAt);
  };

  let patience = busyTimeoutMs;
  const wait = (ms: number): void => {
    if (ms !== patience) db.pragma(`busy_timeout = ${ms}`);
    patience = ms;
  };

  /** Waiting stops everything else in the process: whoever has waited once in vain does not wait as long again. */
  const begin = (): void => {
    try {
      sql.begin.run();
      wait(busyTimeoutMs);
    } catch (error) {
      wait(Math.min(busyTimeoutMs, impatientMs));
      throw error;
    }
  };

  const transact = <Result>(work: () => Result): Result => {
    begin();
    try {
      const result = work();
      sql.commit.run();
      return result;
    } catch (error) {
      if (db.inTransaction) sql.rollback.run();
      throw error;
    }
  };

  return {
    async get(key) {
      const json = read(key);
      return json === undefined ? undefined : fromJson(json);
    },
    async put(key, value, options = {}) {
      write(key, { json: toJson(value), expiresAt: expiryOf(options, now()) });
    },
    async update(keys, change) {
      return transact(() => {
        const rows = listRows.parse(sql.getAll.all(JSON.stringify(keys), now()));
        const stored = new Map(rows.map(({ key, value }) => [key, value]));
        const { entries, writes } = openEntries(keys, stored, now());
        const result = change(entries);
        for (const [key, entry] of writes) write(key, entry);
        return result;
      });
    },
    async list(prefix, { after = prefix, limit = 100 } = {}) {
      const rows = listRows.parse(sql.list.all(after, endOf(prefix), now(), limit + 1));
      const entries = rows.slice(0, limit).map(({ key, value }) => ({ key, value: fromJson(value) }));
      const last = entries.at(-1);
      return { entries, ...(last !== undefined && rows.length > limit && { next: last.key }) };
    },
    async delete(key) {
      sql.delete.run(key);
    },
    async deleteUnder(prefix) {
      sql.deleteUnder.run(prefix, endOf(prefix));
    },
    async claim(key, { expiresInMs }) {
      return sql.claim.run(key, now() + expiresInMs, now()).changes > 0;
    },
    async purge() {
      sql.purge.run(now());
      // What was deleted stands in the log until it is folded into the file. A reader in the way is not waited for.
      const before = patience;
      wait(0);
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        wait(before);
      }
    },
    async close() {
      if (db.open) db.close();
    },
  };
};
