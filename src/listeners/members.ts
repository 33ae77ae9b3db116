import type { Desk } from './parts.ts';
import { isRefusal } from './refusal.ts';

/** A channel, public or private; everything else is a conversation between people, or with us. */
export const isChannel = (channel: string): boolean => /^[CG]/.test(channel);

/** Channels that are not there for us, or not any more: nobody is known to be in them. */
const unseen: ReadonlySet<string> = new Set(['channel_not_found', 'is_archived', 'not_in_channel']);

/**
 * Which of some people are members of a channel now: asked of Slack each time, as somebody who left must reach nothing
 * from then on. Rejects where Slack does not say.
 */
export const membersAmong = async (
  { client }: Pick<Desk, 'client'>,
  channel: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  const wanted = new Set(people);
  try {
    for (let cursor: string | undefined; ; ) {
      const page = await client.conversations.members({ channel, limit: 1000, ...(cursor && { cursor }) });
      for (const member of page.members ?? []) if (wanted.has(member)) found.add(member);
      cursor = page.response_metadata?.next_cursor || undefined;
      if (cursor === undefined || found.size === wanted.size) return found;
    }
  } catch (error) {
    if (!isRefusal(error, unseen)) throw error;
    return new Set();
  }
};

export const isMember = async (
  desk: Pick<Desk, 'client'>,
  channel: string,
  person: string,
): Promise<boolean> => (await membersAmong(desk, channel, [person])).has(person);
