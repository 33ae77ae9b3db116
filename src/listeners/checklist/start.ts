import { defuse, escapeText, unmarked } from '../../blocks/mrkdwn.ts';
import type { Place } from '../../checklist/place.ts';
import type { Checklist } from '../../checklist/record.ts';
import { nameOf, startChecklist } from '../../checklist/start.ts';
import type { AskedTicket } from '../hold.ts';
import { isChannel, isMember } from '../members.ts';
import type { Desk } from '../parts.ts';
import type { Outgoing } from '../post.ts';
import { isRefusal, refusalOf, shutOut } from '../refusal.ts';
import { begin, checklistsIn, end, look, type Placed } from './kept.ts';
import { postBoard } from './post-board.ts';
import { sendingOf } from './press.ts';

const needsChannel =
  'A checklist belongs to a channel, so that everybody there can work on it. Type `/outsourcing checklist start NAME` in ' +
  'the channel of the project.';
const needsName = 'Give it a name: `/outsourcing checklist start Riverside to Acme`, say.';
const notYours = 'I do not find you among the members of this channel, so I did not start a checklist here.';

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

/** Where and by whom a checklist is begun. */
export interface Beginning {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** Names what asks for it: the same however often it is carried out. */
  readonly id: string;
  readonly thread?: string | undefined;
  /** Whether it was begun before by a process that is gone. */
  readonly mayStand: boolean;
}

/** The checklist that a request begins: the same one however often it is carried out. */
const placeOf = ({ channel, id }: Pick<Beginning, 'channel' | 'id'>): Place => ({
  channel,
  checklist: sendingOf('checklist', id),
});

const startedText = ({ name, items }: Checklist, thread: string | undefined): string =>
  `Started “${escapeText(name)}” with ${items.length} items from the guide. It stands in the ` +
  `${thread === undefined ? 'channel' : 'thread'}, for everybody here to tick, assign and date.`;

/** What came of it, and what to tell whoever asked. */
interface Begun {
  readonly isBegun: boolean;
  readonly text: string;
}

/** Begins the checklist, and shows it; once, however often it is asked for. */
const beginThere = async (
  desk: Desk,
  { team, channel, user, id, thread, mayStand }: Beginning,
  name: string,
): Promise<Begun> => {
  const place = placeOf({ channel, id });
  const there = await sameName(desk, team, channel, name);
  if (there !== undefined && there.place.checklist !== place.checklist)
    return {
      isBegun: false,
      text: `There is a checklist called “${escapeText(there.checklist.name)}” here already. Type \`/outsourcing checklist\` to see it.`,
    };
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
      mayStand,
    });
  return { isBegun: true, text: startedText(checklist, thread) };
};

/** Begins a checklist where its beginner is a member, and we may post. Gives what to tell them; never on a guess. */
export const begun = async (desk: Desk, beginning: Beginning, typed: string): Promise<Begun> => {
  const { team, channel, user } = beginning;
  const refused = (text: string): Begun => ({ isBegun: false, text });
  const name = nameOf(defuse(unmarked(typed)));
  if (!isChannel(channel)) return refused(needsChannel);
  if (name === undefined) return refused(needsName);
  if (!(await isMember(desk, channel, user))) return refused(notYours);
  try {
    return await beginThere(desk, beginning, name);
  } catch (error) {
    if (!isRefusal(error, shutOut)) throw error;
    desk.log.warn({ refusal: refusalOf(error) }, 'may not post a checklist where it was started');
    await end(desk, team, placeOf(beginning));
    return refused(shutOutText);
  }
};

/** `checklist start NAME`. */
export const startHere = async (
  desk: Desk,
  { question, isTakenOver }: AskedTicket,
  typed: string,
): Promise<readonly Outgoing[]> => {
  const { team, channel, user, id } = question;
  const thread = question.kind === 'message' ? question.thread : undefined;
  const { isBegun, text } = await begun(
    desk,
    { team, channel, user, id, thread, mayStand: isTakenOver },
    typed,
  );
  // In a thread the board itself is the answer.
  return isBegun && question.kind === 'message' ? [] : [{ text }];
};
