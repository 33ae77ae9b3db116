import type { Clock } from './clock.ts';
import type { Exchanges } from './exchange.ts';
import type { Traffic } from './traffic.ts';

/** Something Slack sends to the bot. */
export interface Envelope {
  readonly kind: 'command' | 'event' | 'interaction';
  /** `event app_mention`, for the log. */
  readonly what: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The exchange it belongs to, if any. */
  readonly exchange?: string;
}

/** A try of an event after the first. */
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/** What came of one try. */
export type Receipt = (
  | /** `reply` is what the bot put into its acknowledgement. */
  { readonly ok: true; readonly reply: unknown }
  /** `reason` is Slack's word for retries; `final` when the bot asked for no more. */
  | { readonly ok: false; readonly problem: string; readonly reason: string; readonly final?: boolean }
) & {
  /** The HTTP status that came back, over HTTP. */
  readonly status?: number;
};

/** A way to the bot: HTTP or Socket Mode. */
export interface Transport {
  send(envelope: Envelope, retry: Retry | undefined): Promise<Receipt>;
}

/** An event whose delivery failed, waiting for its next try. */
export interface Delivery {
  readonly envelope: Envelope;
  readonly retry: Retry;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/** Milliseconds before each retry of an event: nearly at once, after a minute, after five. */
const waits = [0, 60_000, 300_000];

/** Sends envelopes to the bot and, for events, tries again as Slack does. */
export class Deliveries {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #traffic: Traffic;
  readonly #exchanges: Exchanges;
  readonly #changed: () => void;
  #retries: readonly Delivery[] = [];
  #inFlight = 0;

  constructor(parts: {
    transport: Transport;
    clock: Clock;
    traffic: Traffic;
    exchanges: Exchanges;
    changed: () => void;
  }) {
    this.#transport = parts.transport;
    this.#clock = parts.clock;
    this.#traffic = parts.traffic;
    this.#exchanges = parts.exchanges;
    this.#changed = parts.changed;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get retries(): readonly Delivery[] {
    return this.#retries;
  }

  /** Resolves with the receipt of the last try that was made now; never rejects. */
  async send(envelope: Envelope, retry?: Retry): Promise<Receipt> {
    const receipt = await this.#try(envelope, retry);
    if (receipt.ok || envelope.kind !== 'event' || receipt.final) return receipt;
    const number = (retry?.number ?? 0) + 1;
    const wait = waits[number - 1];
    if (wait === undefined) return receipt;
    const next = { number, reason: receipt.reason };
    if (wait === 0) return this.send(envelope, next);
    this.#retries = [...this.#retries, { envelope, retry: next, dueAt: this.#clock.now() + wait }];
    return receipt;
  }

  /** Tries what is due by the clock, or everything when a way to the bot has just opened. */
  async retryDue(everything = false): Promise<void> {
    const now = this.#clock.now();
    const due = this.#retries.filter((one) => everything || one.dueAt <= now);
    this.#retries = this.#retries.filter((one) => !due.includes(one));
    await Promise.all(due.map((one) => this.send(one.envelope, one.retry)));
  }

  async #try(envelope: Envelope, retry: Retry | undefined): Promise<Receipt> {
    this.#inFlight += 1;
    if (envelope.exchange !== undefined) this.#exchanges.resumed(envelope.exchange);
    const began = performance.now();
    const receipt = await this.#transport.send(envelope, retry);
    this.#inFlight -= 1;
    const took = Math.round(performance.now() - began);
    this.#traffic.add({
      at: this.#clock.now(),
      direction: 'to the bot',
      what: envelope.what,
      body: envelope.payload,
      ...(receipt.ok && receipt.reply !== undefined && { answer: receipt.reply }),
      status: receipt.status,
      ms: took,
      outcome: receipt.ok ? `acknowledged in ${took} ms` : receipt.problem,
      isGood: receipt.ok,
    });
    if (envelope.exchange !== undefined) this.#book(envelope.exchange, receipt);
    this.#changed();
    return receipt;
  }

  #book(exchange: string, receipt: Receipt): void {
    if (receipt.ok) this.#exchanges.acknowledged(exchange);
    else this.#exchanges.failed(exchange, receipt.problem);
  }
}
