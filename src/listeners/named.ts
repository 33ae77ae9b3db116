import { isMember } from './members.ts';
import type { Desk } from './parts.ts';
import { isRefusal } from './refusal.ts';

const unknownGroup: ReadonlySet<string> = new Set([
  'no_such_subteam',
  'subteam_not_found',
  'plan_upgrade_required',
]);

const isGroup = (id: string): boolean => id.startsWith('S');

/** Who is in a user group now; nobody where there is no such group. Rejects where Slack does not say. */
export const peopleIn = async ({ client, log }: Desk, group: string): Promise<readonly string[]> => {
  try {
    return (await client.usergroups.users.list({ usergroup: group })).users ?? [];
  } catch (err) {
    if (!isRefusal(err, unknownGroup)) throw err;
    log.warn({ err }, 'a user group that is named in the configuration is not there');
    return [];
  }
};

/** Whether a person is meant by one of some ids of people, user groups and channels, as Slack says now. */
export const isAmong = async (desk: Desk, ids: readonly string[], person: string): Promise<boolean> => {
  if (ids.includes(person)) return true;
  for (const id of ids) {
    if (isGroup(id) && (await peopleIn(desk, id)).includes(person)) return true;
    if (/^[CG]/.test(id) && (await isMember(desk, id, person))) return true;
  }
  return false;
};

/** Where to write so that all of them read it: their channel, or each of a group's people directly. */
export const addressesOf = async (desk: Desk, owners: string): Promise<readonly string[]> =>
  isGroup(owners) ? peopleIn(desk, owners) : [owners];
