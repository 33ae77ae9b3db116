import { z } from 'zod';
import { type Vote, voteIn } from '../blocks/feedback.ts';
import { feedbackFields, feedbackView, reasonIds, reasons } from '../blocks/feedback-view.ts';
import { notice } from '../blocks/modal.ts';
import { decodeReading, encodeReading, type Reading } from '../reading.ts';
import { acknowledge } from './acknowledge.ts';
import { tellSender } from './failure.ts';
import type { ActionArgs } from './find.ts';
import type { Form } from './form.ts';
import { openModal } from './modal.ts';
import type { Desk } from './parts.ts';
import { senderSchema, teamFrom } from './sender.ts';
import { staleButton } from './stale.ts';
import { questionBehind } from './thread-history.ts';
import { answerId, judge } from './votes.ts';

/** What we read of a press on one of the two thumbs under an answer. */
const pressSchema = senderSchema.extend({
  container: z.object({ channel_id: z.string(), message_ts: z.string() }),
  message: z
    .object({
      thread_ts: z.string().optional(),
      metadata: z
        .object({ event_payload: z.object({ question: z.string() }) })
        .optional()
        .catch(undefined),
    })
    .optional(),
  actions: z.tuple([z.object({ value: z.string().default('') })]),
});

interface Thumb {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  /** The thread in which the answer stands, and what its mark calls the question. */
  readonly thread: string | undefined;
  readonly question: string | undefined;
  readonly vote: Vote;
  readonly reading: Reading;
}

const thumbIn = (body: unknown): Thumb | undefined => {
  const press = pressSchema.safeParse(body).data;
  const given = voteIn(press?.actions[0].value ?? '');
  const reading = decodeReading(given?.reading ?? '');
  if (press === undefined || given === undefined || reading === undefined) return undefined;
  const { user, container, message } = press;
  return {
    team: teamFrom(press),
    user: user.id,
    channel: container.channel_id,
    ts: container.message_ts,
    thread: message?.thread_ts,
    question: message?.metadata?.event_payload.question,
    vote: given.vote,
    reading,
  };
};

/** What was asked, in the words that Slack still has. A command's words are gone once it is answered. */
const askedIn = async (desk: Desk, thumb: Thumb): Promise<string | undefined> => {
  const { team, channel, ts, thread, question } = thumb;
  if (thread === undefined || question === undefined) return undefined;
  return questionBehind(desk, { team, channel, thread, until: ts, id: question });
};

const thanks = 'Thank you. I noted that this answer helped.';

/** How a question was read stands for its words until somebody gives them. */
const asRead = (desk: Desk, reading: Reading): string => {
  const { readAs } = desk.asker.answerReading(reading).answer;
  return readAs === '' ? 'A question that was not understood' : `As read: ${readAs}`;
};

const askWhy = async (desk: Desk, body: unknown, thumb: Thumb, answer: string): Promise<void> => {
  const asked = await askedIn(desk, thumb);
  await openModal(desk, body, feedbackView({ answer, reading: encodeReading(thumb.reading) }, asked));
};

/** A thumb under an answer: noted, and on the lower one the reason is asked. The last word of a person counts. */
export const onVoted =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const thumb = thumbIn(body);
    if (thumb === undefined) return tellSender(desk, body, staleButton);
    const { team, user, vote, reading } = thumb;
    const answer = answerId(team, thumb.channel, thumb.ts);
    const { intent } = reading;
    const note = () => judge(desk, { team, user, answer, vote, intent, asRead: asRead(desk, reading) });
    if (vote === 'up') {
      const before = await note();
      if (before?.vote !== 'up') await tellSender(desk, body, thanks);
    } else {
      // The press is good for three seconds: the window comes first, and what is noted does not hang on it.
      await askWhy(desk, body, thumb, answer).finally(note);
    }
    desk.log.info({ surface: 'feedback', intent, vote }, 'an answer was judged');
  };

const idsSchema = z.object({ answer: z.string().max(64), reading: z.string() });

const thankYou = 'Thank you. It is kept for 90 days, without your name.';

/** Why an answer did not help. */
export const feedbackForm: Form<z.output<typeof idsSchema>> = {
  callbackId: 'feedback:why',
  ids: idsSchema,
  async submit(desk, { team, user, ids, entered }) {
    const reading = decodeReading(ids.reading);
    if (reading === undefined) return { show: notice('Not finished', staleButton) };
    const chosen = entered.all(feedbackFields.reasons).filter((reason) => reasonIds.includes(reason));
    const question = entered.one(feedbackFields.question);
    const remark = [...chosen.map(reasonText), ...entered.all(feedbackFields.remark)].join('. ');
    await judge(desk, {
      team,
      user,
      answer: ids.answer,
      vote: 'down',
      intent: reading.intent,
      asRead: asRead(desk, reading),
      said: {
        reasons: chosen,
        text: question ?? asRead(desk, reading),
        ...(remark === '' ? {} : { remark }),
      },
    });
    return { show: notice('Thank you', thankYou) };
  },
};

const reasonText = (reason: string): string =>
  Object.entries(reasons).find(([name]) => name === reason)?.[1] ?? '';
