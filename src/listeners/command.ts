import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { acknowledge } from './acknowledge.ts';
import { ticketOf } from './intake.ts';
import type { Desk } from './parts.ts';
import { serve } from './serve.ts';

/** `/outsourcing …`: answered so that only the person sees it. Empty text asks for help. */
export const onCommand =
  (desk: Desk) =>
  async ({ ack, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await acknowledge(desk, ack);
    await serve(desk, await ticketOf(context));
  };
