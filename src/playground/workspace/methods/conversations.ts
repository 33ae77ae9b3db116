import { z } from 'zod';
import { bot, team } from '../cast.ts';
import { conversation, flag, joined, limit, type Method, method, perKind, type Result } from '../method.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from '../state.ts';
import { repliesTo, wireMessage } from '../wire.ts';

const window = {
  limit,
  cursor: z.string().optional(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag.optional(),
};
type Window = z.output<z.ZodObject<typeof window>>;

const replies = method({
  scopes: perKind('history'),
  args: z.looseObject({ ...window, channel: z.string(), ts: z.string() }),
  run: (args, parts) => {
    const { id } = joined(parts, args.channel);
    const named = parts.state.message(id, args.ts);
    const root = named?.threadTs === undefined ? named : parts.state.message(id, named.threadTs);
    if (!root || root.visibleTo !== undefined) throw new Refusal('thread_not_found');
    return page([root, ...repliesTo(root, parts.state)], args, parts);
  },
});

const history = method({
  scopes: perKind('history'),
  args: z.looseObject({ ...window, channel: z.string() }),
  run: (args, parts) => {
    const { id } = joined(parts, args.channel);
    const roots = parts.state.visible(id, bot.userId).filter((one) => one.threadTs === undefined);
    return page(roots.toReversed(), args, parts);
  },
});

const info = method({
  scopes: perKind('read'),
  args: z.looseObject({ channel: z.string() }),
  run: (args, parts) => {
    const channel = conversation(parts, args.channel);
    const isMember = channel.members.has(bot.userId);
    const im = channel.kind === 'im';
    const names = im ? {} : { name: channel.name, purpose: { value: channel.purpose } };
    return {
      channel: {
        id: channel.id,
        is_channel: !im,
        is_im: im,
        is_member: isMember,
        is_private: im,
        is_archived: false,
        is_ext_shared: false,
        context_team_id: team.id,
        ...names,
      },
    };
  },
});

const members = method({
  scopes: perKind('read'),
  args: z.looseObject({ channel: z.string(), limit, cursor: z.string().optional() }),
  run: (args, parts) => {
    const everyone = [...conversation(parts, args.channel).members];
    const { items, next } = slice(everyone, args);
    return { members: items, response_metadata: { next_cursor: next } };
  },
});

const open = method({
  scopes: ['im:write'],
  args: z.looseObject({ users: z.string().optional(), channel: z.string().optional() }),
  run: (args, parts) => {
    const channel = args.channel
      ? conversation(parts, args.channel)
      : parts.state.directMessage(args.users ?? '');
    if (!channel) throw new Refusal('user_not_found');
    return { channel: { id: channel.id } };
  },
});

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.replies': replies,
  'conversations.history': history,
  'conversations.info': info,
  'conversations.members': members,
  'conversations.open': open,
};

/** One page. The cursor is the number of items that went before. */
const slice = <Item>(
  all: readonly Item[],
  { cursor, limit: size }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly items: readonly Item[]; readonly next: string } => {
  const start = Number(cursor || 0);
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
  const end = start + size;
  return { items: all.slice(start, end), next: end < all.length ? String(end) : '' };
};

const page = (messages: readonly Message[], args: Window, { state }: Parts): Result => {
  const { items, next } = slice(
    messages.filter((one) => isWithin(one.ts, args)),
    args,
  );
  return {
    messages: items.map((one) => wireMessage(one, state)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
};

const isWithin = (ts: string, { oldest, latest, inclusive = false }: Window): boolean => {
  const at = Number(ts);
  const afterOldest = oldest === undefined || at > Number(oldest) || (inclusive && ts === oldest);
  const beforeLatest = latest === undefined || at < Number(latest) || (inclusive && ts === latest);
  return afterOldest && beforeLatest;
};
