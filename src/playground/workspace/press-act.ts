import { type Act, current, places } from './act.ts';
import { findElement } from './element.ts';
import { sendEvent } from './event.ts';
import type { Exchange } from './exchange.ts';
import { wireView } from './methods/views.ts';
import type { Parts } from './parts.ts';
import { messageActionPayload, viewActionPayload } from './payload.ts';
import type { Message } from './state.ts';

/** Tells the bot of an element that was pressed, and waits for what comes of it. */
const press = async (
  parts: Parts,
  exchange: Exchange,
  actionId: string,
  payload: ReturnType<typeof messageActionPayload>,
): Promise<Exchange> => {
  const what = `action ${actionId}`;
  await parts.deliveries.send({ kind: 'interaction', what, payload, exchange: exchange.id });
  return current(parts, exchange);
};

/** Presses an element of a message. */
export const clickMessage = async (
  parts: Parts,
  act: Act,
  message: Message,
  actionId: string,
): Promise<Exchange> => {
  const latest = parts.state.message(message.channel, message.ts) ?? message;
  const found = findElement(latest.blocks, actionId);
  if (!found) throw new Error(`The message has no element with action_id ${actionId}.`);
  const exchange = parts.exchanges.open({
    ...places(act, message.threadTs ?? message.ts),
    label: actionId,
    expects: 'acknowledgement',
  });
  const payload = messageActionPayload(parts, { ...act, message: latest, found, exchange: exchange.id });
  return press(parts, exchange, actionId, payload);
};

/** Presses an element of the topmost modal, or of the Home view. */
export const clickView = async (parts: Parts, act: Act, actionId: string): Promise<Exchange> => {
  const { home, modals } = parts.state.screens(act.person.id);
  const view = modals.at(-1) ?? home;
  const blocks = view?.view.blocks;
  const found = Array.isArray(blocks) ? findElement(blocks, actionId) : undefined;
  if (!view || !found) throw new Error(`No view with action_id ${actionId} is open.`);
  const exchange = parts.exchanges.open({ ...places(act), label: actionId, expects: 'acknowledgement' });
  const payload = viewActionPayload(parts, { person: act.person, view, wireView: wireView(view), found });
  return press(parts, exchange, actionId, payload);
};

/** Opens one of the bot's tabs and tells it so. */
export const openTab = async (
  parts: Parts,
  { person, channel }: Act,
  tab: 'home' | 'messages',
): Promise<void> => {
  const { home } = parts.state.screens(person.id);
  const view = tab === 'home' && home ? { view: wireView(home) } : {};
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab,
    event_ts: parts.clock.ts(),
    ...view,
  };
  await sendEvent(parts, 'app_home_opened', event);
};
