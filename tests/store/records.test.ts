import { expect, it } from 'vitest';
import { z } from 'zod';
import { createMemoryStore } from '../../src/store/memory.ts';
import { eachAs, getAs } from '../../src/store/records.ts';

const schema = z.object({ n: z.number() });

it('reads records back, and reports damaged ones by field, without their values, as missing', async () => {
  const store = createMemoryStore({ now: () => 0 });
  const damages: string[] = [];
  const onDamage = (key: string, what: string): void => void damages.push(`${key} ${what}`);
  await store.put('a/1', { n: 1 });
  await store.put('a/2', { n: 'secret' });
  await store.put('a/3', 'not even an object');
  await store.put('a/4', { n: 4 });
  expect(await getAs(store, schema, 'a/1', onDamage)).toEqual({ n: 1 });
  expect(await getAs(store, schema, 'a/9', onDamage)).toBeUndefined();
  expect(damages).toEqual([]);
  expect(await getAs(store, schema, 'a/2', onDamage)).toBeUndefined();
  const all: unknown[] = [];
  for await (const one of eachAs(store, schema, 'a/', onDamage)) all.push(one);
  expect(all).toEqual([
    { key: 'a/1', record: { n: 1 } },
    { key: 'a/4', record: { n: 4 } },
  ]);
  expect(damages).toEqual(['a/2 n: invalid_type', 'a/2 n: invalid_type', 'a/3 value: invalid_type']);
});

it('reads any number of records, page by page', async () => {
  const store = createMemoryStore({ now: () => 0 });
  for (let n = 0; n < 250; n += 1) await store.put(`a/${n}`, { n });
  let count = 0;
  for await (const { record } of eachAs(store, schema, 'a/', () => {})) count += record.n >= 0 ? 1 : 0;
  expect(count).toBe(250);
});
