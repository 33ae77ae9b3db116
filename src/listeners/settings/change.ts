import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { notice } from '../../blocks/modal.ts';
import { settingsForm, settingsMessage, settingsModal, whomId, whomIn } from '../../blocks/settings.ts';
import type { Settings } from '../../settings/record.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Entered } from '../entered.ts';
import { tellSender } from '../failure.ts';
import type { Form } from '../form.ts';
import { isChannel, isMember } from '../members.ts';
import { openModal, updateModal } from '../modal.ts';
import { peopleIn } from '../named.ts';
import { type Desk, teamOf } from '../parts.ts';
import type { Outgoing } from '../post.ts';
import { readPress } from '../press.ts';
import type { Asked } from '../question.ts';
import { changeSettings, ownersFor, settingsFor } from './kept.ts';

const needsChannel = 'Settings belong to a channel: type `/outsourcing settings` in it.';
const notYours = 'Only members of that channel see and change its settings.';
const alone = 'I show the settings to you alone: type `/outsourcing settings`.';

/** `settings`: how this channel has it, with the way to change it; for one of its members alone. */
export const settingsHere = async (desk: Desk, question: Asked): Promise<readonly Outgoing[]> => {
  const { team, channel, user } = question;
  if (!isChannel(channel)) return [{ text: needsChannel }];
  if (question.kind === 'message') return [{ text: alone }];
  if (!(await isMember(desk, channel, user))) return [{ text: notYours }];
  const settings = await settingsFor(desk, team, channel);
  return [settingsMessage(settings, await ownersFor(desk, team, channel), channel)];
};

const channelSchema = z.string().regex(/^[CG][A-Z0-9]{1,20}$/);
/** The channel as the window carries it: as JSON. */
const idsSchema = z
  .string()
  .regex(/^"[CG][A-Z0-9]{1,20}"$/)
  .transform((json) => json.slice(1, -1));
const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  actions: z.tuple([z.object({ value: channelSchema })]),
});

/** "Change…": the window, for members of the channel that the button names. */
export const onSettingsOpened =
  (desk: Desk) =>
  async ({ ack, body, context }: SlackActionMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = pressSchema.safeParse(body).data;
    const channel = press?.actions[0].value;
    if (press === undefined || channel === undefined || !(await isMember(desk, channel, press.user.id)))
      return tellSender(desk, body, notYours);
    const settings = await settingsFor(desk, teamOf(context), channel);
    await openModal(desk, body, settingsModal(settings, { channel, usual: desk.named?.owners }));
  };

/** Another choice of who answers: the window has the one field that it needs. What was entered elsewhere stays. */
export const onWhomChosen =
  (desk: Desk) =>
  async ({ ack, body }: SlackActionMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = readPress(body);
    const whom = whomIn(press?.value ?? '');
    if (press === undefined || whom === undefined) return;
    const { id, hash, metadata } = press.view;
    const channel = idsSchema.safeParse(metadata).data;
    if (channel === undefined || !(await isMember(desk, channel, press.user))) return;
    const settings = await settingsFor(desk, press.team, channel);
    const view = settingsModal(settings, { channel, usual: desk.named?.owners, whom });
    await updateModal(desk, { id, hash }, view);
  };

type Owners = Settings['owners'];
type Errors = Readonly<Record<string, string>>;

const inGroup = async (desk: Desk, group: string | undefined): Promise<Errors | Owners> => {
  if (group === undefined) return { [whomId]: 'Write the id of the user group below.' };
  if (!/^S[A-Z0-9]{2,20}$/.test(group)) return { group: 'Write an id such as S012AB3CD.' };
  return (await peopleIn(desk, group)).length > 0
    ? group
    : { group: 'I find nobody in a user group of that id.' };
};

/** Whom the person chose. Only a channel that they are in themselves: what is asked here is read there. */
const chosen = async (desk: Desk, user: string, entered: Entered): Promise<Errors | Owners> => {
  const channel = entered.one('channel');
  switch (entered.one(whomId)) {
    case 'nobody':
      return null;
    case 'group':
      return inGroup(desk, entered.one('group'));
    case 'channel':
      // The field may not stand there yet, and an error without its field shows nowhere.
      if (channel === undefined) return { [whomId]: 'Choose the channel below.' };
      if (!channelSchema.safeParse(channel).success) return { channel: 'Choose a channel.' };
      return (await isMember(desk, channel, user)) ? channel : { channel: 'You are not in that channel.' };
    default:
      return undefined;
  }
};

const isErrors = (owners: Errors | Owners): owners is Errors => typeof owners === 'object' && owners !== null;

/** What somebody changes in the window: in force from the next question on, in every process. */
export const settingsChange: Form<string> = {
  callbackId: settingsForm,
  ids: channelSchema,
  async submit(desk, { team, user, ids: channel, entered }) {
    if (!(await isMember(desk, channel, user))) return { show: notice('Not saved', notYours) };
    const owners = await chosen(desk, user, entered);
    if (isErrors(owners)) return { errors: owners };
    await changeSettings(desk, team, channel, {
      answers: entered.one('answers') === 'private' ? 'private' : 'thread',
      owners,
      feedback: entered.one('feedback') !== 'off',
      assignments: entered.one('assignments') !== 'off',
      by: user,
      at: desk.clock(),
    });
    return { show: notice('Saved', 'These settings hold from the next question on.') };
  },
};
