import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { describeStore } from './contract.ts';

describeStore('memory store', async (now) => createMemoryStore({ now }));

it('makes room by dropping what has expired, then what was written longest ago', async () => {
  let time = 0;
  const store = createMemoryStore({ now: () => time, capacity: 3 });
  await store.put('old', 1);
  await store.put('short', 2, { expiresInMs: 10 });
  await store.put('young', 3);
  time = 10;
  await store.put('a', 4);
  expect(await Promise.all(['old', 'short', 'young', 'a'].map(store.get))).toEqual([1, undefined, 3, 4]);
  await store.put('b', 5);
  expect(await Promise.all(['old', 'young', 'a', 'b'].map(store.get))).toEqual([undefined, 3, 4, 5]);
});
