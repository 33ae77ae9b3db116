/** One thing that went over the wire. */
export interface Passage {
  /** Ascending, from 1. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly direction: 'to the bot' | 'from the bot';
  /** `event app_mention`, `command /outsourcing`, `chat.postMessage`, `response_url`. */
  readonly what: string;
  readonly body: unknown;
  /** What was answered, where anything was. */
  readonly answer?: unknown;
  /** HTTP status of the answer; none over Socket Mode, nor where there was no answer. */
  readonly status?: number | undefined;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** `acknowledged in 4 ms`, `ok`, `invalid_blocks`. */
  readonly outcome: string;
  /** Whether it came to what was wanted. */
  readonly isGood: boolean;
}

const kept = 500;

/** The log of both directions, bounded; the oldest lines go first. */
export class Traffic {
  #passages: readonly Passage[] = [];
  #count = 0;

  add(passage: Omit<Passage, 'id'>): void {
    this.#count += 1;
    this.#passages = [...this.#passages, { ...passage, id: this.#count }].slice(-kept);
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
