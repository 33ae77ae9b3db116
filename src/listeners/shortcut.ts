import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { acknowledge } from './acknowledge.ts';
import { ticketOf } from './intake.ts';
import type { Desk } from './parts.ts';
import { serve } from './serve.ts';

export type ShortcutArgs = SlackShortcutMiddlewareArgs & AllMiddlewareArgs;

/** "Find precedents" in the menu of a message: what the message says is asked, and answered for one person alone. */
export const onMessageShortcut =
  (desk: Desk) =>
  async ({ ack, context }: ShortcutArgs): Promise<void> => {
    await acknowledge(desk, ack);
    await serve(desk, await ticketOf(context));
  };
