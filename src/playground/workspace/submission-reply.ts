import { z } from 'zod';
import { admitView } from './door.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';
import type { View } from './view.ts';
import { keepView, pushModal, setModals, updateView } from './view-stack.ts';

const modal = z.looseObject({ type: z.literal('modal') });

/** What an app can answer to a submission; nothing at all closes the view. */
const replySchema = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.literal('update'), view: modal }),
  z.looseObject({ response_action: z.literal('push'), view: modal }),
  z.looseObject({ response_action: z.literal('clear') }),
]);
type Reply = z.output<typeof replySchema>;

/** The view that was submitted, and by whom. */
interface Submitted {
  readonly person: string;
  readonly viewId: string;
}

/** Does what an acknowledgement says, or says on the view that it could not be done. */
export const follow = (parts: Parts, submitted: Submitted, body: unknown): void => {
  const view = find(parts, submitted);
  // The person closed it meanwhile.
  if (!view) return;
  try {
    if (isEmpty(body)) close(parts, submitted.person, view);
    else obey(parts, submitted.person, view, parse(body));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parts.refusals.push({ method: 'response_action', error: error.error, details: error.details });
    complain(parts, submitted, `Slack could not use the app's answer (${error.error}).`);
  }
};

/** Says on the view why it could not be sent. */
export const complain = (parts: Parts, submitted: Submitted, problem: string): void => {
  const view = find(parts, submitted);
  if (view) keepView(parts, submitted.person, { ...view, problem });
};

const find = ({ state }: Parts, { person, viewId }: Submitted): View | undefined =>
  state.screens(person).modals.find(({ id }) => id === viewId);

const isEmpty = (body: unknown): boolean =>
  !body || (typeof body === 'object' && Object.keys(body).length === 0);

const parse = (body: unknown): Reply => {
  const parsed = replySchema.safeParse(body);
  if (!parsed.success) throw new Refusal('invalid_arguments', [z.prettifyError(parsed.error)]);
  return parsed.data;
};

const close = (parts: Parts, person: string, view: View): void => {
  const { modals } = parts.state.screens(person);
  const others = modals.filter(({ id }) => id !== view.id);
  setModals(parts, person, others);
};

const obey = (parts: Parts, person: string, view: View, reply: Reply): void => {
  switch (reply.response_action) {
    case 'clear':
      setModals(parts, person, []);
      break;
    case 'errors':
      mark(parts, person, view, reply.errors);
      break;
    case 'update':
      admitView(reply.view);
      updateView(parts, { person, view }, reply.view);
      break;
    case 'push':
      admitView(reply.view);
      pushModal(parts, { person }, reply.view);
      break;
  }
};

const inputBlock = z.looseObject({ type: z.literal('input'), block_id: z.string() });

/** Errors belong to input blocks; one that names anything else is refused, as in Slack. */
const mark = (parts: Parts, person: string, view: View, errors: Readonly<Record<string, string>>): void => {
  const blocks = Array.isArray(view.view.blocks) ? view.view.blocks : [];
  const inputs = blocks.flatMap((one) => inputBlock.safeParse(one).data?.block_id ?? []);
  const unknown = Object.keys(errors).filter((one) => !inputs.includes(one));
  if (unknown.length > 0)
    throw new Refusal('invalid_arguments', [`No input block is called ${unknown.join(' or ')}.`]);
  keepView(parts, person, { ...view, errors });
};
