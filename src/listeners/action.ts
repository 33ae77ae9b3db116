import type { AllMiddlewareArgs, RespondFn, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { type Reading, readingSchema } from '../reading.ts';
import { clickClaims, isFirst } from './claims.ts';
import { toPerson, toThread } from './deliver.ts';
import { type Parts, teamOf } from './parts.ts';
import { reply } from './reply.ts';
import { commandConversation, threadConversation } from './turns.ts';

type ActionArgs = SlackActionMiddlewareArgs & AllMiddlewareArgs;

/** What we read of a click on a button in a message. */
const clickSchema = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  container: z.object({
    channel_id: z.string(),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([
    z.object({ action_id: z.string(), value: z.string().default(''), url: z.string().optional() }),
  ]),
});

type Click = z.output<typeof clickSchema>;

export const staleButton =
  'That button was made by an older version of me and no longer works. Please type the question instead; ' +
  '`/outsourcing help` shows what you can ask.';

/** The reading that a button holds, or undefined when its value was made by another version or tampered with. */
const readingOf = (value: string): Reading | undefined => {
  try {
    return readingSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
};

const claimsOf = ({ user, trigger_id: triggerId, container, actions: [{ action_id: actionId }] }: Click) =>
  clickClaims({ triggerId, user: user.id, messageTs: container.message_ts, actionId });

/** Where the answer to a click goes: beside an ephemeral message for its reader, else into the thread for all. */
const placeOf = ({ container, message, user }: Click) => ({
  channel: container.channel_id,
  thread: message?.thread_ts ?? container.thread_ts ?? container.message_ts,
  user: user.id,
});

const explain = async (respond: RespondFn, text: string): Promise<void> => {
  await respond({ response_type: 'ephemeral', replace_original: false, text });
};

/** A suggestion was clicked: its reading is answered where the suggestion stood. */
export const onSuggestion =
  (parts: Parts) =>
  async ({ ack, body, respond, client, context }: ActionArgs): Promise<void> => {
    await ack();
    const click = clickSchema.parse(body);
    const reading = readingOf(click.actions[0].value);
    if (reading === undefined) {
      if (await isFirst(parts, claimsOf(click))) await explain(respond, staleButton);
      return;
    }
    const place = placeOf(click);
    const team = teamOf(context);
    const isPrivate = click.container.is_ephemeral;
    await reply(parts, {
      surface: 'action',
      claims: claimsOf(click),
      conversation: isPrivate
        ? commandConversation(team, place.channel, place.user)
        : threadConversation(team, place.channel, place.thread),
      asks: reading,
      deliver: isPrivate
        ? toPerson(respond, client, parts.log, { channel: place.channel, user: place.user })
        : toThread(client, parts.log, place),
    });
  };

/** Any other button: a link needs the ack alone, everything else is of an older version. */
export const onOtherAction =
  (_parts: Parts) =>
  async ({ ack, body, respond }: ActionArgs): Promise<void> => {
    await ack();
    const click = clickSchema.safeParse(body);
    if (click.success && click.data.actions[0].url === undefined) await explain(respond, staleButton);
  };
