import type Database from 'libsql';
import { z } from 'zod';

/** Raised when the data was written by a version that is newer than this one. */
export class NewerData extends Error {
  override readonly name = 'NewerData';
}

/**
 * Each entry takes the data from the version before it to its own, from 1. Never change one that was released: add one.
 * Keys sort by their bytes in both databases, so that a page of a list is the same page everywhere.
 */
const sqlite: readonly string[] = [
  `CREATE TABLE entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER) STRICT, WITHOUT ROWID;
   CREATE INDEX entries_expiry ON entries (expires_at) WHERE expires_at IS NOT NULL;`,
];

export const postgresMigrations: readonly string[] = [
  `CREATE TABLE outsourcing.entries
     (key TEXT COLLATE "C" PRIMARY KEY, value TEXT NOT NULL, expires_at BIGINT);
   CREATE INDEX entries_expiry ON outsourcing.entries (expires_at) WHERE expires_at IS NOT NULL;`,
];

/** The migrations still to be run. @throws NewerData */
export const pending = (migrations: readonly string[], version: number): readonly string[] => {
  if (version > migrations.length)
    throw new NewerData(`it was written by a newer version of this program (data version ${version})`);
  return migrations.slice(version);
};

const versionRow = z.object({ user_version: z.number().int() });

/** Brings the file to this version, all or nothing; several processes may do so at once. @throws NewerData */
export const migrateSqlite = (db: Database.Database): void => {
  const version = (): number =>
    versionRow.parse(db.prepare('SELECT user_version FROM pragma_user_version').get()).user_version;
  if (pending(sqlite, version()).length === 0) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of pending(sqlite, version())) db.exec(migration);
    db.exec(`PRAGMA user_version = ${sqlite.length}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
