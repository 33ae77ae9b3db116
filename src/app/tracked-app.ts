import { App, type ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { acknowledge } from '../listeners/acknowledge.ts';
import { admit } from '../listeners/intake.ts';
import type { Desk } from '../listeners/parts.ts';
import { listeners } from '../listeners/register.ts';
import { InFlight } from './in-flight.ts';

/**
 * What some listener of ours is there for, what comes most often first. Bolt would let anything else wait for three
 * seconds, and then call it an error.
 */
const heardSchema = z.union([
  z.object({ command: z.literal(Object.keys(listeners.commands)) }),
  z.object({ type: z.literal('event_callback'), event: z.object({ type: z.string() }) }),
  z.object({
    type: z.literal('block_actions'),
    actions: z.array(z.object({ action_id: z.string() })).min(1),
  }),
  z.object({ type: z.literal('view_submission'), view: z.object({ callback_id: z.string() }) }),
  z.object({
    type: z.literal('block_suggestion'),
    action_id: z.literal(Object.keys(listeners.options)),
  }),
  z.object({
    type: z.literal(['shortcut', 'message_action']),
    callback_id: z.literal(Object.keys(listeners.shortcuts)),
  }),
]);

const isHeard = (body: unknown): boolean => heardSchema.safeParse(body).success;

/** A Bolt app that keeps a question before it acknowledges it, and knows what it is working on. */
export class TrackedApp extends App {
  readonly inFlight = new InFlight();
  desk: Desk | undefined;

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.inFlight.track(this.#process(event));
  }

  async #process(event: ReceiverEvent): Promise<void> {
    const { desk } = this;
    const admitted = desk === undefined ? {} : await admit(desk, event.body);
    if (admitted.isForeign || !isHeard(event.body)) return event.ack();
    // Bolt calls no listener where it cannot acknowledge an event, and a claim keeps it from being answered when it comes again.
    const isKept = desk !== undefined && admitted.admission !== undefined;
    const ack: ReceiverEvent['ack'] = isKept
      ? (response) => acknowledge(desk, () => event.ack(response))
      : event.ack;
    const customProperties = { ...event.customProperties, ...admitted };
    return super.processEvent({ ...event, ack, customProperties });
  }
}
