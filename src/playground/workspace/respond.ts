import { z } from 'zod';
import { admitMessage } from './door.ts';
import type { Parts } from './parts.ts';
import { postAsBot } from './post.ts';
import { Refusal } from './refusal.ts';
import type { Address } from './response-url.ts';

const replySchema = z.looseObject({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  thread_ts: z.string().optional(),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  metadata: z.unknown().optional(),
});

/** Does what a body sent to a response_url (or put into an acknowledgement) asks for. Throws a Refusal. */
export const respond = (parts: Parts, address: Address, body: unknown): void => {
  const reply = replySchema.safeParse(body);
  if (!reply.success) throw new Refusal('invalid_payload', [z.prettifyError(reply.error)]);
  const { response_type, text, blocks, thread_ts, replace_original, delete_original, metadata } = reply.data;
  if (delete_original) deleteOriginal(parts, address);
  else if (replace_original) replaceOriginal(parts, address, { text, blocks });
  else
    postAsBot(parts, {
      channel: address.channel,
      text,
      blocks,
      metadata,
      threadTs: existingThread(parts, address.channel, thread_ts),
      visibleTo: response_type === 'ephemeral' ? address.person : undefined,
      exchange: address.exchange,
    });
};

const deleteOriginal = (parts: Parts, address: Address): void => {
  if (!address.source) throw new Refusal('no_original', ['A command has no message to delete.']);
  parts.state.remove(address.source);
  parts.exchanges.acknowledged(address.exchange);
};

const replaceOriginal = (
  parts: Parts,
  { source, exchange }: Address,
  content: { text: string | undefined; blocks: readonly unknown[] | undefined },
): void => {
  if (!source) throw new Refusal('no_original', ['A command has no message to replace.']);
  const { text, blocks } = content;
  admitMessage({ ...(text !== undefined && { text }), ...(blocks && { blocks }) });
  const message = { ...source, text: text ?? '', blocks: blocks ?? [], edited: true };
  parts.state.replace(message);
  parts.exchanges.answeredBy({ ...message, exchange });
};

const existingThread = (parts: Parts, channel: string, ts: string | undefined): string | undefined => {
  if (ts === undefined) return undefined;
  const root = parts.state.message(channel, ts);
  if (!root || root.visibleTo !== undefined)
    throw new Refusal('thread_not_found', [`No message ${ts} there.`]);
  return root.threadTs ?? root.ts;
};
