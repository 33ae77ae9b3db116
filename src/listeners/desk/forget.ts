import { type Request, withoutOwner } from '../../desk/request.ts';
import type { Desk } from '../parts.ts';
import { changing, requestsIn, requestsOf } from './kept.ts';
import { updateOwners, withdrawFromOwners } from './tell.ts';

const forgetIn = async (desk: Desk, team: string, request: Request, person: string): Promise<void> => {
  const { id, asker, taken, resolved } = request;
  if (asker === person) {
    // First what others see: where this process ends in between, it is found again.
    await withdrawFromOwners(desk, request);
    await desk.store.delete(`${requestsOf(team)}${id}`);
  } else if (taken?.by === person || resolved?.by === person) {
    const changed = await changing(desk, team, id, (now) => withoutOwner(now, person));
    if (changed !== undefined) await updateOwners(desk, changed.after);
  }
};

/**
 * A person's own requests go, and the cards that the owners have of them say no name and no question any more; those
 * that they dealt with lose their name. Rejects when the store is away.
 */
export const forgetAtDesk = async (desk: Desk, team: string, person: string): Promise<void> => {
  for await (const { request } of requestsIn(desk, team)) await forgetIn(desk, team, request, person);
};
