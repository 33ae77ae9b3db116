import { App, type ReceiverEvent } from '@slack/bolt';
import { admit } from '../listeners/intake.ts';
import type { Desk } from '../listeners/parts.ts';
import { InFlight } from './in-flight.ts';

/** A Bolt app that keeps a question before it acknowledges it, and knows what it is working on. */
export class TrackedApp extends App {
  readonly inFlight = new InFlight();
  desk: Desk | undefined;

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.inFlight.track(this.#process(event));
  }

  async #process(event: ReceiverEvent): Promise<void> {
    const admitted = this.desk === undefined ? {} : await admit(this.desk, event.body);
    if (admitted.isForeign) return event.ack();
    return super.processEvent({ ...event, customProperties: { ...event.customProperties, ...admitted } });
  }
}
