import { z } from 'zod';
import type { Act } from './act.ts';
import { optionsOf } from './inputs.ts';
import type { Parts } from './parts.ts';
import { interactionPayload } from './payload.ts';
import { inView } from './press-act.ts';
import { wireView } from './view.ts';
import { keepView } from './view-stack.ts';

/** As many options as Slack shows. */
const most = 100;
const answer = z.union([
  z.looseObject({ options: z.array(z.unknown()).max(most) }),
  z.looseObject({ option_groups: z.array(z.unknown()).max(most) }),
]);

/**
 * Asks the bot for the options of an external select of the topmost modal or Home view. What it answers can be chosen
 * from then on. None when it does not answer in time, or not with options.
 */
export const searchOptions = async (
  parts: Parts,
  act: Act,
  actionId: string,
  query: string,
): Promise<readonly unknown[]> => {
  const { view, found } = inView(parts, act, actionId);
  const { trigger_id: _, ...payload } = interactionPayload(parts, 'block_suggestion', act.person);
  const receipt = await parts.deliveries.send({
    kind: 'interaction',
    what: `block_suggestion ${actionId}`,
    payload: {
      ...payload,
      action_id: actionId,
      block_id: found.blockId,
      value: query,
      container: { type: 'view', view_id: view.id },
      view: wireView(view),
    },
  });
  if (!receipt.ok) return [];
  const parsed = answer.safeParse(receipt.reply);
  if (!parsed.success) {
    parts.refusals.push({
      method: 'block_suggestion',
      error: 'invalid_arguments',
      details: [z.prettifyError(parsed.error)],
    });
    return [];
  }
  const options = optionsOf(parsed.data);
  const latest = inView(parts, act, actionId).view;
  const offered = [...(latest.offered[actionId] ?? []), ...options];
  keepView(parts, act.person.id, { ...latest, offered: { ...latest.offered, [actionId]: offered } });
  return options;
};
