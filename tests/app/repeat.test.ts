import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeat } from '../../src/app/repeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that goes on until it is told to end. */
const makeWork = () => {
  const ends: (() => void)[] = [];
  const work = (): Promise<void> => new Promise((resolve) => void ends.push(resolve));
  return { work, begun: () => ends.length, end: () => ends.at(-1)?.() };
};

it('begins at once, then at every interval, and never a turn while one is under way', async () => {
  const { work, begun, end } = makeWork();
  const repeated = repeat(1000, work, () => {});
  repeated.start();
  expect(begun()).toBe(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun()).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun()).toBe(2);
  repeated.stop();
  end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun()).toBe(2);
});

it('reports a turn that failed and goes on', async () => {
  const errors: unknown[] = [];
  const repeated = repeat(
    1000,
    async () => {
      throw new Error('away');
    },
    (error) => void errors.push(String(error)),
  );
  repeated.start();
  await vi.advanceTimersByTimeAsync(2000);
  repeated.stop();
  expect(errors).toEqual(['Error: away', 'Error: away', 'Error: away']);
});

it('does a turn when asked to, and none by itself where no interval is given', async () => {
  let turns = 0;
  const repeated = repeat(
    0,
    async () => {
      turns += 1;
    },
    () => {},
  );
  repeated.start();
  await vi.advanceTimersByTimeAsync(5000);
  expect(turns).toBe(0);
  await Promise.all([repeated.now(), repeated.now()]);
  expect(turns).toBe(2);
});
