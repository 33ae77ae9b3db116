import type { Ticket } from './hold.ts';
import type { Desk } from './parts.ts';
import { type Outgoing, orPlain, post, quiet } from './post.ts';
import { type Public, partsPosted } from './posted.ts';
import type { Question } from './question.ts';
import { isRefusal, refusalOf, shutOut } from './refusal.ts';
import { respondAt } from './respond.ts';

export const inviteHint =
  'I could not answer in the channel where you asked, because I am not a member of it or may not post there. ' +
  'Type `/invite @outsourcing` in it and ask again, or ask me here.';

/** A question that only the asker sees the answer to. */
type Private = Extract<Question, { readonly responseUrl: string }>;

/** Answers in a thread, for all who read it; where we may not post, the person is told privately. */
const toThread = async (
  desk: Desk,
  ticket: Ticket,
  question: Public,
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
    desk.log.warn({ refusal: refusalOf(err) }, 'may not post where the question was asked');
    await desk.client.chat.postMessage({ channel: question.user, ...quiet, text: inviteHint });
  }
};

/** Answers so that only the person sees it: by the response address, else as an ephemeral message, else directly. */
export const toPerson = async (desk: Desk, question: Private, message: Outgoing): Promise<void> => {
  const { client, log } = desk;
  const { channel, user, responseUrl } = question;
  try {
    return await respondAt(responseUrl, message);
  } catch (err) {
    log.warn({ err }, 'could not respond; sending an ephemeral message instead');
  }
  try {
    await orPlain(desk, message, (outgoing) => client.chat.postEphemeral({ channel, user, ...outgoing }));
  } catch (err) {
    if (!isRefusal(err, shutOut)) throw err;
    await orPlain(desk, message, (outgoing) =>
      client.chat.postMessage({ channel: user, ...quiet, ...outgoing }),
    );
  }
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
