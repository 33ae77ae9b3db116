import { z } from 'zod';
import type { Asker } from '../answer.ts';
import { readMessage } from './incoming.ts';
import type { EventArgs } from './message.ts';
import { suggestPrompts } from './messages-tab.ts';
import type { Desk } from './parts.ts';

const place = z.object({ channel_id: z.string(), message_ts: z.string() });

/** What we read of where a person is while our Messages tab stands beside it; Slack lists the most relevant first. */
const changedSchema = z.object({
  channel: z.string(),
  context: z
    .object({ entities: z.array(z.looseObject({ type: z.string(), value: z.unknown() })).default([]) })
    .default({ entities: [] }),
});

type Place = z.output<typeof place>;

const messageIn = (
  entities: readonly { readonly type: string; readonly value?: unknown }[],
): Place | undefined =>
  entities.flatMap(({ type, value }) =>
    type === 'slack#/types/message_context' ? (place.safeParse(value).data ?? []) : [],
  )[0];

/** What a person wrote there, where we may read it; nothing of it is kept. */
const textAt = async (
  { client, log, self }: Desk,
  { channel_id: channel, message_ts: ts }: Place,
): Promise<string> => {
  try {
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts,
      latest: ts,
      inclusive: true,
      limit: 100,
    });
    const raw = messages.find((message) => message.ts === ts);
    return readMessage({ ...raw, channel }, self())?.text ?? '';
  } catch (err) {
    log.debug({ err }, 'may not read what a person is looking at');
    return '';
  }
};

const mostNames = 2;

/** The parties of the library that a text names. */
const namesIn = (asker: Asker, text: string): string[] => {
  if (text === '') return [];
  const { clients, vendors } = asker.entities(asker.ask(text, []).reading);
  return [...vendors, ...clients].slice(0, mostNames);
};

/** A person looks at something else: the questions to tap are about the parties that its message names. */
export const onContextChanged =
  (desk: Desk) =>
  async ({ event }: EventArgs): Promise<void> => {
    const changed = changedSchema.safeParse(event).data;
    if (changed === undefined) return;
    const seen = messageIn(changed.context.entities);
    const text = seen === undefined ? '' : await textAt(desk, seen);
    await suggestPrompts(desk, changed.channel, namesIn(desk.asker, text));
  };
