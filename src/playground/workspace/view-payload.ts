import type { Channel, Person } from './cast.ts';
import { elementsIn } from './element.ts';
import type { Parts } from './parts.ts';
import { interactionPayload, responseUrl } from './payload.ts';
import { type View, wireView } from './view.ts';

/** The submission of a modal. */
export const submissionPayload = (
  parts: Parts,
  act: { person: Person; view: View; exchange: string },
): Record<string, unknown> => ({
  ...interactionPayload(parts, 'view_submission', act.person),
  view: wireView(act.view),
  response_urls: responseUrls(parts, act),
});

/** A modal that was closed; `isCleared` when everything below went with it. */
export const closedPayload = (
  parts: Parts,
  person: Person,
  view: View,
  isCleared: boolean,
): Record<string, unknown> => {
  const { trigger_id: _, ...payload } = interactionPayload(parts, 'view_closed', person);
  return { ...payload, view: wireView(view), is_cleared: isCleared };
};

/** An address for each conversation that was chosen in a select with `response_url_enabled`. */
const responseUrls = (
  parts: Parts,
  { person, view, exchange }: { person: Person; view: View; exchange: string },
): readonly Record<string, unknown>[] =>
  elementsIn(view.view.blocks).flatMap(({ element, blockId }) => {
    const chosen = element.response_url_enabled === true && chosenChannel(parts, view, element, blockId);
    if (!chosen) return [];
    return [
      {
        block_id: blockId,
        action_id: element.action_id,
        channel_id: chosen.id,
        response_url: responseUrl(parts, { person, channel: chosen, exchange }),
      },
    ];
  });

const chosenChannel = (
  { state }: Parts,
  view: View,
  element: Readonly<Record<string, unknown>>,
  blockId: string,
): Channel | undefined => {
  const value = view.values[blockId]?.[String(element.action_id)];
  return state.channel(String(value?.selected_conversation ?? value?.selected_channel ?? ''));
};
