import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, it } from 'vitest';
import { openSqliteStore, sqliteFile } from '../../src/store/sqlite.ts';
import { newFolder } from '../fixtures/new-folder.ts';
import { describeStore } from './contract.ts';

const now = (): number => 1_000;

describeStore('sqlite store', async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  const store = openSqliteStore({ folder, now: clock });
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...store, close };
});

it('makes the folder and one file, for its own user alone, in WAL mode', async () => {
  const folder = join(newFolder('sqlite'), 'deep', 'data');
  const store = openSqliteStore({ folder, now });
  expect(existsSync(join(folder, sqliteFile))).toBe(true);
  expect(statSync(folder).mode & 0o077).toBe(0);
  await store.close();
  const db = new Database(join(folder, sqliteFile));
  expect(db.prepare('SELECT journal_mode FROM pragma_journal_mode').get()).toMatchObject({
    journal_mode: 'wal',
  });
  db.close();
});

it('keeps its files from others in a folder that was open to them', async () => {
  const folder = newFolder('sqlite');
  chmodSync(folder, 0o755);
  const store = openSqliteStore({ folder, now });
  await store.put('a', 1);
  const files = readdirSync(folder);
  expect(files).toContain(`${sqliteFile}-wal`);
  for (const file of files) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  await store.close();
});

it('is there again after it was closed, and shared while it is open', async () => {
  const folder = newFolder('sqlite');
  const first = openSqliteStore({ folder, now });
  await first.put('a', 1);
  const second = openSqliteStore({ folder, now });
  expect(await second.get('a')).toBe(1);
  expect([await first.claim('c', { expiresInMs: 9 }), await second.claim('c', { expiresInMs: 9 })]).toEqual([
    true,
    false,
  ]);
  await first.close();
  await second.close();
  const third = openSqliteStore({ folder, now });
  expect(await third.get('a')).toBe(1);
  await third.close();
  await third.close();
});

it('refuses a file that a newer version wrote, and one that is no database', async () => {
  const folder = newFolder('sqlite');
  await openSqliteStore({ folder, now }).close();
  const db = new Database(join(folder, sqliteFile));
  db.pragma('user_version = 99');
  db.close();
  expect(() => openSqliteStore({ folder, now })).toThrow(/written by a newer version.*99/);
  const other = newFolder('sqlite');
  writeFileSync(join(other, sqliteFile), 'Dear diary, '.repeat(1000));
  expect(() => openSqliteStore({ folder: other, now })).toThrow(/not a database/);
});

it('gives up on a file that another process keeps locked, and works again after', async () => {
  const folder = newFolder('sqlite');
  const store = openSqliteStore({ folder, now, busyTimeoutMs: 20 });
  const other = new Database(join(folder, sqliteFile));
  other.exec('BEGIN IMMEDIATE');
  await expect(store.put('a', 1)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  await expect(store.update(['a'], (entries) => entries.put('a', 1))).rejects.toMatchObject({
    code: 'SQLITE_BUSY',
  });
  other.exec('ROLLBACK');
  await store.update(['a'], (entries) => entries.put('a', 2));
  expect(await store.get('a')).toBe(2);
  other.close();
  await store.close();
});

it('waits for another writer once, and hardly at all while that one holds on', async () => {
  const folder = newFolder('sqlite');
  const store = openSqliteStore({ folder, now: () => 1_000, busyTimeoutMs: 400 });
  const other = new Database(join(folder, sqliteFile));
  other.exec('BEGIN IMMEDIATE');
  const change = () => store.update(['a'], (entries) => entries.put('a', 1));
  await expect(change()).rejects.toThrow(/locked/);
  const began = performance.now();
  await expect(change()).rejects.toThrow(/locked/);
  expect(performance.now() - began).toBeLessThan(390);
  other.exec('ROLLBACK');
  await change();
  expect(await store.get('a')).toBe(1);
  other.close();
  await store.close();
});
