import { listMessage, type Mine } from '../../blocks/checklist/list.ts';
import { openFor } from '../../checklist/view.ts';
import { dayOf } from '../../day.ts';
import { isChannel, isMember } from '../members.ts';
import type { Desk } from '../parts.ts';
import type { Outgoing } from '../post.ts';
import type { Asked } from '../question.ts';
import { checklistsIn, type Placed } from './kept.ts';

/** What somebody has to do on the checklists of channels that they are in; of one channel where one is given. */
export const mineOf = async (desk: Desk, team: string, user: string, channel?: string): Promise<Mine[]> => {
  const found: Mine[] = [];
  const isIn = new Map<string, Promise<boolean>>();
  for await (const { place, checklist } of checklistsIn(desk, team, channel)) {
    const items = openFor(checklist, user);
    if (items.length === 0) continue;
    const member = isIn.get(place.channel) ?? isMember(desk, place.channel, user);
    isIn.set(place.channel, member);
    if (await member) found.push({ place, checklist, items });
  }
  return found;
};

const listsHere = async (desk: Desk, { team, channel, user }: Asked): Promise<Placed[]> => {
  if (!isChannel(channel) || !(await isMember(desk, channel, user))) return [];
  const lists: Placed[] = [];
  for await (const placed of checklistsIn(desk, team, channel)) lists.push(placed);
  return lists;
};

/** `checklist`: what is under way here, and what of it is the asker's; privately of all their channels. */
export const listHere = async (desk: Desk, question: Asked): Promise<readonly Outgoing[]> => {
  const { team, channel, user } = question;
  const isPrivate = question.kind !== 'message' || question.direct;
  const lists = await listsHere(desk, question);
  const mine = await mineOf(desk, team, user, isPrivate ? undefined : channel);
  return [listMessage({ lists, mine, today: dayOf(desk.clock()), isPrivate })];
};
