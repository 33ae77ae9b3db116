import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';

/** What every store does. `open` makes an empty one that reads the given clock. */
export const describeStore = (name: string, open: (now: () => number) => Promise<Store>): void => {
  describe(name, () => {
    let time = 1_000;
    let store: Store;

    beforeEach(async () => {
      time = 1_000;
      store = await open(() => time);
    });

    it('gives back what was put, and nothing for a key never put', async () => {
      await store.put('a/1', { list: [1, 'two', null], flag: true });
      expect(await store.get('a/1')).toEqual({ list: [1, 'two', null], flag: true });
      expect(await store.get('a/2')).toBeUndefined();
    });

    it('replaces and deletes', async () => {
      await store.put('a', 1);
      await store.put('a', 2);
      expect(await store.get('a')).toBe(2);
      await store.delete('a');
      await store.delete('a');
      expect(await store.get('a')).toBeUndefined();
    });

    it('keeps a copy that nobody can change from outside', async () => {
      const value = { turns: [1] };
      await store.put('a', value);
      value.turns.push(2);
      expect(await store.get('a')).toEqual({ turns: [1] });
    });

    it('forgets a value when its time is over', async () => {
      await store.put('a', 1, { expiresInMs: 50 });
      time += 49;
      expect(await store.get('a')).toBe(1);
      time += 1;
      expect(await store.get('a')).toBeUndefined();
    });

    it('forgets the old lifetime when a value is put again', async () => {
      await store.put('a', 1, { expiresInMs: 50 });
      await store.put('a', 2);
      time += 1_000_000;
      expect(await store.get('a')).toBe(2);
    });

    it('grants a claim to exactly one of many', async () => {
      const granted = await Promise.all(
        Array.from({ length: 20 }, () => store.claim('c', { expiresInMs: 50 })),
      );
      expect(granted.filter(Boolean)).toHaveLength(1);
    });

    it('grants a claim again after its time or its deletion', async () => {
      expect(await store.claim('c', { expiresInMs: 50 })).toBe(true);
      time += 49;
      expect(await store.claim('c', { expiresInMs: 50 })).toBe(false);
      time += 1;
      expect(await store.claim('c', { expiresInMs: 50 })).toBe(true);
      await store.delete('c');
      expect(await store.claim('c', { expiresInMs: 50 })).toBe(true);
    });

    it('deletes everything under a prefix and nothing else', async () => {
      await store.put('turns/T1/a', 1);
      await store.put('turns/T10/a', 2);
      await store.claim('turns/T1/c', { expiresInMs: 50 });
      await store.deleteUnder('turns/T1/');
      expect(await store.get('turns/T1/a')).toBeUndefined();
      expect(await store.get('turns/T10/a')).toBe(2);
      expect(await store.claim('turns/T1/c', { expiresInMs: 50 })).toBe(true);
    });
  });
};
