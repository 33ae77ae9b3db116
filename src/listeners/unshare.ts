import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { removalIn } from '../blocks/shared-copy.ts';
import { acknowledge } from './acknowledge.ts';
import { tellSender } from './failure.ts';
import type { Desk } from './parts.ts';
import { postedIn } from './posted.ts';
import { isRefusal } from './refusal.ts';
import { staleButton } from './stale.ts';

/** What we read of a press on the button below a shared answer. */
const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  container: z.object({ channel_id: z.string(), message_ts: z.string() }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([z.object({ value: z.string().default('') })]),
});
type Pressed = z.output<typeof pressSchema>;

const notYours = 'Only the person who shared this answer can remove it.';

/** Somebody was quicker, or Slack has it no more. */
const gone: ReadonlySet<string> = new Set(['message_not_found', 'channel_not_found']);

/** Every message of the share, the one that holds the thread last; the one pressed on, where Slack shows no others. */
const messagesOf = async (desk: Desk, press: Pressed, share: string): Promise<string[]> => {
  const { channel_id: channel, message_ts: pressed } = press.container;
  const thread = press.message?.thread_ts ?? pressed;
  const posted = await postedIn(desk, { id: share, channel, thread, since: thread }).catch(() => []);
  const parts = [...posted].sort((a, b) => b.part - a.part).map(({ ts }) => ts);
  return parts.includes(pressed) ? parts : [pressed];
};

const remove = async ({ client }: Desk, channel: string, ts: string): Promise<void> => {
  try {
    await client.chat.delete({ channel, ts });
  } catch (err) {
    if (!isRefusal(err, gone)) throw err;
  }
};

/** Takes a shared answer back, for whoever shared it and nobody else. */
export const onUnshare =
  (desk: Desk) =>
  async ({ ack, body }: SlackActionMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = pressSchema.safeParse(body).data;
    const removal = removalIn(press?.actions[0].value ?? '');
    if (press === undefined || removal === undefined) return tellSender(desk, body, staleButton);
    if (removal.by !== press.user.id) return tellSender(desk, body, notYours);
    for (const ts of await messagesOf(desk, press, removal.share))
      await remove(desk, press.container.channel_id, ts);
    desk.log.info({ surface: 'share', outcome: 'removed' }, 'removed a shared answer');
  };
