import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPatience } from '../../src/store/patience.ts';

const never = (): Promise<never> => new Promise(() => {});
const soon = async (): Promise<string> => 'here';

describe('patience', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What became of a call after so many milliseconds. */
  const outcomeAfter = async (ms: number, call: Promise<unknown>): Promise<unknown> => {
    let became: unknown = 'waiting';
    call.then(
      (result) => {
        became = result;
      },
      (error: Error) => {
        became = error.message;
      },
    );
    await vi.advanceTimersByTimeAsync(ms);
    return became;
  };

  it('is long once, short while nothing comes, and long again once something came', async () => {
    const patiently = createPatience({ ms: 2_000, afterwardsMs: 250 });
    expect(await outcomeAfter(1_999, patiently(never))).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcomeAfter(250, patiently(never))).toBe('no answer within 250 ms');
    expect(await outcomeAfter(0, patiently(soon))).toBe('here');
    expect(await outcomeAfter(1_999, patiently(never))).toBe('waiting');
  });

  it('is short after a failure that took long, and not after one that came at once', async () => {
    const patiently = createPatience({ ms: 2_000, afterwardsMs: 250 });
    const fail = (ms: number) => () =>
      new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no')), ms));
    expect(await outcomeAfter(10, patiently(fail(10)))).toBe('no');
    expect(await outcomeAfter(1_000, patiently(fail(1_000)))).toBe('no');
    expect(await outcomeAfter(250, patiently(never))).toBe('no answer within 250 ms');
  });

  it('tells work that nobody waits for it any more, and takes its late answer for a sign of life', async () => {
    const patiently = createPatience({ ms: 2_000, afterwardsMs: 250 });
    const seen: boolean[] = [];
    const late = patiently(async (isGivenUp) => {
      seen.push(isGivenUp());
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      seen.push(isGivenUp());
    });
    expect(await outcomeAfter(3_000, late)).toBe('no answer within 2000 ms');
    expect(seen).toEqual([false, true]);
    expect(await outcomeAfter(1_999, patiently(never))).toBe('waiting');
  });
});
