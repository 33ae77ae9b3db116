import { type Act, current, places } from './act.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';
import { interactionPayload, responseUrl, wireChannel } from './payload.ts';
import type { Shortcut } from './shortcut.ts';
import type { Message } from './state.ts';
import { wireMessage } from './wire.ts';

/** Runs one of the app's shortcuts that stand beside the composer and in the search. */
export const runShortcut = async (parts: Parts, act: Act, callbackId: string): Promise<Exchange> => {
  const { callback_id } = declared(parts, 'global', callbackId);
  const exchange = parts.exchanges.open({
    ...places(act),
    isOnView: true,
    label: callback_id,
    expects: 'acknowledgement',
  });
  const payload = {
    ...interactionPayload(parts, 'shortcut', act.person),
    callback_id,
    action_ts: parts.clock.ts(),
  };
  return send(parts, exchange, `shortcut ${callback_id}`, payload);
};

/** Runs one of the app's shortcuts in the menu of a message. */
export const runMessageShortcut = async (
  parts: Parts,
  act: Act,
  message: Message,
  callbackId: string,
): Promise<Exchange> => {
  const { person, channel } = act;
  const { callback_id } = declared(parts, 'message', callbackId);
  if (message.visibleTo !== undefined) throw new Error('A message that only you see has no shortcuts.');
  const exchange = parts.exchanges.open({
    ...places(act, message.threadTs ?? message.ts),
    label: callback_id,
    expects: 'acknowledgement',
  });
  const payload = {
    ...interactionPayload(parts, 'message_action', person, channel),
    callback_id,
    action_ts: parts.clock.ts(),
    channel: wireChannel(channel),
    message_ts: message.ts,
    message: wireMessage(message, parts.state),
    response_url: responseUrl(parts, { person, channel, exchange: exchange.id }),
  };
  return send(parts, exchange, `message_action ${callback_id}`, payload);
};

const declared = ({ installation }: Parts, type: Shortcut['type'], callbackId: string): Shortcut => {
  const found = installation.shortcuts.find((one) => one.type === type && one.callback_id === callbackId);
  if (!found || !installation.scopes.has('commands'))
    throw new Error(`The app has no ${type} shortcut ${callbackId} here.`);
  return found;
};

const send = async (
  parts: Parts,
  exchange: Exchange,
  what: string,
  payload: Record<string, unknown>,
): Promise<Exchange> => {
  await parts.deliveries.send({ kind: 'interaction', what, payload, exchange: exchange.id });
  return current(parts, exchange);
};
