import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';
import type { Message } from './state.ts';

const mostUses = 5;
const lifetime = 30 * 60_000;

/** What a response_url stands for. */
export interface Address {
  readonly person: string;
  readonly channel: string;
  readonly exchange: string;
  /** The message whose button was pressed. */
  readonly source?: Message;
}

/** The addresses handed out with commands and interactions: five uses within thirty minutes. */
export class ResponseUrls {
  readonly #issued = new Map<string, { readonly address: Address; readonly at: number; uses: number }>();

  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The id of a fresh address. */
  issue(address: Address): string {
    const id = this.#clock.id('reply-');
    this.#issued.set(id, { address, at: this.#clock.now(), uses: 0 });
    return id;
  }

  /** Counts one use. Throws `unknown_url`, `expired_url` or `used_url`. */
  use(id: string): Address {
    const entry = this.#issued.get(id);
    if (!entry) throw new Refusal('unknown_url');
    if (this.#clock.now() - entry.at >= lifetime) throw new Refusal('expired_url');
    if (entry.uses >= mostUses) throw new Refusal('used_url');
    entry.uses += 1;
    return entry.address;
  }
}
