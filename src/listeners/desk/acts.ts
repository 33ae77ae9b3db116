import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { answerForm, answerModal } from '../../blocks/desk/request.ts';
import { notice } from '../../blocks/modal.ts';
import { defuse } from '../../blocks/mrkdwn.ts';
import { limits, type Request } from '../../desk/request.ts';
import { acknowledge } from '../acknowledge.ts';
import { sendingOf } from '../checklist/press.ts';
import { tellSender } from '../failure.ts';
import type { Form } from '../form.ts';
import { gapName, maySend } from '../gaps.ts';
import { isChannel } from '../members.ts';
import { openModal } from '../modal.ts';
import { isAmong } from '../named.ts';
import { type Desk, teamOf } from '../parts.ts';
import { ownersFor } from '../settings/kept.ts';
import { actOn, addRequest, gapAt, requestOf } from './kept.ts';
import { type Sending, showSent } from './sent.ts';
import { tellAsker, tellOwners, updateOwners } from './tell.ts';

type PressArgs = SlackActionMiddlewareArgs & AllMiddlewareArgs;

const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  container: z.object({
    channel_id: z.string(),
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z.object({ thread_ts: z.string().optional() }).nullish(),
  actions: z.tuple([z.object({ action_id: z.string(), value: z.string().max(64) })]),
});

const stale = 'I no longer have the words of that question. Please ask it again, then send it on.';
const nobody =
  'Nobody is named here to answer for people. `/outsourcing settings` names a channel or a group.';
const whom = ({ owners }: Request): string =>
  /^[CG][A-Z0-9]+$/.test(owners) ? `<#${owners}>` : 'the people of the user group who answer here';

/** For whoever asked. */
const sent = (request: Request): string => {
  const { thread } = request;
  const where = thread === undefined ? 'in a direct message' : 'in this thread';
  return `Sent to ${whom(request)}, with your name. Their answer reaches you ${where}; I keep the question for 90 days.`;
};
/** For everybody who sees the answer: who asked is theirs to tell. */
const sentByAll = (request: Request): string =>
  `A colleague has sent this question to ${whom(request)}. Their answer comes into this thread.`;
const already = 'That question is with them already.';
const unreached = 'I could not reach the people who answer here. I keep your question and try again.';

interface ToSend extends Sending {
  readonly request: Request;
}

/** The question that is sent on, as it was kept without a name; now it carries the name of whoever sends it. */
const requestFrom = async (desk: Desk, team: string, body: unknown): Promise<ToSend | string> => {
  const press = pressSchema.safeParse(body).data;
  if (press === undefined) return stale;
  const { user, container, message, actions } = press;
  const [{ value: run }] = actions;
  const channel = container.channel_id;
  const gap = await gapAt(desk, team, gapName(run));
  // Somebody else's question looks like one that is gone.
  if (gap === undefined || !maySend(gap, run, user.id, channel)) return stale;
  const owners = await ownersFor(desk, team, channel);
  if (owners === undefined) return nobody;
  const thread = container.is_ephemeral ? undefined : (message?.thread_ts ?? container.thread_ts);
  const request: Request = {
    id: sendingOf('request', run, user.id),
    text: defuse(gap.text),
    ...(gap.reading && { reading: gap.reading }),
    asker: user.id,
    asked: desk.clock(),
    channel,
    ...(thread !== undefined && { thread }),
    owners,
    isForLibrary: false,
    told: [],
    isHeard: false,
  };
  return { request, team, body, gap };
};

/** What came of it stands under the answer from then on; where others see that, the person is told more, alone. */
const tellSent = async (desk: Desk, { request, ...sending }: ToSend, isTold: boolean): Promise<void> => {
  const isSeenByAll = request.thread !== undefined && isChannel(request.channel);
  const mine = isTold ? sent(request) : unreached;
  const isShown = await showSent(desk, sending, isTold && isSeenByAll ? sentByAll(request) : mine);
  if (!isShown || isSeenByAll) await tellSender(desk, sending.body, mine);
};

/** "Ask a human": one tap tells the owners, once. Kept before Slack is told that the tap arrived. */
const onAskHuman =
  (desk: Desk) =>
  async ({ ack, body, context }: PressArgs): Promise<void> => {
    const team = teamOf(context);
    const sending = await requestFrom(desk, team, body);
    const isNew = typeof sending !== 'string' && (await addRequest(desk, team, sending.request));
    await acknowledge(desk, ack);
    if (typeof sending === 'string') return tellSender(desk, body, sending);
    if (!isNew) return tellSender(desk, body, already);
    await tellSent(desk, sending, await tellOwners(desk, team, sending.request));
  };

const notYours = 'Only the people who answer for others can do that.';
const gone = 'That question is gone: whoever asked it took it back, or it is older than 90 days.';
const objections = {
  taken: 'Somebody else has taken that question.',
  resolved: 'That question is answered already.',
} as const;

/** A press of somebody who answers, as Slack says now. */
const owned = async (desk: Desk, team: string, body: unknown) => {
  const press = pressSchema.safeParse(body).data;
  const request = press && (await requestOf(desk, team, press.actions[0].value));
  if (press === undefined || request === undefined) return gone;
  const { id: user } = press.user;
  const type = press.actions[0].action_id === 'desk:take' ? ('take' as const) : ('give-back' as const);
  return (await isAmong(desk, [request.owners], user)) ? { request, user, type } : notYours;
};

/** "I take it" and "Give it back": everybody who answers sees who has it. */
const onTaking =
  (desk: Desk) =>
  async ({ ack, body, context }: PressArgs): Promise<void> => {
    const team = teamOf(context);
    const press = await owned(desk, team, body);
    const done =
      typeof press === 'string'
        ? press
        : await actOn(desk, team, press.request.id, { type: press.type, by: press.user, at: desk.clock() });
    await acknowledge(desk, ack);
    if (typeof done === 'string' || done === undefined) return tellSender(desk, body, done ?? gone);
    await updateOwners(desk, done.request);
    if (done.objection !== undefined) await tellSender(desk, body, objections[done.objection]);
  };

const onAnswer =
  (desk: Desk) =>
  async ({ ack, body, context }: PressArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = await owned(desk, teamOf(context), body);
    if (typeof press === 'string') return tellSender(desk, body, press);
    if (press.request.resolved !== undefined) return tellSender(desk, body, objections.resolved);
    await openModal(desk, body, answerModal(press.request));
  };

/** What somebody answers in the window: kept, shown to the owners, and heard by the asker. */
export const answeringForm: Form<string> = {
  callbackId: answerForm,
  ids: z.string().max(64),
  async submit(desk, { team, user, ids, entered }) {
    const saying = (text: string) => ({ show: notice('Not sent', text) });
    const request = await requestOf(desk, team, ids);
    if (request === undefined) return saying(gone);
    if (!(await isAmong(desk, [request.owners], user))) return saying(notYours);
    const text = defuse(entered.one('text') ?? '').slice(0, limits.answer);
    if (text === '') return { errors: { text: 'Write the answer first.' } };
    const isForLibrary = entered.all('library').includes('library');
    const done = await actOn(desk, team, ids, {
      type: 'resolve',
      by: user,
      at: desk.clock(),
      text,
      isForLibrary,
    });
    if (done === undefined) return saying(gone);
    if (done.objection !== undefined) return saying(objections[done.objection]);
    return {
      close: 'this',
      after: async () => {
        if (!done.request.isHeard) await tellAsker(desk, team, done.request);
        await updateOwners(desk, done.request);
      },
    };
  },
};

export const deskActions = [
  [/^desk:ask$/, onAskHuman],
  [/^desk:(?:take|give-back)$/, onTaking],
  [/^desk:answer$/, onAnswer],
] as const;
