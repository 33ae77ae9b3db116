import { z } from 'zod';
import type { Act } from './act.ts';
import { messageContainer } from './action-payload.ts';
import type { FoundElement } from './element.ts';
import { offerMore } from './form.ts';
import { optionsOf } from './inputs.ts';
import type { Parts } from './parts.ts';
import { interactionPayload } from './payload.ts';
import { inMessage, inView } from './press-act.ts';
import type { Message } from './state.ts';
import { wireView } from './view.ts';
import { keepView } from './view-stack.ts';

/** As many options as Slack shows. */
const most = 100;
const answer = z.union([
  z.looseObject({ options: z.array(z.unknown()).max(most) }),
  z.looseObject({ option_groups: z.array(z.unknown()).max(most) }),
]);

/** Which select, and what was typed into it. */
interface Search {
  readonly actionId: string;
  readonly query: string;
}

/** Asks the bot for the options of an external select of the topmost modal or Home view. */
export const searchViewOptions = async (
  parts: Parts,
  act: Act,
  search: Search,
): Promise<readonly unknown[]> => {
  const { view, found } = inView(parts, act, search.actionId);
  const surface = { container: { type: 'view', view_id: view.id }, view: wireView(view) };
  const options = await ask(parts, act, { ...search, found, surface });
  const { view: latest } = inView(parts, act, search.actionId);
  keepView(parts, act.person.id, {
    ...latest,
    offered: offerMore(latest.offered, search.actionId, options),
  });
  return options;
};

/** Asks the bot for the options of an external select of a message. */
export const searchMessageOptions = async (
  parts: Parts,
  act: Act,
  message: Message,
  search: Search,
): Promise<readonly unknown[]> => {
  const { latest, found } = inMessage(parts, message, search.actionId);
  const surface = messageContainer(parts, { ...act, message: latest });
  const options = await ask(parts, act, { ...search, found, surface });
  const form = parts.state.form(act.person.id, latest);
  const offered = offerMore(form.offered, search.actionId, options);
  parts.state.setForm(act.person.id, latest, { ...form, offered });
  return options;
};

/** What the bot offers; nothing when it does not answer in time, or not with options. */
const ask = async (
  parts: Parts,
  { person }: Act,
  { actionId, query, found, surface }: Search & { found: FoundElement; surface: object },
): Promise<readonly unknown[]> => {
  const { trigger_id: _, ...payload } = interactionPayload(parts, 'block_suggestion', person);
  const asked = { ...payload, action_id: actionId, block_id: found.blockId, value: query, ...surface };
  const receipt = await parts.deliveries.send({
    kind: 'interaction',
    what: `block_suggestion ${actionId}`,
    payload: asked,
  });
  if (!receipt.ok) return [];
  const parsed = answer.safeParse(receipt.reply);
  if (parsed.success) return optionsOf(parsed.data);
  parts.refusals.push({
    method: 'block_suggestion',
    error: 'invalid_arguments',
    details: [z.prettifyError(parsed.error)],
  });
  return [];
};
