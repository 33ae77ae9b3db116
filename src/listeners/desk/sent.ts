import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Turn } from '../../answer.ts';
import { checkMessage } from '../../blocks/checker.ts';
import { withSent } from '../../blocks/desk/request.ts';
import { anchorOf } from '../../blocks/value.ts';
import type { Gap } from '../../desk/gap.ts';
import { encodeReading } from '../../reading.ts';
import { withChecklist } from '../checklist/under-answer.ts';
import type { Desk } from '../parts.ts';
import { orPlain } from '../post.ts';
import type { Asked } from '../question.ts';
import { rendered } from '../rendered.ts';
import { respondAt } from '../respond.ts';
import { settingsFor } from '../settings/kept.ts';

/** Our own message as it comes back with a press; Slack keeps one that a single person sees to itself. */
const messageSchema = z.object({
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    text: z.string(),
    blocks: z.array(z.custom<KnownBlock>((block) => z.object({ type: z.string() }).safeParse(block).success)),
  }),
});

/** A press on "Ask a human", and what was kept of the question. */
export interface Sending {
  readonly team: string;
  readonly body: unknown;
  readonly gap: Gap;
}

/** The answer that was given then: by its words, unless the conversation made it another. */
const turnOf = ({ asker }: Desk, { text, reading }: Gap): Turn => {
  const asked = asker.ask(text, []);
  return reading === undefined || encodeReading(asked.reading) === encodeReading(reading)
    ? asked
    : asker.answerReading(reading);
};

/** What we read of a press in a message that only one person sees. */
const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  response_url: z.string(),
  container: z.object({ channel_id: z.string(), message_ts: z.string(), thread_ts: z.string().optional() }),
  actions: z.tuple([z.object({ block_id: z.string().optional() })]),
});

const inPrivate = async (desk: Desk, sending: Sending, said: string): Promise<boolean> => {
  const press = pressSchema.safeParse(sending.body).data;
  if (press === undefined) return false;
  const { team, gap } = sending;
  const { channel_id: channel, message_ts: ts, thread_ts: thread } = press.container;
  const about = anchorOf(press.actions[0].block_id) ?? thread;
  // As for the asking of any button there: in the same place an answer looks the same.
  const asked: Asked = {
    kind: 'click',
    id: ts,
    team,
    channel,
    user: press.user.id,
    value: '',
    thread: thread ?? ts,
    isPrivate: true,
    ...(about !== undefined && { about }),
    isInThread: thread !== undefined,
    responseUrl: press.response_url,
    since: ts,
  };
  const settings = await settingsFor(desk, team, channel);
  const turn = turnOf(desk, gap);
  const answered = withChecklist(rendered(desk, asked, turn, settings), turn, asked, undefined);
  const { text, blocks } = answered.at(-1) ?? { text: '' };
  if (blocks === undefined) return false;
  const place = thread === undefined ? {} : { thread_ts: thread };
  const message = { text, blocks: withSent(blocks, said) };
  await respondAt(desk, press.response_url, { ...message, ...place, replace_original: true });
  return true;
};

const forAll = async (desk: Desk, { body }: Sending, said: string): Promise<boolean> => {
  const seen = messageSchema.safeParse(body).data;
  if (seen === undefined) return false;
  const { ts, text, blocks } = seen.message;
  const message = { text, blocks: withSent(blocks, said) };
  if (checkMessage(message).length > 0) return false;
  const place = { channel: seen.channel.id, ts };
  await orPlain(desk, message, (outgoing) => desk.client.chat.update({ ...place, ...outgoing }));
  return true;
};

/**
 * Puts in the place of "Ask a human" what came of it, so that nobody presses it again. False where the message cannot
 * be changed any more; then the person has to be told otherwise.
 */
export const showSent = async (desk: Desk, sending: Sending, said: string): Promise<boolean> => {
  try {
    return (await forAll(desk, sending, said)) || (await inPrivate(desk, sending, said));
  } catch (err) {
    desk.log.warn({ err }, 'could not show under an answer that its question was sent to people');
    return false;
  }
};
