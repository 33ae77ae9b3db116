import { z } from 'zod';
import type { Config } from '../config.ts';
import { type Problem, StartError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createMemoryStore } from '../store/memory.ts';
import { NewerData } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { createSharedClock } from './shared-clock.ts';

const systemError = z.object({ code: z.string() });

const codeOf = (error: unknown): string => systemError.safeParse(error).data?.code ?? 'no answer';

const upgrade = 'Start the version that wrote it or a newer one, or restore a backup made by this version.';

const folderProblem = (error: unknown, { origin, dataDir }: Config): Problem => {
  const place = { file: origin('DATA_DIR'), field: 'DATA_DIR' };
  if (error instanceof NewerData)
    return { ...place, message: `holds data of another version: ${error.message}.`, remedy: upgrade };
  return {
    ...place,
    message: `cannot be used: ${dataDir} (${codeOf(error)}).`,
    remedy:
      'Give a folder that this user may write to, on a local disk with room; its outsourcing.db must be ours.',
  };
};

/** What PostgreSQL's codes mean for whoever set the address. */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong',
  '28000': 'the user may not sign in',
  '3D000': 'there is no such database',
  '42501': 'the user may not create tables in it',
};

const databaseProblem = (error: unknown, { origin }: Config): Problem => {
  const place = { file: origin('DATABASE_URL'), field: 'DATABASE_URL' };
  if (error instanceof NewerData)
    return { ...place, message: `holds data of another version: ${error.message}.`, remedy: upgrade };
  const code = codeOf(error);
  return {
    ...place,
    message: `cannot be used: ${refusals[code] ?? `PostgreSQL cannot be reached (${code})`}.`,
    remedy: 'Check host, port, user, password and database, or leave it out to keep data in DATA_DIR.',
  };
};

/** The store, and the clock that leases and lifetimes in it go by. */
interface Opened {
  readonly store: Store;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Replicas go by the clock of their database: else one whose machine is wrong would take over what is not abandoned. */
const openDatabase = async (url: string, log: Log): Promise<Opened> => {
  const { openPostgresStore } = await import('../store/postgres.ts');
  const clock = createSharedClock();
  const onLost = (err: Error): void => log.warn({ err }, 'a connection to PostgreSQL was lost');
  const store = await openPostgresStore({ url, now: clock.now, onLost });
  await clock.follow(() => store.time(), log);
  return { store, clock: clock.now };
};

/**
 * The store that the configuration asks for. The playground's lives as long as its pretend workspace: with the process.
 * Rejects with a StartError.
 */
export const openStore = async (config: Config, log: Log): Promise<Opened> => {
  const clock = Date.now;
  if (config.mode === 'playground') return { store: createMemoryStore({ now: clock }), clock };
  const { databaseUrl: url, dataDir: folder } = config;
  try {
    if (url !== undefined) return await openDatabase(url, log);
    const { openSqliteStore } = await import('../store/sqlite.ts');
    return { store: openSqliteStore({ folder, now: clock }), clock };
  } catch (error) {
    throw new StartError([(url === undefined ? folderProblem : databaseProblem)(error, config)]);
  }
};
