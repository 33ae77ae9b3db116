import { z } from 'zod';
import { sharedView, shareField, shareView } from '../blocks/share-view.ts';
import { inValue } from '../blocks/value.ts';
import { decodeReading, encodeReading } from '../reading.ts';
import { acknowledge } from './acknowledge.ts';
import { nothing, openAnswer } from './answer-window.ts';
import { submissionClaims } from './claims.ts';
import { tellSender } from './failure.ts';
import type { ActionArgs } from './find.ts';
import type { Form } from './form.ts';
import { take } from './hold.ts';
import type { Desk } from './parts.ts';
import { digest } from './question.ts';
import { serve } from './serve.ts';
import { staleButton } from './stale.ts';

const pressSchema = z.object({ actions: z.tuple([z.object({ value: z.string().default('') })]) });

/** "Share…" under an answer that stands where nobody else is: asks where to. */
export const onShareChosen =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const reading = decodeReading(pressSchema.safeParse(body).data?.actions[0].value ?? '');
    if (reading === undefined) return tellSender(desk, body, staleButton);
    await openAnswer(desk, body, 1, () => {
      const { answer } = desk.asker.answerReading(reading);
      return [shareView(answer, { reading: encodeReading(reading) }), nothing];
    });
  };

const idsSchema = z.object({ reading: z.string() });
const conversation = z.string().regex(/^[CG][A-Z0-9]{2,30}$/);

/** Clocks of ours and of Slack's may differ by this much, in milliseconds. */
const skewMs = 60_000;

const slackTime = (ms: number): string => (ms / 1000).toFixed(6);

/** Where an answer is to be shared: kept like any other share, and posted once however often the window is sent. */
export const shareForm: Form<z.output<typeof idsSchema>> = {
  callbackId: 'share:to',
  ids: idsSchema,
  async submit(desk, { team, user, view, ids, entered }) {
    const channel = conversation.safeParse(entered.one(shareField)).data;
    if (channel === undefined) return { errors: { [shareField]: 'Choose a channel.' } };
    const ticket = await take(desk, {
      question: {
        kind: 'share',
        id: digest(['share', team, channel, view.id, user]),
        team,
        channel,
        user,
        value: inValue(ids.reading),
        view: view.id,
        since: slackTime(desk.clock() - skewMs),
      },
      claims: submissionClaims(team, view),
    });
    return {
      show: sharedView('Sharing', 'Sharing the answer to ', channel, ' …'),
      after: () => serve(desk, ticket),
    };
  },
};
