import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { z } from 'zod';
import { openSqliteStore, sqliteFile } from '../../src/store/sqlite.ts';
import { createChance } from '../fixtures/chance.ts';
import { startProcess } from '../harness/process.ts';

export interface CrashCounts {
  readonly kills: number;
  /** Writes that the store had said it has, and how many of them are not there. */
  readonly acknowledged: number;
  readonly lost: number;
  /** Changes of which one entry is there and the other is not. */
  readonly half: number;
  /** What SQLite finds wrong with the file; `ok` when nothing. */
  readonly integrity: string;
}

const record = z.object({ at: z.number() });
const integrityRow = z.object({ integrity_check: z.string() });

/** Kills one writer after another in the middle of its writes, all on one file, and looks at the file after each. */
export const crash = async (kills: number, seed = 1): Promise<CrashCounts> => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const chance = createChance(seed);
  const counts = { acknowledged: 0, lost: 0, half: 0 };
  const check = async (round: number, said: number): Promise<void> => {
    const store = openSqliteStore({ folder, now: Date.now });
    const has = async (key: string, at: number): Promise<boolean> =>
      record.safeParse(await store.get(`${key}/${round}/${at}`)).data?.at === at;
    for (let at = 0; at < said; at += 1) {
      counts.acknowledged += 1;
      if (!((await has('a', at)) && (await has('b', at)))) counts.lost += 1;
    }
    // The one that was under way: all of it or nothing.
    if ((await has('a', said)) !== (await has('b', said))) counts.half += 1;
    await store.deleteUnder('');
    await store.close();
  };
  try {
    let next = startProcess('tests/drills/writer.ts', {}, [folder, '0']);
    for (let round = 0; round < kills; round += 1) {
      const writer = next;
      await writer.until(/ready\n\d/);
      await pause(chance() * 60);
      await writer.end('SIGKILL');
      const said = writer.output().split('\n').slice(1, -1).length;
      await check(round, said);
      if (round + 1 < kills) next = startProcess('tests/drills/writer.ts', {}, [folder, String(round + 1)]);
    }
    const db = new Database(join(folder, sqliteFile));
    const { integrity_check: integrity } = integrityRow.parse(db.prepare('PRAGMA integrity_check').get());
    db.close();
    return { kills, ...counts, integrity };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
