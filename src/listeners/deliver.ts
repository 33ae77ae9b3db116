import { checkMessage } from '../blocks/checker.ts';
import { section } from '../blocks/kit.ts';
import type { Ticket } from './hold.ts';
import type { Desk } from './parts.ts';
import { type Outgoing, orPlain, post, quiet } from './post.ts';
import { partsPosted } from './posted.ts';
import type { Question } from './question.ts';
import { isRefusal, isUncertain, refusalOf, shutOut } from './refusal.ts';
import { respondAt } from './respond.ts';

const inviteHint =
  'I could not answer in the channel where you asked, because I am not a member of it. Type ' +
  '`/invite @outsourcing` there to add me. Here is the answer, for you alone.';
const archivedHint =
  'The channel where you asked is archived, so I could not answer there. Here is the answer, for you alone.';
const restrictedHint =
  'I may not post in the channel where you asked. Here is the answer, for you alone; an admin of your workspace can ' +
  'let me post there.';

const hints: Readonly<Record<string, string>> = {
  is_archived: archivedHint,
  restricted_action: restrictedHint,
};

/** Why an answer comes privately, and what to do about it. */
export const hintFor = (refusal: string | undefined): string => hints[refusal ?? ''] ?? inviteHint;

/** A question that is answered in a thread. */
type Threaded = Extract<Question, { readonly kind: 'message' | 'click' }>;

/** A question that only the asker sees the answer to. */
export type Private = Exclude<Question, { readonly kind: 'message' }>;

const direct = async (desk: Desk, user: string, message: Outgoing, thread?: string): Promise<void> => {
  const place = { channel: user, ...(thread === undefined ? {} : { thread_ts: thread }) };
  await orPlain(desk, message, (outgoing) =>
    desk.client.chat.postMessage({ ...place, ...quiet, ...outgoing }),
  );
};

/** The hint above the answer, in one message where it fits. */
const withHint = (hint: string, [first, ...rest]: readonly Outgoing[]): readonly Outgoing[] => {
  if (first === undefined) return [{ text: hint }];
  const { text, blocks = [section('answer', first.text)] } = first;
  const joined = { text: `${hint}\n\n${text}`, blocks: [section('hint', hint), ...blocks] };
  return checkMessage(joined).length === 0 ? [joined, ...rest] : [{ text: hint }, first, ...rest];
};

/** Answers in a thread, for all who read it; where we may not post, the person gets the answer privately. */
const toThread = async (
  desk: Desk,
  ticket: Ticket,
  question: Threaded,
  messages: readonly Outgoing[],
  isOurs: () => Promise<boolean>,
): Promise<void> => {
  // Without a claim in the store another replica may have answered: its answer is then in the thread.
  const mayStand = ticket.isTakenOver || !ticket.isKept;
  const said = mayStand ? await partsPosted(desk, question) : new Set<number>();
  try {
    for (const [part, message] of messages.entries()) {
      if (!(await isOurs())) return;
      if (!said.has(part)) await post(desk, question, message, part);
    }
  } catch (err) {
    if (!isRefusal(err, shutOut)) throw err;
    const refusal = refusalOf(err);
    desk.log.warn({ refusal }, 'may not post where the question was asked; answering privately');
    for (const message of withHint(hintFor(refusal), messages)) await direct(desk, question.user, message);
  }
};

/** The thread in which the person sees an ephemeral message beside what it is about. */
const threadFor = (question: Private): string | undefined => {
  if (question.kind === 'submission') return question.thread;
  return 'isInThread' in question && question.isInThread ? question.about : undefined;
};

/** False where Slack lets us send no ephemeral message there; `otherwise` is what is done then. */
const ephemerally = async (
  desk: Desk,
  question: Private,
  message: Outgoing,
  otherwise: string,
): Promise<boolean> => {
  const { channel, user } = question;
  const thread = threadFor(question);
  const place = { channel, user, ...(thread !== undefined && { thread_ts: thread }) };
  try {
    await orPlain(desk, message, (outgoing) => desk.client.chat.postEphemeral({ ...place, ...outgoing }));
    return true;
  } catch (err) {
    if (isUncertain(err)) throw err;
    desk.log.warn({ refusal: refusalOf(err) }, `may not send an ephemeral message; ${otherwise}`);
    return false;
  }
};

/** As an ephemeral message where the question was asked, else directly. */
const inPrivate = async (desk: Desk, question: Private, message: Outgoing): Promise<void> => {
  const { channel, user } = question;
  if (channel === user) return direct(desk, user, message, threadFor(question));
  if (await ephemerally(desk, question, message, 'writing directly')) return;
  await direct(desk, user, message);
};

/** False where there is no response address, or it does not take the message. */
const byResponse = async (desk: Desk, question: Private, message: Outgoing): Promise<boolean> => {
  if (!('responseUrl' in question) || question.responseUrl === undefined) return false;
  try {
    await respondAt(desk, question.responseUrl, message);
    return true;
  } catch (err) {
    desk.log.warn({ err }, 'could not respond; sending an ephemeral message instead');
    return false;
  }
};

/**
 * Answers so that only the person sees it: in the thread it is about, else by the response address, else by a message of
 * its own.
 */
export const toPerson = async (desk: Desk, question: Private, message: Outgoing): Promise<void> => {
  const isInThread = question.channel !== question.user && threadFor(question) !== undefined;
  if (isInThread && (await ephemerally(desk, question, message, 'responding in the channel'))) return;
  if (await byResponse(desk, question, message)) return;
  await inPrivate(desk, question, message);
};

/**
 * Sends an answer where its question was asked. What everybody sees is posted once, whoever began it; what one person
 * sees may be repeated after a crash. Rejects only when nobody can be reached. Stops when the question is no longer ours.
 */
export const deliver = async (
  desk: Desk,
  ticket: Ticket,
  messages: readonly Outgoing[],
  isOurs: () => Promise<boolean>,
): Promise<void> => {
  const { question } = ticket;
  if (question.kind === 'message' || (question.kind === 'click' && !question.isPrivate))
    return toThread(desk, ticket, question, messages, isOurs);
  for (const message of messages) await toPerson(desk, question, message);
};
