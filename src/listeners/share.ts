import { sharedView } from '../blocks/share-view.ts';
import { sharedMessages } from '../blocks/shared-copy.ts';
import { decodeReading, type Reading } from '../reading.ts';
import { type Private, toPerson } from './deliver.ts';
import type { Ticket } from './hold.ts';
import { isMember } from './members.ts';
import { updateModal } from './modal.ts';
import type { Desk } from './parts.ts';
import { post } from './post.ts';
import { type Posted, postedIn } from './posted.ts';
import { isRefusal, isUncertain, refusalOf, shutOut, Unsure } from './refusal.ts';
import { staleButton } from './stale.ts';
import { addTurn, inThread } from './turns.ts';

type Share = Extract<Private, { readonly kind: 'share' }>;

const sharedAlready = 'You have shared this answer here already, so I did not post it again.';

/** Why an answer could not be shared: what stands before and behind the name of the conversation. */
type Hint = readonly [before: string, after: string];

const invite: Hint = [
  'I could not share the answer, because I am not a member of ',
  '. Type `/invite @outsourcing` there, then share it again.',
];
const apart: Hint = [
  'I could not share the answer, because you or I are not in ',
  '. Join it, type `/invite @outsourcing` there, then share it again.',
];
const hints: Readonly<Record<string, Hint>> = {
  is_archived: ['I could not share the answer, because ', ' is archived.'],
  restricted_action: [
    'I could not share the answer, because I may not post in ',
    '. An admin of your workspace can let me.',
  ],
};

/** Tells the sharer in the window they share from, while it is open. */
const inWindow = async (desk: Desk, share: Share, title: string, [before, after]: Hint): Promise<boolean> => {
  if (share.view === undefined) return false;
  const view = sharedView(title, before, share.channel, after);
  return updateModal(desk, { id: share.view }, view).catch((err: unknown) => {
    desk.log.warn({ err }, 'could not say in a window what became of a share');
    return false;
  });
};

const tellWhy = async (desk: Desk, share: Share, hint: Hint): Promise<void> => {
  if (await inWindow(desk, share, 'Not shared', hint)) return;
  const place = share.channel.startsWith('D') ? 'this conversation' : `<#${share.channel}>`;
  await toPerson(desk, share, { text: hint.join(place) });
};

/** Whether somebody may share there what they chose in a window: nobody says by us what they could not say themselves. */
const mayShare = async (desk: Desk, { view, channel, user }: Share): Promise<boolean> =>
  view === undefined || (await isMember(desk, channel, user));

/** What stands of it. Where Slack cannot say now, the share is kept for a later try. */
const standingOf = async (desk: Desk, share: Share): Promise<readonly Posted[]> => {
  try {
    const posted = await postedIn(desk, share);
    const root = posted.find(({ part }) => part === 0);
    if (share.thread !== undefined || root === undefined) return posted;
    // What a channel has no room for goes into the thread below.
    return [...posted, ...(await postedIn(desk, { ...share, thread: root.ts }))];
  } catch (cause) {
    if (!isUncertain(cause)) throw cause;
    throw new Unsure({ cause });
  }
};

/** What is said below a shared answer goes on with it. */
const remember = async (
  desk: Desk,
  { question, run }: Ticket,
  reading: Reading,
  thread: string | undefined,
): Promise<void> => {
  if (thread === undefined) return;
  const conversation = inThread(question, thread);
  try {
    await desk.store.update([conversation.key], (entries) =>
      addTurn(desk, entries, conversation, { run, earlier: [], reading }),
    );
  } catch (err) {
    desk.log.error({ err }, 'the store did not keep the turn of a shared answer');
  }
};

/** Posts what does not stand yet, part after part, and resolves to the thread that goes on from there. */
const postMissing = async (
  desk: Desk,
  share: Share,
  reading: Reading,
  isOurs: () => Promise<boolean>,
): Promise<'stood already' | 'not ours' | { readonly thread: string | undefined }> => {
  const { answer } = desk.asker.answerReading(reading);
  const messages = sharedMessages(answer, reading, { by: share.user, share: share.id });
  const standing = await standingOf(desk, share);
  const said = new Set(standing.map(({ part }) => part));
  if (messages.every((_, part) => said.has(part))) return 'stood already';
  let root = share.thread ?? standing.find(({ part }) => part === 0)?.ts;
  for (const [part, message] of messages.entries()) {
    if (said.has(part)) continue;
    if (!(await isOurs())) return 'not ours';
    const ts = await post(desk, part === 0 ? share : { ...share, thread: root }, message, part);
    root ??= ts ?? (await standingOf(desk, share)).find((one) => one.part === 0)?.ts;
  }
  return { thread: root };
};

/**
 * Shows the answer of a button to everybody, once however often the button is pressed and whoever takes the share over.
 * Where we may not post, the person is told what to do.
 */
export const share = async (
  desk: Desk,
  ticket: Ticket & { readonly question: Share },
  isOurs: () => Promise<boolean>,
): Promise<void> => {
  const { question } = ticket;
  const reading = decodeReading(question.value);
  if (reading === undefined) return toPerson(desk, question, { text: staleButton });
  if (!(await mayShare(desk, question))) return tellWhy(desk, question, apart);
  try {
    const outcome = await postMissing(desk, question, reading, isOurs);
    if (outcome === 'not ours') return;
    if (outcome !== 'stood already') await remember(desk, ticket, reading, outcome.thread);
    else if (question.view === undefined && !ticket.isTakenOver)
      await toPerson(desk, question, { text: sharedAlready });
    await inWindow(desk, question, 'Shared', ['Shared to ', '. You can take it back there.']);
    desk.log.info({ surface: 'share', intent: reading.intent, outcome: 'shared' }, 'shared');
  } catch (err) {
    if (!isRefusal(err, shutOut)) throw err;
    const refusal = refusalOf(err) ?? '';
    desk.log.warn({ refusal }, 'may not share an answer there');
    await tellWhy(desk, question, hints[refusal] ?? invite);
  }
};
