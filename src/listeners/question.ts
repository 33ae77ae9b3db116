import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Claim, clickClaims, commandClaims, messageClaims } from './claims.ts';
import { isDirect, isForUs, readMessage, withoutMention } from './incoming.ts';

const asker = { id: z.string(), team: z.string(), channel: z.string(), user: z.string() };

/**
 * What somebody wants answered, as a claim keeps it until it is answered: enough to answer it in another process.
 * `id` names it in the metadata of its answer. `since` is a time of Slack's from which on the answer may stand there.
 */
export const questionSchema = z.discriminatedUnion('kind', [
  z.object({
    ...asker,
    kind: z.literal('message'),
    /** What was typed, without our name. */
    text: z.string(),
    ts: z.string(),
    /** The root of the thread in which it is answered; its own `ts` where it starts one. */
    thread: z.string(),
    direct: z.boolean(),
    since: z.string(),
  }),
  z.object({ ...asker, kind: z.literal('command'), text: z.string(), responseUrl: z.string() }),
  z.object({
    ...asker,
    kind: z.literal('click'),
    /** What the button holds: a reading as JSON, unless an older version made it. */
    value: z.string(),
    thread: z.string(),
    /** Whether the button stands in a message that only this person sees. */
    isPrivate: z.boolean(),
    responseUrl: z.string(),
    since: z.string(),
  }),
  z.object({
    /** `channel` is where the modal was opened, or the person's own id where that was Home or our conversation. */
    ...asker,
    kind: z.literal('submission'),
    /** What was typed, or else a reading as JSON. */
    text: z.string().optional(),
    value: z.string().optional(),
    /** The thread in which the modal was opened. */
    thread: z.string().optional(),
  }),
]);

export type Question = z.output<typeof questionSchema>;

/** What was typed; undefined for a question that is a reading. */
export const typedIn = (question: Question): string | undefined =>
  question.kind === 'click' ? undefined : question.text;

/** The reading that a button or a modal asks, as JSON. */
export const readingIn = (question: Question): string =>
  question.kind === 'click' || question.kind === 'submission' ? (question.value ?? '') : '';

/** A question as it comes in, with every key under which it may come in again. */
export interface Incoming {
  readonly question: Question;
  readonly claims: readonly Claim[];
}

const eventSchema = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().optional(),
  team_id: z.string().optional(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).optional(),
  event: z.looseObject({ type: z.enum(['message', 'app_mention']) }),
});

const commandSchema = z.object({
  command: z.string().startsWith('/'),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
  text: z.string().default(''),
});

/** What we read of a click on a suggestion. */
const clickSchema = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  response_url: z.string(),
  container: z.object({
    channel_id: z.string(),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([
    z.object({
      action_id: z.string().regex(/^suggest:\d+$/),
      value: z.string().default(''),
      action_ts: z.string().optional(),
    }),
  ]),
});

const fromEvent = (body: z.output<typeof eventSchema>, self: string | undefined): Incoming | undefined => {
  const message = readMessage(body.event, self);
  if (message === undefined) return undefined;
  if (body.event.type === 'message' && !isForUs(message, self)) return undefined;
  const team = body.authorizations?.[0]?.team_id ?? body.team_id ?? 'unknown';
  const { channel, user, ts, thread_ts: thread = ts, client_msg_id: clientMessageId } = message;
  const place = { team, channel, user, ts, thread, direct: isDirect(message), since: ts };
  // The same message has the same id under whatever event it comes.
  const id = createHash('sha256').update(`${team}/${channel}/${ts}`).digest('hex').slice(0, 32);
  return {
    question: { kind: 'message', id, ...place, text: withoutMention(message.text, self) || 'help' },
    claims: messageClaims({ team, channel, ts, eventId: body.event_id, clientMessageId }),
  };
};

const fromCommand = (body: z.output<typeof commandSchema>): Incoming => {
  const team = body.team_id ?? body.enterprise_id ?? 'unknown';
  const { channel_id: channel, user_id: user, response_url: responseUrl } = body;
  const text = body.text.trim() || 'help';
  return {
    question: { kind: 'command', id: randomUUID(), team, channel, user, text, responseUrl },
    claims: commandClaims({ team, triggerId: body.trigger_id, responseUrl }),
  };
};

const fromClick = (body: z.output<typeof clickSchema>): Incoming => {
  const { container, message, trigger_id: triggerId, response_url: responseUrl } = body;
  const [{ action_id: actionId, action_ts: since = container.message_ts, value }] = body.actions;
  const team = body.team?.id ?? body.enterprise?.id ?? 'unknown';
  const user = body.user.id;
  return {
    question: {
      kind: 'click',
      id: randomUUID(),
      team,
      channel: container.channel_id,
      user,
      value,
      thread: message?.thread_ts ?? container.thread_ts ?? container.message_ts,
      isPrivate: container.is_ephemeral,
      responseUrl,
      since,
    },
    claims: clickClaims({ team, triggerId, responseUrl, user, messageTs: container.message_ts, actionId }),
  };
};

/** The question in a request of Slack's, or undefined where nothing is asked of us. `self` is our own user id. */
export const readQuestion = (body: unknown, self: string | undefined): Incoming | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  // Looked at by what sets them apart: to find out by failing costs more than all the rest.
  if ('command' in body) {
    const command = commandSchema.safeParse(body).data;
    return command && fromCommand(command);
  }
  if ('event' in body) {
    const event = eventSchema.safeParse(body).data;
    return event && fromEvent(event, self);
  }
  const click = clickSchema.safeParse(body).data;
  return click && fromClick(click);
};
