import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { endOf, expiryOf, fromJson, openEntries, toJson, type Write } from './entries.ts';
import { pending, postgresMigrations } from './migrations.ts';
import { createPatience, type IsGivenUp } from './patience.ts';
import type { Store } from './store.ts';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host/database` */
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told of connections that broke while nobody used them. */
  readonly onLost?: (error: Error) => void;
}

export interface PostgresStore extends Store {
  /** Milliseconds since the epoch by the database's own clock: the same for all that use it. */
  time(): Promise<number>;
}

/** Longer than any call of ours takes, retries included, and short enough to be told in time that the database is away. */
const patience = { ms: 2_000, afterwardsMs: 250 };
/** A connection on which nothing comes for so long, in milliseconds, is not used again. */
const silentMs = 2_500;
/** Milliseconds before each further try on a connection that broke: a restart of the database takes about as long. */
const waits = [50, 200, 800];

const put = `INSERT INTO outsourcing.entries (key, value, expires_at) VALUES ($1, $2, $3)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`;
const putAll = `INSERT INTO outsourcing.entries (key, value, expires_at)
  SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`;
const claim = `INSERT INTO outsourcing.entries (key, value, expires_at) VALUES ($1, 'true', $2)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
  WHERE entries.expires_at <= $3`;
const list = `SELECT key, value FROM outsourcing.entries
  WHERE key > $1 AND key < $2 AND (expires_at IS NULL OR expires_at > $3) ORDER BY key LIMIT $4`;
const read = `SELECT key, value FROM outsourcing.entries
  WHERE key = ANY($1) AND (expires_at IS NULL OR expires_at > $2)`;
/** A deletion takes no lock of ours: it waits for these rows, or they are gone before they are read. */
const readToChange = `${read} ORDER BY key FOR UPDATE`;

const time = 'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms';

const timeRows = z.tuple([z.object({ ms: z.coerce.number() })]);
const rowsSchema = z.array(z.object({ key: z.string(), value: z.string() }));

/** The number under which a key is locked, whether or not it has a row: no two transactions work on it at once. */
const lockOf = (key: string): bigint => createHash('sha256').update(key).digest().readBigInt64BE();

const lockAll = (keys: readonly string[]): string => {
  // Always in the same order, so that two transactions never wait for each other.
  const locks = [...new Set(keys.map(lockOf))].sort((a, b) => (a < b ? -1 : 1));
  return locks.map((lock) => `SELECT pg_advisory_xact_lock(${lock});`).join(' ');
};

const systemError = z.object({ code: z.string() });

/** Whether the connection failed rather than the statement, or two waited for each other: it is worth another try. */
const isLost = (error: unknown): boolean => {
  const code = systemError.safeParse(error).data?.code ?? '';
  const message = error instanceof Error ? error.message : '';
  return (
    /^(?:08|57P0|40P01|ECONN|EPIPE)/.test(code) || /^Connection terminated(?: unexpectedly)?$/.test(message)
  );
};

const retrying = async <Result>(isGivenUp: IsGivenUp, work: () => Promise<Result>): Promise<Result> => {
  for (const wait of waits) {
    try {
      return await work();
    } catch (error) {
      if (!isLost(error) || isGivenUp()) throw error;
      await pause(wait);
    }
  }
  return work();
};

const never: IsGivenUp = () => false;

interface Transaction {
  readonly begin: string;
  readonly isGivenUp: IsGivenUp;
}

/**
 * Runs `work` in a transaction on a connection of its own; one that failed is not used again. What nobody waits for any
 * more is not kept.
 */
const transact = async <Result>(
  pool: Pool,
  { begin, isGivenUp }: Transaction,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; ${begin}`);
    const result = await work(client);
    if (isGivenUp()) throw new Error('it took too long');
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
};

const versionRows = z.tuple([z.object({ version: z.coerce.number().int() })]);

/** Replicas that start together take turns. */
const migrate = (pool: Pool): Promise<void> =>
  transact(pool, { begin: lockAll(['migrations']), isGivenUp: never }, async (client) => {
    await client.query('CREATE SCHEMA IF NOT EXISTS outsourcing');
    await client.query('CREATE TABLE IF NOT EXISTS outsourcing.migrations (version INTEGER PRIMARY KEY)');
    const { rows } = await client.query(
      'SELECT coalesce(max(version), 0) AS version FROM outsourcing.migrations',
    );
    const [{ version }] = versionRows.parse(rows);
    for (const [at, migration] of pending(postgresMigrations, version).entries()) {
      await client.query(migration);
      await client.query('INSERT INTO outsourcing.migrations (version) VALUES ($1)', [version + at + 1]);
    }
  });

/** Two statements at most, however many keys there are. */
const write = async (client: PoolClient, writes: ReadonlyMap<string, Write>): Promise<void> => {
  const rows = [...writes].flatMap(([key, entry]) => (entry === undefined ? [] : [{ key, ...entry }]));
  const gone = [...writes].flatMap(([key, entry]) => (entry === undefined ? [key] : []));
  if (rows.length > 0) {
    const columns = [rows.map(({ key }) => key), rows.map(({ json }) => json)];
    await client.query(putAll, [...columns, rows.map(({ expiresAt }) => expiresAt)]);
  }
  if (gone.length > 0) await client.query('DELETE FROM outsourcing.entries WHERE key = ANY($1)', [gone]);
};

/**
 * A store in PostgreSQL, for several replicas; makes its schema `outsourcing` on first start.
 * @throws whatever the database gives cause for, and NewerData when a newer version wrote its tables.
 */
export const openPostgresStore = async (options: PostgresStoreOptions): Promise<PostgresStore> => {
  const { url, now, onLost = () => {} } = options;
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: silentMs,
    query_timeout: silentMs,
    keepAlive: true,
    application_name: 'outsourcing-precedents',
  });
  pool.on('error', onLost);
  // A connection in use that breaks says so twice: to whoever waits for it, and here. Unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const patiently = createPatience(patience);
  const run = (sql: string, values: readonly unknown[]) =>
    patiently((isGivenUp) => retrying(isGivenUp, () => pool.query(sql, [...values])));
  const change = <Result>(keys: readonly string[], work: (client: PoolClient) => Promise<Result>) =>
    patiently((isGivenUp) =>
      retrying(isGivenUp, () => transact(pool, { begin: lockAll(keys), isGivenUp }, work)),
    );
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }

  return {
    async get(key) {
      const [row] = rowsSchema.parse((await run(read, [[key], now()])).rows);
      return row === undefined ? undefined : fromJson(row.value);
    },
    async put(key, value, given = {}) {
      const values = [key, toJson(value), expiryOf(given, now())];
      await change([key], (client) => client.query(put, values));
    },
    async update(keys, work) {
      return change(keys, async (client) => {
        const rows = rowsSchema.parse((await client.query(readToChange, [[...keys], now()])).rows);
        const stored = new Map(rows.map((row) => [row.key, row.value]));
        const { entries, writes } = openEntries(keys, stored, now());
        const result = work(entries);
        await write(client, writes);
        return result;
      });
    },
    async list(prefix, { after = prefix, limit = 100 } = {}) {
      const rows = rowsSchema.parse((await run(list, [after, endOf(prefix), now(), limit + 1])).rows);
      const entries = rows.slice(0, limit).map(({ key, value }) => ({ key, value: fromJson(value) }));
      const last = entries.at(-1);
      return { entries, ...(last !== undefined && rows.length > limit && { next: last.key }) };
    },
    async delete(key) {
      await run('DELETE FROM outsourcing.entries WHERE key = $1', [key]);
    },
    async deleteUnder(prefix) {
      await run('DELETE FROM outsourcing.entries WHERE key >= $1 AND key < $2', [prefix, endOf(prefix)]);
    },
    async claim(key, { expiresInMs }) {
      // Not tried again: a claim whose reply was lost may have been granted.
      const { rowCount } = await patiently(() => pool.query(claim, [key, now() + expiresInMs, now()]));
      return rowCount === 1;
    },
    async purge() {
      await run('DELETE FROM outsourcing.entries WHERE expires_at <= $1', [now()]);
    },
    async time() {
      // Asked once only: an answer that took several tries would be out of date.
      const { rows } = await patiently(() => pool.query(time));
      return timeRows.parse(rows)[0].ms;
    },
    async close() {
      await pool.end();
    },
  };
};
