import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@slack/bolt';
import { type Ticket, take } from './hold.ts';
import type { Desk } from './parts.ts';
import { readQuestion } from './question.ts';

/** Slack gives three seconds for an acknowledgement; a slow store gets half of them. */
const patienceMs = 1_500;

/** The ticket of one request, on its way from the intake to the listener. */
class Admission {
  readonly ticket: Promise<Ticket | undefined>;

  constructor(ticket: Promise<Ticket | undefined>) {
    this.ticket = ticket;
  }
}

/** What Bolt carries from the intake to the listener's context. */
export interface Admitted {
  readonly admission?: Admission;
}

/**
 * Claims the question in a request before Slack is told that it arrived: what is acknowledged is not lost. Resolves
 * once the question is kept, or when Slack should not wait any longer. Never rejects.
 */
export const admit = async (desk: Desk, body: unknown): Promise<Admitted> => {
  const incoming = readQuestion(body, desk.self());
  if (incoming === undefined) return {};
  const ticket = take(desk, incoming);
  await Promise.race([ticket, pause(patienceMs, undefined, { ref: false })]);
  return { admission: new Admission(ticket) };
};

/** The ticket that was drawn for the request of this context, if it holds a question. */
export const ticketOf = async (context: Context): Promise<Ticket | undefined> => {
  const admission: unknown = context.admission;
  return admission instanceof Admission ? admission.ticket : undefined;
};
