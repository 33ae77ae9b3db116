import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts';
import { describeStore } from './contract.ts';

const now = (): number => 1_000;

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  describeStore('postgres store', async (clock) =>
    openPostgresStore({ url: await server.database(), now: clock }),
  );

  it('serves replicas that start at the same time, as one store', async () => {
    const url = await server.database();
    const replicas = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url, now })));
    const claims = await Promise.all(replicas.map((store) => store.claim('c', { expiresInMs: 9 })));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const add = (at: number): Promise<void> | undefined =>
      replicas[at % 3]?.update(['n'], (entries) => entries.put('n', Number(entries.get('n') ?? 0) + 1));
    await Promise.all(Array.from({ length: 60 }, (_, at) => add(at)));
    expect(await replicas[0]?.get('n')).toBe(60);
    await Promise.all(replicas.map((store) => store.close()));
  });

  it('goes on after a restart of the database with everything in it', async () => {
    const lost: Error[] = [];
    const store = await openPostgresStore({
      url: await server.database(),
      now,
      onLost: (error) => void lost.push(error),
    });
    await store.put('a', 1);
    await server.restart();
    await store.update(['a'], (entries) => entries.put('a', Number(entries.get('a')) + 1));
    expect(await store.get('a')).toBe(2);
    await store.close();
  });

  it('waits long for a database that stands still once, keeps nothing of it, and goes on with the database', async () => {
    const store = await openPostgresStore({ url: await server.database(), now });
    await store.put('a', 1);
    server.freeze();
    const add = (): Promise<void> =>
      store.update(['a'], (entries) => entries.put('a', Number(entries.get('a')) + 1));
    await expect(add()).rejects.toThrow('no answer within 2000 ms');
    await expect(store.get('a')).rejects.toThrow('no answer within 250 ms');
    await expect(add()).rejects.toThrow('no answer within 250 ms');
    server.thaw();
    await expect.poll(() => store.get('a').catch(() => 'no answer')).toBe(1);
    await add();
    expect(await store.get('a')).toBe(2);
    await store.close();
  });

  it('refuses tables that a newer version made', async () => {
    const url = await server.database();
    await (await openPostgresStore({ url, now })).close();
    const { Client } = await import('pg');
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('INSERT INTO outsourcing.migrations (version) VALUES (99)');
    await client.end();
    await expect(openPostgresStore({ url, now })).rejects.toThrow(/written by a newer version.*99/);
  });
});
