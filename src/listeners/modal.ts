import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { tellSender } from './failure.ts';
import type { Desk } from './parts.ts';
import { isRefusal } from './refusal.ts';

const pressSchema = z.object({
  trigger_id: z.string(),
  view: z.object({ type: z.string() }).nullish(),
});

/** Slack gives a press three seconds and one modal. */
const tooLate: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'invalid_trigger_id',
]);
const tooHigh: ReadonlySet<string> = new Set(['push_limit_reached']);

const late = 'Slack waits three seconds for that window, and I was too slow this time. Please try again.';
const full = 'There are three windows open already. Please close one and try again.';

/**
 * Opens a modal for whoever pressed a button or took a shortcut; above another where the press came from a modal. Call
 * it at once: the press is good for three seconds. Resolves to the modal's id, or to undefined where Slack no longer let
 * us, which the person was told. Rejects for every other refusal.
 */
export const openModal = async (desk: Desk, body: unknown, view: ModalView): Promise<string | undefined> => {
  const { trigger_id, view: below } = pressSchema.parse(body);
  try {
    const opened =
      below?.type === 'modal'
        ? await desk.posting.views.push({ trigger_id, view })
        : await desk.posting.views.open({ trigger_id, view });
    return opened.view?.id ?? '';
  } catch (err) {
    if (!isRefusal(err, tooLate) && !isRefusal(err, tooHigh)) throw err;
    desk.log.warn({ err }, 'could not open a modal');
    await tellSender(desk, body, isRefusal(err, tooHigh) ? full : late);
    return undefined;
  }
};

/** The modal was closed, or has changed since we looked. */
const outdated: ReadonlySet<string> = new Set(['not_found', 'hash_conflict']);

/**
 * Puts another modal in the place of one that stands open. With the `hash` it was seen with, only while it has not
 * changed since. False where it has, or was closed: nothing is lost then, so that nobody is told.
 */
export const updateModal = async (
  desk: Desk,
  { id, hash }: { readonly id: string; readonly hash?: string },
  view: ModalView,
): Promise<boolean> => {
  try {
    await desk.client.views.update({ view_id: id, view, ...(hash === undefined ? {} : { hash }) });
    return true;
  } catch (err) {
    if (!isRefusal(err, outdated)) throw err;
    desk.log.info({ err }, 'a modal was closed or changed before it could be updated');
    return false;
  }
};
