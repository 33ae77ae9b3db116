import { z } from 'zod';
import { conversation, joined, json, type Method, method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { statusKey } from '../state.ts';

const reactionsAdd = method({
  scopes: ['reactions:write'],
  args: z.looseObject({ channel: z.string(), timestamp: z.string(), name: z.string() }),
  run: (args, parts) => {
    const message = parts.state.message(joined(parts, args.channel).id, args.timestamp);
    if (!message || message.visibleTo !== undefined) throw new Refusal('message_not_found');
    const reactions = message.reactions ?? [];
    if (reactions.includes(args.name)) throw new Refusal('already_reacted');
    parts.state.replace({ ...message, reactions: [...reactions, args.name] });
    return {};
  },
});

const setStatus = method({
  scopes: ['assistant:write', 'chat:write'],
  args: z.looseObject({ channel_id: z.string(), thread_ts: z.string(), status: z.string() }),
  run: (args, parts) => {
    const channel = conversation(parts, args.channel_id);
    const key = statusKey(channel.id, args.thread_ts);
    if (args.status === '') parts.state.statuses.delete(key);
    else parts.state.statuses.set(key, args.status);
    parts.state.changed();
    return {};
  },
});

const prompt = z.looseObject({ title: z.string(), message: z.string() });

const setSuggestedPrompts = method({
  scopes: ['assistant:write'],
  args: z.looseObject({
    channel_id: z.string(),
    thread_ts: z.string().optional(),
    title: z.string().optional(),
    prompts: json(z.array(prompt).min(1).max(4)),
  }),
  run: (args, parts) => {
    const channel = conversation(parts, args.channel_id);
    parts.state.prompts.set(channel.id, { title: args.title, prompts: args.prompts });
    parts.state.changed();
    return {};
  },
});

/** What an app shows while it listens and works. */
export const assistant: Readonly<Record<string, Method>> = {
  'reactions.add': reactionsAdd,
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
