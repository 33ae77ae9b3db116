import { type Act, current, places } from './act.ts';
import { messageActionPayload, viewActionPayload } from './action-payload.ts';
import { findElement } from './element.ts';
import { sendEvent } from './event.ts';
import type { Exchange } from './exchange.ts';
import { enter, valuesIn } from './form.ts';
import { type Choice, keepsValue } from './inputs.ts';
import type { Parts } from './parts.ts';
import type { Message } from './state.ts';
import { type View, wireView } from './view.ts';
import { keepView } from './view-stack.ts';

/** Tells the bot of an element that was used, and waits for what comes of it. */
const press = async (
  parts: Parts,
  exchange: Exchange,
  payload: Record<string, unknown>,
): Promise<Exchange> => {
  const what = `action ${exchange.label}`;
  await parts.deliveries.send({ kind: 'interaction', what, payload, exchange: exchange.id });
  return current(parts, exchange);
};

/** Uses an element of a message: presses a button, or makes a choice. */
export const clickMessage = async (
  parts: Parts,
  act: Act,
  message: Message,
  { actionId, choice }: { actionId: string; choice?: Choice | undefined },
): Promise<Exchange> => {
  const { latest, found } = inMessage(parts, message, actionId);
  const { id } = act.person;
  const form = parts.state.form(id, latest);
  const before = valuesIn(latest.blocks, form.values);
  const values = keepsValue(found.element)
    ? enter(before, found, needed(choice, actionId), form.offered[actionId])
    : before;
  parts.state.setForm(id, latest, { ...form, values });
  const exchange = parts.exchanges.open({
    ...places(act, message.threadTs ?? message.ts),
    label: actionId,
    expects: found.dispatches ? 'acknowledgement' : 'nothing',
  });
  if (!found.dispatches) return exchange;
  const used = { ...act, message: latest, found, choice, values, exchange: exchange.id };
  return press(parts, exchange, messageActionPayload(parts, used));
};

/** Uses an element of the topmost modal, or of the Home view. */
export const clickView = async (
  parts: Parts,
  act: Act,
  { actionId, choice }: { actionId: string; choice?: Choice | undefined },
): Promise<Exchange> => {
  const { found, filled } = entered(parts, act, { actionId, choice });
  const exchange = parts.exchanges.open({
    ...places(act),
    isOnView: true,
    label: actionId,
    expects: found.dispatches ? 'acknowledgement' : 'nothing',
  });
  if (!found.dispatches) return exchange;
  return press(
    parts,
    exchange,
    viewActionPayload(parts, { person: act.person, view: filled, found, choice, values: filled.values }),
  );
};

/** Puts something into an input of the topmost modal or Home view, and tells nobody. */
export const fillView = (parts: Parts, act: Act, what: { actionId: string; choice: Choice }): void => {
  entered(parts, act, what);
};

/** Keeps what was put into an element that keeps anything; an error beside it goes. */
const entered = (
  parts: Parts,
  act: Act,
  { actionId, choice }: { actionId: string; choice?: Choice | undefined },
) => {
  const { view, found } = inView(parts, act, actionId);
  if (!keepsValue(found.element)) return { found, filled: view };
  const values = enter(view.values, found, needed(choice, actionId), view.offered[actionId]);
  const { [found.blockId]: _, ...errors } = view.errors;
  const filled: View = { ...view, values, errors };
  keepView(parts, act.person.id, filled);
  return { found, filled };
};

/** The element with this action id in a message as it stands now. */
export const inMessage = (parts: Parts, message: Message, actionId: string) => {
  const latest = parts.state.message(message.channel, message.ts) ?? message;
  const found = findElement(latest.blocks, actionId);
  if (!found) throw new Error(`The message has no element with action_id ${actionId}.`);
  return { latest, found };
};

/** The element with this action id in the topmost modal or, with none open, in the Home view. */
export const inView = ({ state }: Parts, { person }: Act, actionId: string) => {
  const { home, modals } = state.screens(person.id);
  const view = modals.at(-1) ?? home;
  const blocks = view?.view.blocks;
  const found = Array.isArray(blocks) ? findElement(blocks, actionId) : undefined;
  if (!view || !found) throw new Error(`No view with action_id ${actionId} is open.`);
  return { view, found };
};

const needed = (choice: Choice | undefined, actionId: string): Choice => {
  if (choice === undefined) throw new Error(`Say what to put into ${actionId}.`);
  return choice;
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
