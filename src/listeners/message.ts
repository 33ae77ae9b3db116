import type { AllMiddlewareArgs } from '@slack/bolt';
import { ticketOf } from './intake.ts';
import type { Desk } from './parts.ts';
import { serve } from './serve.ts';

/** What Bolt hands to a listener of any event. */
export type EventArgs = AllMiddlewareArgs & { readonly event: unknown; readonly body: unknown };

/**
 * A direct message, a mention (as `app_mention` or as the plain message that arrives beside it), or a follow-up in a
 * thread that we began: answered in its thread. Of all other messages nothing is read or kept.
 */
export const onMessage =
  (desk: Desk) =>
  async ({ context }: EventArgs): Promise<void> =>
    serve(desk, await ticketOf(context));
