import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore, sqliteFile } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { newFolder } from '../fixtures/new-folder.ts';
import { hasPostgres, postgresPrograms, startPostgres } from '../fixtures/postgres-server.ts';

const now = (): number => 1_000;
const root = new URL('../../', import.meta.url).pathname;
const manual = readFileSync(join(root, 'docs/operations.md'), 'utf8');

/** The command that the manual gives, with the names of this test in the place of its own. */
const command = (start: string, names: Readonly<Record<string, string>>): string => {
  const line = manual.split('\n').find((one) => one.startsWith(start));
  if (line === undefined) throw new Error(`the manual has no command ${start}`);
  return Object.entries(names).reduce((text, [name, ours]) => text.replaceAll(name, ours), line);
};

const run = (text: string, PATH = process.env.PATH): void => {
  execFileSync('sh', ['-c', text], { cwd: root, env: { ...process.env, PATH }, stdio: 'pipe' });
};

const fill = async (store: Store): Promise<void> => {
  for (let at = 0; at < 50; at += 1) await store.put(`turns/T/${at}`, { at });
};

it('SQLite is backed up while it is open, by the command of the manual, and restored', async () => {
  const folder = newFolder('backup');
  const file = join(folder, sqliteFile);
  const backup = join(folder, 'backup.db');
  const store = openSqliteStore({ folder, now });
  await fill(store);
  run(command('node --input-type', { '.data/outsourcing.db': file, 'backup.db': backup }));
  await store.put('turns/T/late', {});
  await store.close();
  const restored = newFolder('backup');
  const intoRestored = { '.data': restored, 'backup.db': backup };
  copyFileSync(file, join(restored, sqliteFile));
  run(command('rm -f .data', intoRestored));
  const again = openSqliteStore({ folder: restored, now });
  expect((await again.list('turns/T/')).entries).toHaveLength(50);
  expect(await again.get('turns/T/7')).toEqual({ at: 7 });
  await again.put('turns/T/new', {});
  await again.close();
});

it.skipIf(!hasPostgres())(
  'PostgreSQL is backed up while it is open, by the commands of the manual, and restored',
  async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const dump = join(newFolder('backup'), 'backup.dump');
    const path = `${postgresPrograms()}:${process.env.PATH}`;
    const url = await server.database();
    const store = await openPostgresStore({ url, now });
    await fill(store);
    run(command('pg_dump', { 'backup.dump': dump, $DATABASE_URL: url }), path);
    await store.deleteUnder('turns/');
    await store.close();
    for (const target of [url, await server.database()]) {
      run(command('pg_restore', { 'backup.dump': dump, $DATABASE_URL: target }), path);
      const again = await openPostgresStore({ url: target, now });
      expect((await again.list('turns/T/')).entries).toHaveLength(50);
      await again.put('turns/T/new', {});
      await again.close();
    }
  },
);
