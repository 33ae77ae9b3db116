import { z } from 'zod';
import type { Channel, Person } from './cast.ts';
import type { FoundElement } from './element.ts';
import type { Values } from './form.ts';
import { type Choice, keepsValue, optionNamed, optionsOf } from './inputs.ts';
import type { Parts } from './parts.ts';
import { interactionPayload, responseUrl, wireChannel } from './payload.ts';
import type { Message } from './state.ts';
import { type View, wireView } from './view.ts';
import { wireMessage } from './wire.ts';

/** An element that was used, and what was chosen in it. */
export interface Used {
  readonly person: Person;
  readonly found: FoundElement;
  readonly choice: Choice | undefined;
  /** What stands in the inputs around it, with the choice. */
  readonly values: Values;
}

/** The use of an element of a message. */
export const messageActionPayload = (
  parts: Parts,
  act: Used & { channel: Channel; message: Message; exchange: string },
): Record<string, unknown> => {
  const { person, channel, message, exchange } = act;
  return {
    ...interactionPayload(parts, 'block_actions', person, channel),
    ...messageContainer(parts, act),
    state: { values: act.values },
    response_url: responseUrl(parts, { person, channel, exchange, source: message }),
    actions: [sentAction(parts, act)],
  };
};

/** Which message something happened on, and where. */
export const messageContainer = (
  parts: Parts,
  { channel, message }: { channel: Channel; message: Message },
): Record<string, unknown> => {
  const isEphemeral = message.visibleTo !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: wireChannel(channel),
    // Slack keeps ephemeral messages to itself: the bot learns only their timestamp.
    ...(!isEphemeral && { message: wireMessage(message, parts.state) }),
  };
};

/** The use of an element of a Home view or modal. */
export const viewActionPayload = (parts: Parts, act: Used & { view: View }): Record<string, unknown> => ({
  ...interactionPayload(parts, 'block_actions', act.person),
  container: { type: 'view', view_id: act.view.id },
  view: wireView(act.view),
  actions: [sentAction(parts, act)],
});

const sentAction = (parts: Parts, used: Used): Record<string, unknown> => ({
  ...contentOf(used),
  block_id: used.found.blockId,
  action_ts: parts.clock.ts(),
});

/** What Slack sends of an element: not what it offers, only what was chosen. */
const contentOf = ({ found: { element, blockId }, choice, values }: Used): Record<string, unknown> => {
  const { type, action_id } = element;
  if (keepsValue(element)) {
    const { options: _, option_groups: __, confirm: ___, ...rest } = element;
    return { ...rest, ...values[blockId]?.[String(action_id)] };
  }
  if (type === 'overflow')
    return { type, action_id, selected_option: optionNamed(optionsOf(element), single(element, choice)) };
  if (type === 'feedback_buttons') return { type, action_id, ...verdict(element, single(element, choice)) };
  const { confirm: _, accessibility_label: __, ...button } = element;
  return button;
};

const single = ({ type }: FoundElement['element'], choice: Choice | undefined): string => {
  const [chosen] = choice === undefined ? [] : [choice].flat();
  if (chosen === undefined) throw new Error(`Of a ${String(type)} something has to be chosen, by its value.`);
  return chosen;
};

const oneButton = z.looseObject({ text: z.unknown(), value: z.string() });
const feedback = z.looseObject({ positive_button: oneButton, negative_button: oneButton });

const verdict = (element: FoundElement['element'], value: string): Record<string, unknown> => {
  const { positive_button: yes, negative_button: no } = feedback.parse(element);
  const pressed = [yes, no].find((one) => one.value === value);
  if (!pressed) throw new Error(`There is no feedback ${value} to give.`);
  return { value: pressed.value, text: pressed.text };
};
