import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@slack/bolt';
import { z } from 'zod';
import { isAtHome, notInstalled } from './at-home.ts';
import { type Ticket, take } from './hold.ts';
import type { Desk } from './parts.ts';
import { readQuestion } from './read-question.ts';
import { respondAt } from './respond.ts';

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
  /** The request is for an installation that is not ours: no listener may act on it. */
  readonly isForeign?: true;
}

const addressSchema = z.object({ response_url: z.string() });

/** What is asked in a workspace that our token is not for is not answered there with it; who can be told is told. */
const turnAway = (desk: Desk, body: unknown): Admitted => {
  desk.log.warn('a request for another installation was turned away');
  const address = addressSchema.safeParse(body).data?.response_url;
  if (address !== undefined) respondAt(desk, address, { text: notInstalled }).catch(() => {});
  return { isForeign: true };
};

/**
 * Claims the question in a request before Slack is told that it arrived: what is acknowledged is not lost. Resolves
 * once the question is kept, or when Slack should not wait any longer. Never rejects.
 */
export const admit = async (desk: Desk, body: unknown): Promise<Admitted> => {
  if (!isAtHome(desk, body)) return turnAway(desk, body);
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
