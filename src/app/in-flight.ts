/** Work that has begun and not ended, so that a stop can wait for it. Bolt does not. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  get count(): number {
    return this.#work.size;
  }

  track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    const done = (): void => {
      this.#work.delete(work);
    };
    work.then(done, done);
    return work;
  }

  /** Resolves when nothing is left, whether it succeeded or not. */
  async drained(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
