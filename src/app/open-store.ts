import { z } from 'zod';
import type { Config } from '../config.ts';
import { type Problem, StartError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createMemoryStore } from '../store/memory.ts';
import { NewerData } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';

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

/**
 * The store that the configuration asks for. The playground's lives as long as its pretend workspace: with the process.
 * Rejects with a StartError.
 */
export const openStore = async (config: Config, log: Log): Promise<Store> => {
  const now = Date.now;
  if (config.mode === 'playground') return createMemoryStore({ now });
  const { databaseUrl: url, dataDir: folder } = config;
  try {
    if (url !== undefined) {
      const { openPostgresStore } = await import('../store/postgres.ts');
      const onLost = (err: Error): void => log.warn({ err }, 'a connection to PostgreSQL was lost');
      return await openPostgresStore({ url, now, onLost });
    }
    const { openSqliteStore } = await import('../store/sqlite.ts');
    return openSqliteStore({ folder, now });
  } catch (error) {
    throw new StartError([(url === undefined ? folderProblem : databaseProblem)(error, config)]);
  }
};
