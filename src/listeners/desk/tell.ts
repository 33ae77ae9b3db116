import { heardMessage, requestMessage, withdrawnMessage } from '../../blocks/desk/request.ts';
import type { Request } from '../../desk/request.ts';
import { addressesOf } from '../named.ts';
import type { Desk } from '../parts.ts';
import { namesOf } from '../people.ts';
import { type Outgoing, orPlain, quiet } from '../post.ts';
import { keepQuiet } from '../quiet.ts';
import { isRefusal, shutOut } from '../refusal.ts';
import { note, requestsIn } from './kept.ts';

/** What is not said after this long was left by a process that is gone. */
const abandonedMs = 60_000;
/** More people than this are not written to one by one. */
const mostPeople = 30;

const post = async (desk: Desk, channel: string, message: Outgoing, thread?: string) => {
  const place = { channel, ...(thread !== undefined && { thread_ts: thread }) };
  const posted = await orPlain(desk, message, (outgoing) =>
    desk.posting.chat.postMessage({ ...place, ...quiet, ...outgoing }),
  );
  return posted.ts === undefined ? [] : [{ channel: posted.channel ?? channel, ts: posted.ts }];
};

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
export const tellOwners = async (desk: Desk, team: string, request: Request): Promise<boolean> => {
  if (!(await isOurs(desk, team, 'owners', request))) return true;
  const message = requestMessage(request, { isNamed: false });
  const told: { channel: string; ts: string }[] = [];
  for (const address of (await addressesOf(desk, request.owners)).slice(0, mostPeople))
    try {
      told.push(...(await post(desk, address, message)));
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
export const tellAsker = async (desk: Desk, team: string, request: Request): Promise<void> => {
  if (!(await isOurs(desk, team, 'asker', request))) return;
  const { asker, channel, thread, resolved } = request;
  const message = heardMessage(request, await nameOf(desk, resolved?.by));
  try {
    await post(desk, thread === undefined ? asker : channel, message, thread);
  } catch (err) {
    if (!isRefusal(err, shutOut) || thread === undefined) throw err;
    await post(desk, asker, message);
  }
  await note(desk, team, request.id, { isHeard: true });
};

/** Says what a process that is gone left unsaid: to owners and to askers. Rejects when the store is away. */
export const tellAbandoned = async (desk: Desk): Promise<void> => {
  const before = desk.clock() - abandonedMs;
  for await (const { team, request } of requestsIn(desk)) {
    const { asked, told, resolved, isHeard } = request;
    if (told.length === 0 && resolved === undefined && asked <= before) await tellOwners(desk, team, request);
    if (resolved !== undefined && !isHeard && resolved.at <= before) await tellAsker(desk, team, request);
  }
};
