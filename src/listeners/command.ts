import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { ticketOf } from './intake.ts';
import type { Desk } from './parts.ts';
import { serve } from './serve.ts';

/** `/outsourcing …`: answered so that only the person sees it. Empty text asks for help. */
export const onCommand =
  (desk: Desk) =>
  async ({ ack, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    await serve(desk, await ticketOf(context));
  };
