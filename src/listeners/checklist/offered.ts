import { z } from 'zod';
import { nameModal, nameOnButton, startForm } from '../../blocks/checklist/offer.ts';
import { unmarked } from '../../blocks/mrkdwn.ts';
import { nameOf } from '../../checklist/start.ts';
import { acknowledge } from '../acknowledge.ts';
import { tellPerson, tellSender } from '../failure.ts';
import type { Form } from '../form.ts';
import { openModal } from '../modal.ts';
import { type Desk, teamOf } from '../parts.ts';
import { staleButton } from '../stale.ts';
import { type PressArgs, sendingOf } from './press.ts';
import { type Beginning, begun } from './start.ts';

const thread = z
  .string()
  .regex(/^\d{1,12}\.\d{1,8}$/)
  .optional()
  .catch(undefined);
const channel = z.string().regex(/^[CG][A-Z0-9]{1,20}$/);

const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  container: z.object({ channel_id: channel, message_ts: z.string(), thread_ts: thread }),
  message: z.object({ thread_ts: thread }).nullish(),
  actions: z.tuple([z.object({ text: z.object({ text: z.string().max(400) }) })]),
});

const pressIn = (body: unknown) => {
  const { user, container, message, actions } = pressSchema.safeParse(body).data ?? {};
  if (user === undefined || container === undefined || actions === undefined) return undefined;
  const { channel_id: at, message_ts: ts } = container;
  return {
    user: user.id,
    where: { channel: at, thread: message?.thread_ts ?? container.thread_ts },
    ts,
    label: actions[0].text.text,
  };
};

/** Longer than a board takes to stand: a second tap meanwhile is the same tap. */
const underWayMs = 30_000;

/** What to tell whoever asked; undefined where the same is being started. */
const beginOnce = async (
  desk: Desk,
  beginning: Omit<Beginning, 'mayStand'>,
  name: string,
): Promise<string | undefined> => {
  const claim = `claim/${beginning.team}/start-${beginning.id}`;
  if (!(await desk.store.claim(claim, { expiresInMs: underWayMs }))) return undefined;
  const { isBegun, text } = await begun(desk, { ...beginning, mayStand: false }, name);
  if (!isBegun) await desk.store.delete(claim);
  return text;
};

/** "Start “NAME”": the name that whoever tapped read on the button, once however often it is tapped. */
export const startOffered =
  (desk: Desk) =>
  async ({ ack, body, context }: PressArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = pressIn(body);
    const name = nameOnButton(unmarked(press?.label ?? ''));
    if (press === undefined || name === undefined) return tellSender(desk, body, staleButton);
    const { user, where, ts } = press;
    const id = sendingOf('offer', where.channel, ts);
    const team = teamOf(context);
    const text = await beginOnce(desk, { team, user, ...where, id }, name);
    if (text !== undefined) await tellSender(desk, body, text);
  };

/** "Start this as a checklist…": asks for its name. Who may is looked at when the name is sent. */
export const askName =
  (desk: Desk) =>
  async ({ ack, body }: PressArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = pressIn(body);
    if (press === undefined) return tellSender(desk, body, staleButton);
    const { where } = press;
    await openModal(
      desk,
      body,
      nameModal({ channel: where.channel, ...(where.thread !== undefined && { thread: where.thread }) }),
    );
  };

const idsSchema = z.object({ channel, thread });

/** The name from the window. */
export const nameForm: Form<z.output<typeof idsSchema>> = {
  callbackId: startForm,
  ids: idsSchema,
  submit(desk, { team, user, ids, view, entered }) {
    const name = nameOf(entered.one('name') ?? '');
    if (name === undefined) return { errors: { name: 'Give it a name.' } };
    const id = sendingOf('window', view.id);
    return {
      close: 'this',
      after: async () => {
        const text = await beginOnce(desk, { team, user, ...ids, id }, name);
        if (text !== undefined) await tellPerson(desk, { user, ...ids }, text);
      },
    };
  },
};
