/** What is to happen to the calls of a method: to the next of them, or to all. */
export class Plan<What> {
  readonly #planned = new Map<string, What[]>();
  readonly #standing = new Map<string, What>();

  /** The next `times` calls of the method. */
  next(method: string, what: What, times = 1): void {
    const planned = this.#planned.get(method) ?? [];
    this.#planned.set(method, [...planned, ...Array.from({ length: times }, () => what)]);
  }

  /** Every call of the method until `clear`. */
  always(method: string, what: What): void {
    this.#standing.set(method, what);
  }

  clear(): void {
    this.#planned.clear();
    this.#standing.clear();
  }

  /** How many of the next calls of a method something is planned for. */
  left(method: string): number {
    return this.#planned.get(method)?.length ?? 0;
  }

  /** Takes what is due for a call, if anything. */
  take(method: string): What | undefined {
    return this.#planned.get(method)?.shift() ?? this.#standing.get(method);
  }
}
