import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** How long a trigger opens a modal, in milliseconds. */
const lifetime = 3000;

/** Whose act it was, and in which conversation, where it was in one. */
interface Act {
  readonly person: string;
  readonly channel?: string | undefined;
}

/** Trigger ids: each opens one modal, within three seconds of what the person did. */
export class Triggers {
  readonly #issued = new Map<string, Act & { readonly at: number; readonly used: boolean }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(person: string, channel?: string): string {
    const id = this.#clock.id('trigger.');
    this.#issued.set(id, { person, channel, at: this.#clock.now(), used: false });
    return id;
  }

  /** The act it was issued for. Throws `invalid_trigger_id`, `expired_trigger_id` or `exchanged_trigger_id`. */
  use(id: string): Act {
    const trigger = this.#issued.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id', ['A trigger opens one view only.']);
    if (this.#clock.now() - trigger.at >= lifetime) throw new Refusal('expired_trigger_id');
    this.#issued.set(id, { ...trigger, used: true });
    return trigger;
  }
}
