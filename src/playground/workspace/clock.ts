/** The workspace's time and its ids: the same acts give the same ids in every run. */
export class Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly #counts = new Map<string, number>();
  #lastSecond = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  /** `Ev0001`, `Ev0002`, … */
  id(prefix: string): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return `${prefix}${String(count).padStart(4, '0')}`;
  }

  /** A message timestamp: unique, and ascending even when the clock stands still or is set back. */
  ts(): string {
    this.#lastSecond = Math.max(this.#lastSecond, Math.floor(this.now() / 1000));
    return `${this.#lastSecond}.${this.id('').padStart(6, '0')}`;
  }
}
