import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/app/open-store.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { sqliteFile } from '../../src/store/sqlite.ts';
import { newFolder } from '../fixtures/new-folder.ts';
import { hasPostgres, startPostgres } from '../fixtures/postgres-server.ts';

const log = createLog({ level: 'silent', secrets: [] });
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const open = async (env: Readonly<Record<string, string>>) =>
  (await openStore(readConfig(env, '/nonexistent/.env'), log)).store;
const problem = (env: Readonly<Record<string, string>>): Promise<string> =>
  open({ ...slack, ...env }).then(
    () => 'opened',
    (error: unknown) => String(error),
  );

describe('openStore', () => {
  it('keeps data in a file of DATA_DIR by default, and there it is after a restart', async () => {
    const env = { ...slack, DATA_DIR: join(newFolder('open-store'), 'data') };
    const first = await open(env);
    await first.put('a', 1);
    await first.close();
    const second = await open(env);
    expect(await second.get('a')).toBe(1);
    await second.close();
  });

  it('keeps nothing of the playground', async () => {
    const folder = join(newFolder('open-store'), 'data');
    const store = await open({ DATA_DIR: folder });
    await store.put('a', 1);
    await store.close();
    expect(await (await open({ DATA_DIR: folder })).get('a')).toBeUndefined();
  });

  it('says in one sentence that the folder cannot be used', async () => {
    const file = join(newFolder('open-store'), 'file');
    writeFileSync(file, '');
    expect(await problem({ DATA_DIR: join(file, 'data') })).toMatch(
      /^StartError: environment DATA_DIR: cannot be used: .*\/file\/data \(ENOTDIR\)\. Give a folder/,
    );
    const taken = newFolder('open-store');
    mkdirSync(join(taken, sqliteFile));
    expect(await problem({ DATA_DIR: taken })).toMatch(
      /^StartError: environment DATA_DIR: cannot be used: .* \(EISDIR\)\./,
    );
    const folder = newFolder('open-store');
    writeFileSync(join(folder, sqliteFile), 'Dear diary, '.repeat(1000));
    expect(await problem({ DATA_DIR: folder })).toMatch(
      /^StartError: environment DATA_DIR: cannot be used: .* \(SQLITE_NOTADB\)\./,
    );
  });

  it('says in one sentence that the database cannot be reached, without its password', async () => {
    const said = await problem({ DATABASE_URL: 'postgres://bot:hunter2@127.0.0.1:1/bot' });
    expect(said).toMatch(
      /^StartError: environment DATABASE_URL: cannot be used: PostgreSQL cannot be reached \(ECONNREFUSED\)\. Check host/,
    );
    expect(said).not.toContain('hunter2');
  });

  it.skipIf(!hasPostgres())(
    'keeps data in PostgreSQL, and says what is wrong with its database',
    async () => {
      const server = await startPostgres();
      onTestFinished(() => server.stop());
      const url = await server.database();
      const store = await open({ ...slack, DATABASE_URL: url });
      await store.put('a', 1);
      expect(await store.get('a')).toBe(1);
      await store.close();
      expect(await problem({ DATABASE_URL: `${url}_missing` })).toMatch(
        /there is no such database\. Check host/,
      );
    },
  );
});
