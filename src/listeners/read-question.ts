import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { anchorOf } from '../blocks/value.ts';
import { type Claim, clickClaims, commandClaims, messageClaims } from './claims.ts';
import { isDirect, isForUs, namesUs, readMessage, withoutMention } from './incoming.ts';
import { heldIn, heldSchema } from './press.ts';
import { digest, type Incoming, messageId } from './question.ts';
import { senderSchema, teamFrom } from './sender.ts';

/** The buttons and menus that ask something of us. */
const suggestion = /^suggest:\d+$/;
const correction = 'correct:reading';
const sharing = 'share:post';
/** The shortcut in the menu of a message. */
const onMessage = 'find_precedents';

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

/** What we read of a press on a suggestion, on another reading, or on the button that shares an answer. */
const pressSchema = z.object({
  type: z.literal('block_actions'),
  ...senderSchema.shape,
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
    heldSchema.extend({
      action_id: z.union([z.string().regex(suggestion), z.literal([correction, sharing])]),
      block_id: z.string().optional(),
      action_ts: z.string().optional(),
    }),
  ]),
});

type Pressed = z.output<typeof pressSchema>;

/** What we read of the shortcut on a message. */
const shortcutSchema = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal(onMessage),
  ...senderSchema.shape,
  trigger_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional(), text: z.string().default('') }),
});

const fromEvent = (body: z.output<typeof eventSchema>, self: string | undefined): Incoming | undefined => {
  const message = readMessage(body.event, self);
  if (message === undefined) return undefined;
  if (body.event.type === 'message' && !isForUs(message, self)) return undefined;
  const team = body.authorizations?.[0]?.team_id ?? body.team_id ?? 'unknown';
  const { channel, user, ts, thread_ts: thread = ts, client_msg_id: clientMessageId } = message;
  const direct = isDirect(message);
  const isNamed = direct || body.event.type === 'app_mention' || namesUs(message, self);
  const place = { team, channel, user, ts, thread, direct, isNamed, since: ts };
  const id = messageId(team, channel, ts);
  return {
    question: { kind: 'message', id, ...place, text: withoutMention(message.text, self) },
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

/** Where a press was made, by whom, and with what in it. */
const placeOf = (body: Pressed) => {
  const { container, response_url: responseUrl } = body;
  const team = teamFrom(body);
  const place = { team, channel: container.channel_id, user: body.user.id, responseUrl };
  return { ...place, value: heldIn(body.actions[0]) };
};

const claimsOf = (body: Pressed): Claim[] => {
  const { container, trigger_id: triggerId, response_url: responseUrl } = body;
  const { team, user, value } = placeOf(body);
  const [{ action_id: actionId, selected_option: option }] = body.actions;
  // Of a menu each choice is a press of its own.
  const press = option ? `${actionId} ${value}` : actionId;
  return clickClaims({
    team,
    triggerId,
    responseUrl,
    user,
    messageTs: container.message_ts,
    actionId: press,
  });
};

/** The root of the thread in which the pressed message stands, where it stands in one. */
const threadOf = ({ container, message }: Pressed): string | undefined =>
  message?.thread_ts ?? container.thread_ts;

const fromClick = (body: Pressed): Incoming => {
  const { container } = body;
  const [{ action_ts: since = container.message_ts, block_id: blockId }] = body.actions;
  const thread = threadOf(body);
  const about = anchorOf(blockId) ?? thread;
  return {
    question: {
      kind: 'click',
      id: randomUUID(),
      ...placeOf(body),
      thread: thread ?? container.message_ts,
      isPrivate: container.is_ephemeral,
      ...(about !== undefined && { about }),
      isInThread: thread !== undefined,
      since,
    },
    claims: claimsOf(body),
  };
};

/** The same answer shared by the same person has the same id however often the button is pressed. */
const fromShare = (body: Pressed): Incoming => {
  const { container } = body;
  const [{ block_id: blockId }] = body.actions;
  const place = placeOf(body);
  const thread = anchorOf(blockId) ?? threadOf(body);
  const id = digest(['share', place.team, place.channel, container.message_ts, place.user]);
  const since = container.message_ts;
  return {
    question: { kind: 'share', id, ...place, ...(thread !== undefined && { thread }), since },
    claims: claimsOf(body),
  };
};

const fromPress = (body: Pressed): Incoming =>
  body.actions[0].action_id === sharing ? fromShare(body) : fromClick(body);

const fromShortcut = (body: z.output<typeof shortcutSchema>): Incoming => {
  const { trigger_id: triggerId, response_url: responseUrl, message, channel, callback_id: actionId } = body;
  const team = teamFrom(body);
  const user = body.user.id;
  return {
    question: {
      kind: 'shortcut',
      id: randomUUID(),
      team,
      channel: channel.id,
      user,
      text: message.text,
      about: message.thread_ts ?? message.ts,
      isInThread: message.thread_ts !== undefined,
      responseUrl,
    },
    claims: clickClaims({ team, triggerId, responseUrl, user, messageTs: message.ts, actionId }),
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
  if ('callback_id' in body) {
    const shortcut = shortcutSchema.safeParse(body).data;
    return shortcut && fromShortcut(shortcut);
  }
  const press = pressSchema.safeParse(body).data;
  return press && fromPress(press);
};
