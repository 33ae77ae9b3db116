import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readAs } from '../store/records.ts';
import type { Entries } from '../store/store.ts';
import type { Claim } from './claims.ts';
import { type Desk, reportDamage } from './parts.ts';
import { type Asked, type Incoming, type Question, questionSchema } from './question.ts';

/** A holder that has not renewed its lease for this long is gone. It renews three times as often. */
export const leaseMs = 6_000;
const keptForMs = 24 * 60 * 60 * 1000;
const mostTries = 6;

/** A claim that is not answered yet: the question, and who is answering it until when. */
export const heldSchema = z.object({
  question: questionSchema,
  /** Names this answering, whoever takes it over. */
  run: z.string(),
  holder: z.string(),
  /** Milliseconds since the epoch. */
  leaseUntil: z.number(),
  tries: z.number().int(),
});

type Held = z.output<typeof heldSchema>;

/** What every version of this program keeps of a claim, however it keeps the question: whose it is, and until when. */
export const leaseSchema = heldSchema.pick({ run: true, leaseUntil: true });
export const askerSchema = z.object({ run: z.string(), question: z.object({ user: z.string() }) });

/** What a delivery gets for a question: whether it is the one to answer it, and what it has to give back. */
export interface Ticket {
  readonly question: Question;
  readonly run: string;
  /** False where another delivery answers. */
  readonly isFirst: boolean;
  /** Whether somebody else began to answer it. */
  readonly isTakenOver: boolean;
  readonly tries: number;
  /** Whether the store keeps it; false while the store is away. */
  readonly isKept: boolean;
  /** Every key under which it may come in again; none after a takeover. */
  readonly claims: readonly Claim[];
  /** When this process began with it; milliseconds by `now`, of which only differences are used. */
  readonly began: number;
}

/** The ticket of a question for the heart. */
export type AskedTicket = Ticket & { readonly question: Asked };

/** Every unanswered question of a workspace stands under this prefix. */
export const heldOf = (team: string): string => `held/${team}/`;

const keyOf = ({ team, id }: Question): string =>
  `${heldOf(team)}${createHash('sha256').update(id).digest('base64url')}`;

const takeAll = (entries: Entries, claims: readonly Claim[]): boolean => {
  if (claims.some(({ key }) => entries.get(key) !== undefined)) return false;
  for (const { key, expiresInMs } of claims) entries.put(key, true, { expiresInMs });
  return true;
};

const keysOf = (claims: readonly Claim[]): string[] => claims.map(({ key }) => key);

const draw = async (desk: Desk, { question, claims }: Incoming): Promise<Ticket> => {
  const { store, local, clock, holder, log } = desk;
  const run = randomUUID();
  const ticket = {
    question,
    run,
    isFirst: true,
    isTakenOver: false,
    tries: 0,
    isKept: true,
    claims,
    began: desk.now(),
  };
  const isFirstHere = await local.update(keysOf(claims), (entries) => takeAll(entries, claims));
  if (!isFirstHere) return { ...ticket, isFirst: false };
  const key = keyOf(question);
  try {
    const isFirst = await store.update([...keysOf(claims), key], (entries) => {
      // A transaction that was kept although its connection broke finds its own record.
      const before = heldSchema.safeParse(entries.get(key)).data;
      if (before?.run === run) return true;
      if (!takeAll(entries, claims)) return false;
      const held: Held = { question, run, holder, leaseUntil: clock() + leaseMs, tries: 0 };
      entries.put(key, held, { expiresInMs: keptForMs });
      return true;
    });
    return { ...ticket, isFirst };
  } catch (err) {
    log.error({ err }, 'the store did not take a claim; answering without one');
    return { ...ticket, isKept: false };
  }
};

/**
 * Claims a question and keeps it until it is answered, all in one transaction. Never rejects: while the store is away
 * the claims of this process have to do, and nobody is kept from an answer.
 */
export const take = async (desk: Desk, incoming: Incoming): Promise<Ticket> => {
  const ticket = await draw(desk, incoming);
  const first = ticket.isKept ? 'first' : 'without-store';
  desk.metrics.claimed(ticket.isFirst ? first : 'again');
  return ticket;
};

/**
 * Takes claims on what is no question. False where another delivery has them, and while the store is away: what can be
 * left undone is then left undone. Never rejects.
 */
export const takeAlone = async ({ store, local, log }: Desk, claims: readonly Claim[]): Promise<boolean> => {
  const takeIn = (entries: Entries): boolean => takeAll(entries, claims);
  try {
    return (await local.update(keysOf(claims), takeIn)) && (await store.update(keysOf(claims), takeIn));
  } catch (err) {
    log.error({ err }, 'the store did not take a claim; doing without what it was for');
    return false;
  }
};

/** What tells whose question it is. */
type Own = Pick<Ticket, 'question' | 'run' | 'isKept'>;

/** Changes what is held of a ticket while it is ours. False when somebody else has it or it is gone. */
const changeOwn = (
  desk: Desk,
  { question, run }: Own,
  change: (held: Held, entries: Entries, key: string) => void,
): Promise<boolean> => {
  const key = keyOf(question);
  return desk.store.update([key], (entries) => {
    const held = heldSchema.safeParse(entries.get(key)).data;
    if (held?.run !== run || held.holder !== desk.holder) return false;
    change(held, entries, key);
    return true;
  });
};

/** Under which this process notes what it answered while the store was away. */
const answeredKey = (run: string): string => `answered/${run}`;

/**
 * The question was answered: nothing of it is kept but that it was. False where it was not ours to the end, so that
 * somebody else may have answered it too. Rejects where the store cannot be told; this process then knows it, and
 * `settleLate` tells the store.
 */
export const settle = async (desk: Desk, ticket: Own): Promise<boolean> => {
  try {
    return await changeOwn(desk, ticket, (_, entries, key) => entries.delete(key));
  } catch (err) {
    // A claim that the store seemed not to take may stand there after all.
    await desk.local.put(answeredKey(ticket.run), true, { expiresInMs: keptForMs });
    if (ticket.isKept) throw err;
    return false;
  }
};

const unclaimed = 'unclaimed/';
/** Milliseconds in which whoever took the claims meanwhile has answered as well. */
const settledMs = 5_000;
const unclaimedSchema = z.object({
  question: questionSchema,
  claims: z.array(z.object({ key: z.string(), expiresInMs: z.number() })),
  at: z.number(),
});

/** Remembers, in this process, that a question was answered without the store: what comes of it again is no other question. */
export const claimLater = (desk: Desk, { question, run, claims }: Ticket): Promise<void> =>
  desk.local.put(`${unclaimed}${run}`, { question, claims, at: desk.clock() }, { expiresInMs: keptForMs });

/**
 * Takes the claims of what was answered without the store. Gives the questions that another process may have answered as well
 * until then, once it has had the time to. Rejects while the store is away.
 */
export const claimLate = async (desk: Desk): Promise<readonly Question[]> => {
  const over: Question[] = [];
  for (const { key, value } of (await desk.local.list(unclaimed)).entries) {
    const { question, claims, at } = unclaimedSchema.parse(value);
    await desk.store.update(keysOf(claims), (entries) => {
      for (const { key: claim, expiresInMs } of claims) entries.put(claim, true, { expiresInMs });
    });
    if (at + settledMs > desk.clock()) continue;
    over.push(question);
    await desk.local.delete(key);
  }
  return over;
};

/** Tells the store of a question that this process answered while the store was away. False where it did not answer it. */
export const settleLate = async (desk: Desk, key: string, run: string): Promise<boolean> => {
  if ((await desk.local.get(answeredKey(run))) === undefined) return false;
  await desk.store.delete(key);
  return true;
};

const leaseFor =
  (desk: Desk, ms: number) =>
  (held: Held, entries: Entries, key: string): void =>
    entries.put(key, { ...held, leaseUntil: desk.clock() + ms }, { expiresInMs: keptForMs });

/** Says that we are still at it. False when somebody else took over. */
export const renew = async (desk: Desk, ticket: Own): Promise<boolean> =>
  !ticket.isKept || (await changeOwn(desk, ticket, leaseFor(desk, leaseMs)));

/** Gives an unanswered question back: whoever sweeps next after `afterMs` takes it over. */
export const release = async (desk: Desk, ticket: Own, afterMs: number): Promise<void> => {
  if (ticket.isKept) await changeOwn(desk, ticket, leaseFor(desk, afterMs));
};

/** Whether to give a question up rather than back. */
export const isHopeless = ({ tries }: Ticket): boolean => tries >= mostTries;

/** Takes over a question whose holder is gone; undefined when it is not, or when another one was quicker. */
export const takeOver = (desk: Desk, key: string): Promise<Ticket | undefined> =>
  desk.store.update([key], (entries) => {
    const held = readAs(heldSchema, key, entries.get(key), reportDamage(desk));
    if (held === undefined || held.leaseUntil > desk.clock() || desk.active.has(held.run)) return undefined;
    const tries = held.tries + 1;
    const { question, run } = held;
    const taken: Held = { ...held, holder: desk.holder, leaseUntil: desk.clock() + leaseMs, tries };
    entries.put(key, taken, { expiresInMs: keptForMs });
    return {
      question,
      run,
      isFirst: true,
      isTakenOver: true,
      tries,
      isKept: true,
      claims: [],
      began: desk.now(),
    };
  });
