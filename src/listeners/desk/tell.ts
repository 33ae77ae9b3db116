import { heardMessage, requestMessage, withdrawnMessage } from '../../blocks/desk/request.ts';
import type { Request } from '../../desk/request.ts';
import { isChannel } from '../members.ts';
import { addressesOf } from '../named.ts';
import type { Desk } from '../parts.ts';
import { namesOf } from '../people.ts';
import { type Outgoing, orPlain, post, quiet } from '../post.ts';
import { type Public, postedIn } from '../posted.ts';
import { digest } from '../question.ts';
import { keepQuiet } from '../quiet.ts';
import { isRefusal, shutOut } from '../refusal.ts';
import { note, requestsIn } from './kept.ts';

/** What is not said after this long was left by a process that is gone. */
const abandonedMs = 60_000;
/** More people than this are not written to one by one. */
const mostPeople = 30;

/** Where one message stands. */
type Told = Request['told'];

/** To one person, directly. After a crash it may be repeated: where their messages stand is not known before. */
const direct = async (desk: Desk, person: string, message: Outgoing): Promise<Told> => {
  const posted = await orPlain(desk, message, (outgoing) =>
    desk.posting.chat.postMessage({ channel: person, ...quiet, ...outgoing }),
  );
  return posted.ts === undefined ? [] : [{ channel: posted.channel ?? person, ts: posted.ts }];
};

/** Where several read along: once, also where a process that is gone said it and could not note so. */
const inChannel = async (
  desk: Desk,
  place: Public,
  message: Outgoing,
  { mayStand }: Telling,
): Promise<Told> => {
  const standing = async () => (await postedIn(desk, place))[0]?.ts;
  const ts =
    (mayStand ? await standing() : undefined) ?? (await post(desk, place, message, 0)) ?? (await standing());
  return ts === undefined ? [] : [{ channel: place.channel, ts }];
};

interface Telling {
  /** Whether it was begun before, by a process that is gone. */
  readonly mayStand: boolean;
}

/** Clocks of ours and of Slack's may differ by this much, in milliseconds. */
const skewMs = 60_000;

/** The card of a request in a channel of owners. */
const cardIn = (channel: string, { id, asked }: Request): Public => ({
  id: digest(['request', id, 'owners']),
  channel,
  since: ((asked - skewMs) / 1000).toFixed(6),
});

/** The word to the asker in the thread where they asked. */
const wordIn = (thread: string, { id, channel }: Request): Public => ({
  id: digest(['request', id, 'asker']),
  channel,
  thread,
  since: thread,
});

/** What the owners see changes. A message that is gone, or out of reach, stays as it is. */
const redrawCards = async (desk: Desk, { told }: Request, message: Outgoing): Promise<void> => {
  for (const { channel, ts } of told)
    try {
      await orPlain(desk, message, (outgoing) => desk.client.chat.update({ channel, ts, ...outgoing }));
    } catch (err) {
      desk.log.warn({ err }, 'could not show how a question for people stands');
    }
};

/** Brings what the owners see up to date; names stand there now, where they notify nobody. */
export const updateOwners = (desk: Desk, request: Request): Promise<void> =>
  redrawCards(desk, request, requestMessage(request, { isNamed: true }));

/** Takes the asker's name and words off what the owners see. */
export const withdrawFromOwners = (desk: Desk, request: Request): Promise<void> =>
  redrawCards(desk, request, withdrawnMessage(request));

/** Whether this is the one to say something now: a double tap, or a sweep of another process, says nothing twice. */
const isOurs = ({ store }: Desk, team: string, what: 'owners' | 'asker', { id }: Request): Promise<boolean> =>
  store.claim(`claim/${team}/request-${what}-${id}`, { expiresInMs: abandonedMs });

/** Tells the owners of a request. False where none of them can be told. */
export const tellOwners = async (
  desk: Desk,
  team: string,
  request: Request,
  telling: Telling = { mayStand: false },
): Promise<boolean> => {
  if (!(await isOurs(desk, team, 'owners', request))) return true;
  const message = requestMessage(request, { isNamed: false });
  const told: { channel: string; ts: string }[] = [];
  for (const address of (await addressesOf(desk, request.owners)).slice(0, mostPeople))
    try {
      told.push(
        ...(isChannel(address)
          ? await inChannel(desk, cardIn(address, request), message, telling)
          : await direct(desk, address, message)),
      );
    } catch (err) {
      if (!isRefusal(err, shutOut)) throw err;
      desk.log.warn({ err }, 'may not write to those who answer for people');
    }
  for (const { channel, ts } of told) await keepQuiet(desk, team, channel, ts);
  const kept = await note(desk, team, request.id, { told });
  // Whoever asked may have taken it back meanwhile.
  await (kept === undefined
    ? withdrawFromOwners(desk, { ...request, told })
    : updateOwners(desk, kept.after));
  return told.length > 0;
};

const nameOf = async (desk: Desk, person: string | undefined): Promise<string> =>
  (person === undefined ? undefined : (await namesOf(desk, [person])).get(person)) ?? 'A colleague';

/** The asker hears the answer: in the thread where they asked, or directly where they asked alone. */
export const tellAsker = async (
  desk: Desk,
  team: string,
  request: Request,
  telling: Telling = { mayStand: false },
): Promise<void> => {
  if (!(await isOurs(desk, team, 'asker', request))) return;
  const { asker, thread, resolved } = request;
  const message = heardMessage(request, await nameOf(desk, resolved?.by));
  try {
    if (thread === undefined) await direct(desk, asker, message);
    else await inChannel(desk, wordIn(thread, request), message, telling);
  } catch (err) {
    if (!isRefusal(err, shutOut) || thread === undefined) throw err;
    await direct(desk, asker, message);
  }
  await note(desk, team, request.id, { isHeard: true });
};

/** Says what a process that is gone left unsaid: to owners and to askers. Rejects when the store is away. */
export const tellAbandoned = async (desk: Desk): Promise<void> => {
  const before = desk.clock() - abandonedMs;
  const again: Telling = { mayStand: true };
  for await (const { team, request } of requestsIn(desk)) {
    const { asked, told, resolved, isHeard } = request;
    if (told.length === 0 && resolved === undefined && asked <= before)
      await tellOwners(desk, team, request, again);
    if (resolved !== undefined && !isHeard && resolved.at <= before)
      await tellAsker(desk, team, request, again);
  }
};
