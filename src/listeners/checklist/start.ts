import { defuse, escapeText, unmarked } from '../../blocks/mrkdwn.ts';
import type { Place } from '../../checklist/place.ts';
import type { Checklist } from '../../checklist/record.ts';
import { nameOf, startChecklist } from '../../checklist/start.ts';
import type { AskedTicket } from '../hold.ts';
import { isChannel, isMember } from '../members.ts';
import type { Desk } from '../parts.ts';
import type { Outgoing } from '../post.ts';
import type { Asked } from '../question.ts';
import { isRefusal, refusalOf, shutOut } from '../refusal.ts';
import { begin, checklistsIn, end, look, type Placed } from './kept.ts';
import { postBoard } from './post-board.ts';
import { sendingOf } from './press.ts';

const needsChannel =
  'A checklist belongs to a channel, so that everybody there can work on it. Type `/outsourcing checklist start NAME` in ' +
  'the channel of the project.';
const needsName = 'Give it a name: `/outsourcing checklist start Riverside to Acme`, say.';
const notYours = 'I do not find you among the members of this channel, so I did not start a checklist here.';

const onlySaying = (text: string): readonly Outgoing[] => [{ text }];

const sameName = async (
  desk: Desk,
  team: string,
  channel: string,
  name: string,
): Promise<Placed | undefined> => {
  for await (const placed of checklistsIn(desk, team, channel))
    if (placed.checklist.name.toLowerCase() === name.toLowerCase()) return placed;
  return undefined;
};

const shutOutText =
  'I may not post in this channel, so nothing was started. Type `/invite @outsourcing` here to add me, then start it ' +
  'again.';

/** The checklist that a request begins: the same one however often it is carried out. */
const placeOf = ({ channel, id }: Asked): Place => ({ channel, checklist: sendingOf('checklist', id) });

const startedText = ({ name, items }: Checklist): string =>
  `Started “${escapeText(name)}” with ${items.length} items from the guide. It stands in the channel, for everybody here ` +
  'to tick, assign and date.';

/** Begins the checklist, and shows it; once, however often it is asked for. */
const beginHere = async (
  desk: Desk,
  { question, isTakenOver }: AskedTicket,
  name: string,
): Promise<readonly Outgoing[]> => {
  const { team, channel, user } = question;
  const place = placeOf(question);
  const there = await sameName(desk, team, channel, name);
  if (there !== undefined && there.place.checklist !== place.checklist)
    return onlySaying(
      `There is a checklist called “${escapeText(there.checklist.name)}” here already. Type \`/outsourcing checklist\` to see it.`,
    );
  const thread = question.kind === 'message' ? question.thread : undefined;
  const at = desk.clock();
  const fresh = startChecklist({ id: place.checklist, name, by: user, at }, desk.asker.transition.steps);
  const board = { page: 0, ...(thread !== undefined && { thread }) };
  const checklist = await begin(desk, team, place, fresh, board);
  const now = await look(desk, team, place);
  if (now?.board.ts === undefined)
    await postBoard(desk, team, place, {
      checklist,
      before: now?.board ?? board,
      ...(thread !== undefined && { thread }),
      mayStand: isTakenOver,
    });
  // In a thread the board itself is the answer.
  return question.kind === 'message' ? [] : onlySaying(startedText(checklist));
};

/** `checklist start NAME`. */
export const startHere = async (
  desk: Desk,
  ticket: AskedTicket,
  typed: string,
): Promise<readonly Outgoing[]> => {
  const { channel, user } = ticket.question;
  const name = nameOf(defuse(unmarked(typed)));
  if (!isChannel(channel)) return onlySaying(needsChannel);
  if (name === undefined) return onlySaying(needsName);
  if (!(await isMember(desk, channel, user))) return onlySaying(notYours);
  try {
    return await beginHere(desk, ticket, name);
  } catch (error) {
    if (!isRefusal(error, shutOut)) throw error;
    desk.log.warn({ refusal: refusalOf(error) }, 'may not post a checklist where it was started');
    await end(desk, ticket.question.team, placeOf(ticket.question));
    return onlySaying(shutOutText);
  }
};
