import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { anchorOf } from '../blocks/value.ts';
import { addressFor } from './address.ts';
import { submissionClaims } from './claims.ts';
import type { Submission } from './form.ts';
import { type Ticket, take } from './hold.ts';
import type { Desk } from './parts.ts';
import { serve } from './serve.ts';

/** Where a modal was opened, for its `ids`: an answer goes back there. Empty for Home and for our own conversation. */
export const placeSchema = z.strictObject({
  channel: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/)
    .optional(),
  thread: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional(),
  /** The thread that a private answer is about which stands in the channel: what is opened from it is shared there. */
  about: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional(),
});

export type Place = z.output<typeof placeSchema>;

const channel = z.object({ id: z.string() });

/** What tells where a button was pressed or a shortcut taken. */
const whereSchema = z.object({
  container: z.object({ channel_id: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  channel: channel.nullish(),
  message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).nullish(),
  actions: z.array(z.object({ block_id: z.string().optional() })).optional(),
});

/**
 * Where the request came from that a modal is opened for. A direct message has no channel here: whoever tampers with
 * it can reach nobody's conversation but their own.
 */
export const placeOf = (body: unknown): Place => {
  const where = whereSchema.safeParse(body).data;
  const channel = where?.container?.channel_id ?? where?.channel?.id;
  const thread = where?.message?.thread_ts ?? where?.container?.thread_ts;
  const about = anchorOf(where?.actions?.[0]?.block_id);
  return placeSchema.catch({}).parse({
    ...(channel === undefined || channel.startsWith('D') ? {} : { channel }),
    ...(thread === undefined ? {} : { thread }),
    ...(about === undefined || about === thread ? {} : { about }),
  });
};

/** Slack waits three seconds for the verdict; a slow store gets half of them. */
const patienceMs = 1_500;

/** What a modal asks: words as typed, or a reading as JSON (`encodeReading`). */
export type AskedByForm = { readonly text: string } | { readonly value: string };

/**
 * Keeps what a modal asks, once however often it is sent, and gives what answers it: `after` of the form's verdict. The
 * answer is for the person alone, in the place where the modal was opened or in a direct message.
 */
export const answering = async (
  desk: Desk,
  { team, user, view }: Pick<Submission<unknown>, 'team' | 'user' | 'view'>,
  place: Place,
  asked: AskedByForm,
): Promise<() => Promise<void>> => {
  const { channel = user, thread, about } = place;
  const where = { channel, ...(thread && { thread }), ...(about && { about }) };
  const kept = async (): Promise<Ticket> => {
    const address = place.channel === undefined ? undefined : await addressFor(desk, team, user, view.id);
    const responseUrl = address === undefined ? {} : { responseUrl: address };
    return take(desk, {
      question: { kind: 'submission', id: randomUUID(), team, user, ...where, ...asked, ...responseUrl },
      claims: submissionClaims(team, view),
    });
  };
  const ticket = kept();
  await Promise.race([ticket, pause(patienceMs, undefined, { ref: false })]);
  return async () => serve(desk, await ticket);
};
