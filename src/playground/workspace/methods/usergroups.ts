import { z } from 'zod';
import { userGroups } from '../cast.ts';
import { type Method, method } from '../method.ts';
import { Refusal } from '../refusal.ts';

const list = method({
  scopes: ['usergroups:read'],
  args: z.looseObject({ usergroup: z.string() }),
  run: ({ usergroup }) => {
    const users = userGroups.get(usergroup);
    if (!users) throw new Refusal('no_such_subteam');
    return { users };
  },
});

/** Who is in which user group. */
export const usergroups: Readonly<Record<string, Method>> = { 'usergroups.users.list': list };
