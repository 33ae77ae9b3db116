import { apologise } from './failure.ts';
import { claimLater, isHopeless, leaseMs, release, renew, settle, type Ticket } from './hold.ts';
import type { Desk } from './parts.ts';
import { Unsure } from './refusal.ts';
import { reply } from './reply.ts';
import { withdrawSecond } from './twice.ts';

/** The lease on a question while its answer is under way. */
interface Lease {
  /** Whether nobody else may have taken over; asks the store where the lease has run out. */
  readonly isOurs: () => Promise<boolean>;
  readonly stop: () => void;
}

const keepAlive = (desk: Desk, ticket: Ticket): Lease => {
  let until = desk.clock() + leaseMs;
  let lost = false;
  const beat = async (): Promise<void> => {
    const at = desk.clock();
    try {
      lost = !(await renew(desk, ticket));
      until = at + leaseMs;
    } catch (err) {
      // While the store is away nobody else can take over either.
      desk.log.error({ err }, 'the store did not renew a lease');
    }
  };
  const timer = setInterval(() => void beat(), leaseMs / 3).unref();
  return {
    async isOurs() {
      if (!lost && desk.clock() >= until) await beat();
      return !lost;
    },
    stop: () => clearInterval(timer),
  };
};

/** Milliseconds until the next try of a question that could not be answered: five seconds, then ever longer. */
const waitAfter = ({ tries }: Ticket): number => 5_000 * 3 ** tries;

/** The question ends in a calm sentence; where even that cannot be told, it is kept for a later try. */
const giveUp = async (desk: Desk, ticket: Ticket, error: unknown): Promise<void> => {
  if (error instanceof Unsure && !isHopeless(ticket)) {
    desk.log.warn({ err: error }, 'Slack is out of order; the question is kept for a later try');
    return release(desk, ticket, waitAfter(ticket));
  }
  const told = await apologise(desk, ticket.question, error);
  if (told || isHopeless(ticket)) await settle(desk, ticket);
  else await release(desk, ticket, waitAfter(ticket));
};

/**
 * Notes that the answer stands. Where somebody else may have given it too, it is looked for: without the store, after a
 * takeover, and where our lease ran out unnoticed, as this process stood still or its clock is wrong.
 */
const settleOnce = async (desk: Desk, ticket: Ticket): Promise<void> => {
  const wasOurs = await settle(desk, ticket).catch((err: unknown) => {
    // A sweep of this process tells the store later, one of another looks for the answer in the thread.
    desk.log.error({ err }, 'the store did not note that a question was answered');
    return false;
  });
  if (!ticket.isKept) await claimLater(desk, ticket);
  if (!wasOurs || ticket.isTakenOver || !ticket.isKept) await withdrawSecond(desk, ticket.question);
};

/** Answers the question of a ticket and gives the ticket back. Never rejects. */
export const serve = async (desk: Desk, ticket: Ticket | undefined): Promise<void> => {
  if (!ticket?.isFirst) return;
  desk.active.set(ticket.run, ticket.question);
  const lease = keepAlive(desk, ticket);
  try {
    await reply(desk, ticket, lease.isOurs).then(
      () => settleOnce(desk, ticket),
      (error: unknown) => giveUp(desk, ticket, error),
    );
  } catch (err) {
    desk.log.error({ err }, 'the store did not note what became of a question');
  } finally {
    lease.stop();
    desk.active.delete(ticket.run);
  }
};

/** Long enough for a call to Slack that is under way to arrive before anybody looks for it. */
const handOverMs = 1_000;

/** Gives back what this process leaves unanswered, for another one to answer a moment later. */
export const handOver = async (desk: Desk): Promise<void> => {
  for (const [run, question] of desk.active) await release(desk, { run, question, isKept: true }, handOverMs);
};
