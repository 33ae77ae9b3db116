import { z } from 'zod';
import { givenMessage } from '../../blocks/checklist/given.ts';
import type { Action } from '../../checklist/action.ts';
import type { Place } from '../../checklist/place.ts';
import { type Checklist, itemOf } from '../../checklist/record.ts';
import { isMember } from '../members.ts';
import type { Desk } from '../parts.ts';
import { namesOf } from '../people.ts';
import { orPlain, quiet } from '../post.ts';
import { digest } from '../question.ts';
import { settingsFor } from '../settings/kept.ts';
import { look } from './kept.ts';

/** Given to and fro within a day, an item is told of once. */
const onceMs = 24 * 60 * 60 * 1000;

/** To whom an action gives an item; undefined where it gives it to nobody, or to whoever does it. */
const receiverOf = (action: Action): string | undefined => {
  const to =
    action.type === 'add'
      ? action.assignee
      : action.type === 'edit'
        ? (action.assignee?.to ?? undefined)
        : undefined;
  return to === action.by ? undefined : to;
};

const linkSchema = z.url({ protocol: /^https?$/ });

/** Where the board stands, as a link that Slack gave; undefined where it gives none. */
const linkTo = async (desk: Desk, team: string, place: Place): Promise<string | undefined> => {
  const ts = (await look(desk, team, place))?.board.ts;
  if (ts === undefined) return undefined;
  try {
    const { permalink } = await desk.client.chat.getPermalink({ channel: place.channel, message_ts: ts });
    return linkSchema.safeParse(permalink).data;
  } catch (err) {
    desk.log.info({ err }, 'Slack did not say where a checklist stands');
    return undefined;
  }
};

/**
 * Tells whoever an item was given to, once and directly, where the channel does not want otherwise. Never rejects: the
 * item is theirs whether they heard of it or not, and `checklist` lists it.
 */
export const tellReceiver = async (
  desk: Desk,
  team: string,
  place: Place,
  { action, checklist }: { readonly action: Action; readonly checklist: Checklist },
): Promise<void> => {
  const to = receiverOf(action);
  const item = itemOf(checklist, action.item);
  if (to === undefined || item?.assignee !== to) return;
  try {
    const { assignments } = await settingsFor(desk, team, place.channel);
    if (!assignments || !(await isMember(desk, place.channel, to))) return;
    const name = digest(['given', place.channel, place.checklist, item.id, to]);
    if (!(await desk.store.claim(`claim/${team}/${name}`, { expiresInMs: onceMs }))) return;
    const [names, link] = await Promise.all([namesOf(desk, [action.by]), linkTo(desk, team, place)]);
    const message = givenMessage({
      item,
      name: checklist.name,
      channel: place.channel,
      link,
      by: names.get(action.by),
    });
    await orPlain(desk, message, (outgoing) =>
      desk.posting.chat.postMessage({ channel: to, ...quiet, ...outgoing }),
    );
  } catch (err) {
    desk.log.warn({ err }, 'could not tell somebody what they were given');
  }
};
