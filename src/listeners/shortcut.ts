import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { findView } from '../blocks/find-view.ts';
import { acknowledge } from './acknowledge.ts';
import { ticketOf } from './intake.ts';
import { openModal } from './modal.ts';
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

/** "Search precedents", from wherever a person is: the window to search from. */
export const onSearchShortcut =
  (desk: Desk) =>
  async ({ ack, body }: ShortcutArgs): Promise<void> => {
    await acknowledge(desk, ack);
    await openModal(desk, body, findView(desk.asker.holdings().openings));
  };
