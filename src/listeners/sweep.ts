import { eachAs } from '../store/records.ts';
import { redrawAbandoned } from './checklist/draw.ts';
import { tellAbandoned } from './desk/tell.ts';
import { claimLate, heldSchema, leaseSchema, settleLate, takeOver } from './hold.ts';
import { type Desk, reportDamage } from './parts.ts';
import { day } from './past.ts';
import { serve } from './serve.ts';
import { withdrawSecond } from './twice.ts';
import { forgetUninstalled } from './uninstalled.ts';

/** Questions taken over at a time, so that a start after a long pause does not answer hundreds at once. */
const atOnce = 8;

interface Unreadable {
  readonly key: string;
  /** Which fields are not as they should be. */
  readonly what: string;
}

/**
 * What another version of this program keeps is that version's to answer: in a rolling upgrade it runs beside us. It ends
 * with its day. What no version wrote can never be answered: it goes.
 */
const setAside = async (desk: Desk, { key, what }: Unreadable): Promise<void> => {
  if (leaseSchema.safeParse(await desk.store.get(key)).success) {
    if (await desk.local.claim(`other-version/${key}`, { expiresInMs: day }))
      desk.log.warn(
        { what },
        'a question is kept by another version of this program; leaving it to that one',
      );
    return;
  }
  reportDamage(desk)(key, what);
  await desk.store.delete(key);
};

/** The questions whose holder is gone. */
const abandoned = async (desk: Desk): Promise<{ readonly key: string; readonly run: string }[]> => {
  const unreadable: Unreadable[] = [];
  const onDamage = (key: string, what: string): void => void unreadable.push({ key, what });
  const due: { readonly key: string; readonly run: string }[] = [];
  for await (const { key, record } of eachAs(desk.store, heldSchema, 'held/', onDamage))
    if (record.leaseUntil <= desk.clock() && !desk.active.has(record.run)) due.push({ key, run: record.run });
  for (const one of unreadable) await setAside(desk, one);
  return due;
};

/**
 * Answers what was claimed and left unanswered by a process that is gone, shows how checklists stand that it left behind,
 * and removes for good what has expired.
 * Rejects when the store is away.
 */
export const sweep = async (desk: Desk): Promise<void> => {
  await desk.store.purge();
  await forgetUninstalled(desk);
  for (const question of await claimLate(desk)) await withdrawSecond(desk, question);
  const due = await abandoned(desk);
  const worker = async (): Promise<void> => {
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      if (await settleLate(desk, next.key, next.run)) continue;
      const ticket = await takeOver(desk, next.key);
      if (ticket === undefined) continue;
      desk.metrics.claimed('taken-over');
      desk.log.warn({ tries: ticket.tries }, 'took over a question that was left unanswered');
      await serve(desk, ticket);
    }
  };
  await Promise.all([redrawAbandoned(desk), tellAbandoned(desk), ...Array.from({ length: atOnce }, worker)]);
};
