/** Milliseconds that something takes, with what it gives. */
export const timed = <Value>(make: () => Value): readonly [Value, number] => {
  const began = performance.now();
  const value = make();
  return [value, performance.now() - began];
};

const heldBytes = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** What something that is built holds in memory, in bytes, and how long it took to build, in milliseconds. */
export const weighed = <Value>(
  make: () => Value,
): { readonly value: Value; readonly ms: number; readonly bytes: number } => {
  const before = heldBytes();
  const [value, ms] = timed(make);
  return { value, ms, bytes: Math.max(0, heldBytes() - before) };
};

/** The p-th percentile (0 to 100) of times, by the nearest rank. */
export const percentile = (times: readonly number[], p: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0;
};

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The percentiles of the milliseconds that each call takes, after a fifth of them to warm up. */
export const spreadOf = <Value>(values: readonly Value[], run: (value: Value) => unknown): Spread => {
  for (const value of values.slice(0, Math.ceil(values.length / 5))) run(value);
  const times = values.map((value) => timed(() => run(value))[1]);
  return { p50: percentile(times, 50), p95: percentile(times, 95), p99: percentile(times, 99) };
};
