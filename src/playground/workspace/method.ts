import { z } from 'zod';
import type { Channel } from './cast.ts';
import { bot } from './cast.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

export type Result = Readonly<Record<string, unknown>>;

/** One method of the Web API. */
export interface Method {
  /** Which token it takes. */
  readonly token: 'bot' | 'app' | 'none';
  /** The bot scopes of which one is needed, given the arguments; none when empty. */
  readonly scopes: (args: unknown, parts: Parts) => readonly string[];
  /** Throws a Refusal; what it returns is sent with `ok: true`. */
  readonly run: (args: unknown, parts: Parts) => Result;
}

/** A method with typed arguments: what does not fit the schema is refused as `invalid_arguments`. */
export const method = <Shape>(definition: {
  readonly token?: 'bot' | 'app' | 'none';
  readonly scopes?: readonly string[] | ((args: unknown, parts: Parts) => readonly string[]);
  readonly args: z.ZodType<Shape>;
  readonly run: (args: Shape, parts: Parts) => Result;
}): Method => {
  const { token = 'bot', scopes = [], args: schema, run } = definition;
  return {
    token,
    scopes: typeof scopes === 'function' ? scopes : () => scopes,
    run: (args, parts) => {
      const parsed = schema.safeParse(args);
      if (!parsed.success) throw new Refusal('invalid_arguments', [z.prettifyError(parsed.error)]);
      return run(parsed.data, parts);
    },
  };
};

/** A value that form bodies carry as JSON text. */
export const json = <Shape>(schema: z.ZodType<Shape>) =>
  z.preprocess((value) => (typeof value === 'string' ? parse(value) : value), schema);

/** A truth value that form bodies carry as text. */
export const flag = z.preprocess(
  (value) => (typeof value === 'string' ? value === 'true' || value === '1' : value),
  z.boolean(),
);

/** How many to return. */
export const limit = z.coerce.number().int().min(1).max(1000).default(100);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** A conversation by id, or `channel_not_found`. A person's id stands for the direct message with them. */
export const conversation = ({ state }: Parts, id: string): Channel => {
  const channel =
    state.channels.find((one) => one.id === id) ??
    (state.person(id)?.id === id ? state.directMessage(id) : undefined);
  if (!channel) throw new Refusal('channel_not_found', [`There is no conversation ${id}.`]);
  return channel;
};

/** A conversation that the bot is in, or `not_in_channel`. */
export const joined = (parts: Parts, id: string): Channel => {
  const channel = conversation(parts, id);
  if (!channel.members.has(bot.userId))
    throw new Refusal('not_in_channel', [`The bot is not in #${channel.name}.`]);
  return channel;
};

const hasChannel = z.looseObject({ channel: z.string() });

/** The scope for a kind of conversation: `perKind('history')` is `channels:history` or `im:history`. */
export const perKind =
  (right: 'history' | 'read') =>
  (args: unknown, { state }: Parts): readonly string[] => {
    const given = hasChannel.safeParse(args);
    const channel = given.success ? state.channel(given.data.channel) : undefined;
    return [channel?.kind === 'im' ? `im:${right}` : `channels:${right}`];
  };
