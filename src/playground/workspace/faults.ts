/** How a call fails: with a Slack error, an HTTP status (with `Retry-After` in seconds), or by never answering. */
export type Fault =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly hang: true };

/** Failures made to order, by Web API method or `response_url`. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();
  readonly #standing = new Map<string, Fault>();

  /** The next `times` calls of the method fail. */
  next(method: string, fault: Fault, times = 1): void {
    const planned = this.#planned.get(method) ?? [];
    this.#planned.set(method, [...planned, ...Array.from({ length: times }, () => fault)]);
  }

  /** Every call of the method fails until `clear`. */
  always(method: string, fault: Fault): void {
    this.#standing.set(method, fault);
  }

  /** The method is unknown to this Slack, as some are to older or governmental ones. */
  unknown(method: string): void {
    this.always(method, { error: 'unknown_method' });
  }

  clear(): void {
    this.#planned.clear();
    this.#standing.clear();
  }

  /** Takes the fault that is due for a call, if any. */
  take(method: string): Fault | undefined {
    return this.#planned.get(method)?.shift() ?? this.#standing.get(method);
  }
}
