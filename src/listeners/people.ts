import type { Desk } from './parts.ts';
import { refusalOf } from './refusal.ts';

/**
 * How people are called, for what leaves Slack: there a mention is a bare id. Where the optional scope `users:read` was
 * declined, their ids have to do.
 */
export const namesOf = async (
  { client, log }: Pick<Desk, 'client' | 'log'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>();
  for (const user of new Set(people)) {
    try {
      const { user: found } = await client.users.info({ user });
      names.set(user, found?.profile?.real_name || found?.real_name || found?.name || user);
    } catch (err) {
      log.info({ refusal: refusalOf(err) }, 'Slack did not say how somebody is called');
    }
  }
  return names;
};
