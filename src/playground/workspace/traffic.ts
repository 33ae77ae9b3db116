/** One thing that went over the wire. */
export interface Passage {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly direction: 'to the bot' | 'from the bot';
  /** `event app_mention`, `command /outsourcing`, `chat.postMessage`, `response_url`. */
  readonly what: string;
  readonly body: unknown;
  /** `acknowledged in 4 ms`, `ok`, `invalid_blocks`. */
  readonly outcome: string;
}

const kept = 500;

/** The log of both directions, bounded; the oldest lines go first. */
export class Traffic {
  #passages: readonly Passage[] = [];

  add(passage: Passage): void {
    this.#passages = [...this.#passages, passage].slice(-kept);
  }

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  /** Calls of one Web API method (or `response_url`), oldest first. */
  calls(method: string): readonly Passage[] {
    return this.#passages.filter((one) => one.direction === 'from the bot' && one.what === method);
  }

  /** Deliveries whose name starts so: `event app_mention`, `command`. */
  sent(what: string): readonly Passage[] {
    return this.#passages.filter((one) => one.direction === 'to the bot' && one.what.startsWith(what));
  }
}
