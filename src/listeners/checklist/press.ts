import { createHash } from 'node:crypto';
import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { type Place, placeSchema } from '../../checklist/place.ts';
import { acknowledge } from '../acknowledge.ts';
import { tellSender } from '../failure.ts';
import { isMember } from '../members.ts';
import { type Desk, teamOf } from '../parts.ts';
import { heldIn, heldSchema } from '../press.ts';

export type PressArgs = SlackActionMiddlewareArgs & AllMiddlewareArgs;

const emptiedSchema = z.object({
  actions: z.tuple([z.object({ type: z.string().regex(/select$/), selected_option: z.null().optional() })]),
});

/** Whether somebody took back what they had chosen in a menu: that asks for nothing. */
const isEmptied = (body: unknown): boolean => emptiedSchema.safeParse(body).success;

/** What we read of a press on anything of a checklist. */
const pressedSchema = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      channel_id: z.string().default(''),
      is_ephemeral: z.boolean().default(false),
    })
    .optional(),
  view: z.object({ id: z.string(), type: z.string(), hash: z.string().optional() }).nullish(),
  actions: z.tuple([heldSchema.extend({ action_id: z.string() })]),
});

/** Somebody pressed something that means a checklist. */
export interface Pressed {
  readonly team: string;
  readonly user: string;
  readonly place: Place;
  /** The item or page that is meant, where one is. */
  readonly what: string | undefined;
  /** What is to be done with it, of a menu that offers several things. */
  readonly deed: string | undefined;
  /** Names this press: the same however often it is delivered. */
  readonly sending: string;
  /** Where it was pressed: a message by its time, or a view. */
  readonly message: string | undefined;
  /** The channel it was pressed in; empty in a view. */
  readonly channel: string;
  /** Whether only this person sees the message it was pressed in. */
  readonly isPrivate: boolean;
  readonly responseUrl: string | undefined;
  readonly view: { readonly id: string; readonly type: string } | undefined;
  /** The request itself, to open a modal with or to tell its sender something. */
  readonly body: unknown;
}

const deedSchema = z.templateLiteral([z.enum(['markdown', 'csv', 'removed', 'delete']), '/', z.string()]);

/** What was pressed, or undefined where it was made by another version or tampered with. */
const pressedIn = (body: unknown, team: string): Pressed | undefined => {
  const parsed = pressedSchema.safeParse(body).data;
  if (parsed === undefined) return undefined;
  const value = heldIn(parsed.actions[0]);
  const isDeed = deedSchema.safeParse(value).success;
  const meant = placeSchema.safeParse(isDeed ? value.slice(value.indexOf('/') + 1) : value).data;
  const { user, trigger_id: trigger, response_url: responseUrl, container, view } = parsed;
  return (
    meant && {
      team,
      user: user.id,
      ...meant,
      deed: isDeed ? value.split('/')[0] : undefined,
      sending: sendingOf(trigger, parsed.actions[0].action_id),
      message: container?.message_ts,
      channel: container?.channel_id ?? '',
      isPrivate: container?.is_ephemeral === true || container?.channel_id.startsWith('D') === true,
      responseUrl,
      view: view ?? undefined,
      body,
    }
  );
};

/** A short name of something that Slack sent, from what it is sure to send again with it. */
export const sendingOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);

const stale =
  'That button was made by an older version of me and no longer works. `/outsourcing checklist` shows what there is.';
/** What is told to whoever is not of the channel, and to whoever means a checklist that is not there: the same. */
export const nothingThere =
  'There is no such checklist here for you: it was deleted, or it belongs to a channel that you are not in.';

/** Whoever may not is told so where they can be told; where they cannot, nothing is owed to them. */
const turnAway = async (desk: Desk, body: unknown, text: string): Promise<void> => {
  try {
    await tellSender(desk, body, text);
  } catch (err) {
    desk.log.info({ err }, 'could not tell somebody that a checklist is not theirs');
  }
};

/**
 * A listener for presses on checklists: `work` is done for members of the checklist's channel alone, whatever the button
 * says and wherever it stands. Slack is told that the press arrived once what it changes is kept, and not before: where that
 * takes longer than Slack waits, it shows the person a warning, and pressing again does no harm.
 */
export const onPress =
  (work: (desk: Desk, pressed: Pressed) => Promise<(() => Promise<void>) | undefined>) =>
  (desk: Desk) =>
  async ({ ack, body, context }: PressArgs): Promise<void> => {
    if (isEmptied(body)) return acknowledge(desk, ack);
    const pressed = pressedIn(body, teamOf(context));
    const worked = async () => {
      if (pressed === undefined) return () => turnAway(desk, body, stale);
      if (!(await isMember(desk, pressed.place.channel, pressed.user)))
        return () => turnAway(desk, body, nothingThere);
      return work(desk, pressed);
    };
    // What could not be kept is not acknowledged either: Slack shows so, and over Socket Mode delivers it again.
    const after = await worked();
    await acknowledge(desk, ack);
    await after?.();
  };
