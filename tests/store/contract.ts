import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

    afterEach(() => store.close());

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

    it('keeps every kind of text as it was', async () => {
      const text = '\u0000 \ud800 \u{1F600} \\ " \' \n $1 ? % _ ünï';
      await store.put(`a/${text.slice(2)}`.replace('\ud800', ''), { text });
      const { entries } = await store.list('a/');
      expect(entries.map(({ value }) => value)).toEqual([{ text }]);
    });

    it('changes several keys at once', async () => {
      await store.put('a', 1);
      await store.put('b', 2);
      const sum = await store.update(['a', 'b', 'c'], (entries) => {
        const total = Number(entries.get('a')) + Number(entries.get('b'));
        entries.put('c', total, { expiresInMs: 50 });
        entries.delete('a');
        entries.put('b', 'seen');
        return [total, entries.get('a'), entries.get('b')];
      });
      expect(sum).toEqual([3, undefined, 'seen']);
      expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual([undefined, 'seen', 3]);
      time += 50;
      expect(await store.get('c')).toBeUndefined();
    });

    it('keeps nothing of a change that throws, and goes on', async () => {
      await store.put('a', 1);
      const change = store.update(['a', 'b'], (entries) => {
        entries.put('a', 2);
        entries.put('b', 2);
        throw new Error('no');
      });
      await expect(change).rejects.toThrow('no');
      expect([await store.get('a'), await store.get('b')]).toEqual([1, undefined]);
      await store.update(['a'], (entries) => entries.put('a', 3));
      expect(await store.get('a')).toBe(3);
    });

    it('refuses a key that the change was not given', async () => {
      await expect(store.update(['a'], (entries) => entries.get('b'))).rejects.toThrow(/not given the key b/);
    });

    it('loses no change of many at the same time', async () => {
      const add = (): Promise<void> =>
        store.update(['n', 'm'], (entries) => {
          entries.put('n', Number(entries.get('n') ?? 0) + 1);
          entries.put('m', Number(entries.get('m') ?? 0) + 1);
        });
      await Promise.all(Array.from({ length: 40 }, add));
      expect([await store.get('n'), await store.get('m')]).toEqual([40, 40]);
    });

    it('never brings back what was deleted, however many change it meanwhile', async () => {
      const add = (): Promise<void> =>
        store.update(['n'], (entries) => entries.put('n', [entries.get('n') ?? [], 'after'].flat()));
      for (let round = 0; round < 20; round += 1) {
        await store.put('n', ['before']);
        const changes = Array.from({ length: 6 }, add);
        await changes[0];
        // Each time at another moment of the changes.
        for (let waits = round % 3; waits > 0; waits -= 1) await store.get('n');
        await (round % 2 === 0 ? store.delete('n') : store.deleteUnder('n'));
        await Promise.all(changes);
        expect(await store.get('n')).not.toEqual(expect.arrayContaining(['before']));
      }
    });

    it('sees what has expired as missing inside a change', async () => {
      await store.put('a', 1, { expiresInMs: 50 });
      time += 50;
      expect(await store.update(['a'], (entries) => entries.get('a'))).toBeUndefined();
    });

    it('lists what stands under a prefix in order, page by page', async () => {
      for (const key of ['b/2', 'a/1', 'b/10', 'b/1', 'b', 'b0', 'c/1']) await store.put(key, key);
      await store.put('b/gone', 1, { expiresInMs: 10 });
      time += 10;
      const first = await store.list('b/', { limit: 2 });
      expect(first).toEqual({
        entries: [
          { key: 'b/1', value: 'b/1' },
          { key: 'b/10', value: 'b/10' },
        ],
        next: 'b/10',
      });
      expect(await store.list('b/', { limit: 2, after: 'b/10' })).toEqual({
        entries: [{ key: 'b/2', value: 'b/2' }],
      });
      expect((await store.list('b/')).entries).toHaveLength(3);
      expect(await store.list('z/')).toEqual({ entries: [] });
    });

    it('purges what has expired and nothing else', async () => {
      await store.put('a', 1, { expiresInMs: 50 });
      await store.put('b', 2, { expiresInMs: 51 });
      await store.put('c', 3);
      time += 50;
      await store.purge();
      time -= 50;
      expect((await store.list('')).entries.map(({ key }) => key)).toEqual(['b', 'c']);
    });
  });
};
