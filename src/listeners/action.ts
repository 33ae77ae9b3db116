import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { acknowledge } from './acknowledge.ts';
import { ticketOf } from './intake.ts';
import type { Desk } from './parts.ts';
import { respondAt } from './respond.ts';
import { serve } from './serve.ts';
import { staleButton } from './stale.ts';

type ActionArgs = SlackActionMiddlewareArgs & AllMiddlewareArgs;

/** Something was pressed that asks for an answer, or for one to be shared: it was kept, and is served. */
export const onQuestion =
  (desk: Desk) =>
  async ({ ack, context }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    await serve(desk, await ticketOf(context));
  };

/** What we read of a click on any other button. */
const clickSchema = z.object({
  response_url: z.string(),
  actions: z.tuple([z.object({ url: z.string().optional() })]),
});

/** Any other button: a link needs the ack alone, everything else is of an older version. */
export const onOtherAction =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const click = clickSchema.safeParse(body).data;
    if (click !== undefined && click.actions[0].url === undefined)
      await respondAt(desk, click.response_url, { text: staleButton });
  };
