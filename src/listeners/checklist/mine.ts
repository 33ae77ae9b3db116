import { listMessage, type Mine } from '../../blocks/checklist/list.ts';
import { openFor } from '../../checklist/view.ts';
import { dayOf } from '../../day.ts';
import { isChannel, isMember } from '../members.ts';
import type { Desk } from '../parts.ts';
import type { Outgoing } from '../post.ts';
import type { Asked } from '../question.ts';
import { todayFor } from '../today.ts';
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

type Asking = Pick<Asked, 'team' | 'channel' | 'user'>;

const listsHere = async (desk: Desk, { team, channel, user }: Asking): Promise<Placed[]> => {
  if (!isChannel(channel) || !(await isMember(desk, channel, user))) return [];
  const lists: Placed[] = [];
  for await (const placed of checklistsIn(desk, team, channel)) lists.push(placed);
  return lists;
};

/** What is under way in a channel and what of all channels is somebody's, for them alone. */
export const privateList = async (desk: Desk, asking: Asking): Promise<Outgoing> => {
  const lists = await listsHere(desk, asking);
  const mine = await mineOf(desk, asking.team, asking.user);
  const today = await todayFor(desk, asking.user);
  return listMessage({ lists, mine, ...today, isPrivate: true, drawn: desk.clock() });
};

/** `checklist`: what is under way here, and what of it is the asker's; privately of all their channels. */
export const listHere = async (desk: Desk, question: Asked): Promise<readonly Outgoing[]> => {
  const { team, channel, user } = question;
  if (question.kind !== 'message' || question.direct) return [await privateList(desk, question)];
  const lists = await listsHere(desk, question);
  const mine = await mineOf(desk, team, user, channel);
  return [listMessage({ lists, mine, today: dayOf(desk.clock()), isPrivate: false, drawn: desk.clock() })];
};
