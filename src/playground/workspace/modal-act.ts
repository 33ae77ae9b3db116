import { type Act, current, places } from './act.ts';
import type { Exchange } from './exchange.ts';
import { objectionsTo } from './form.ts';
import type { Parts } from './parts.ts';
import { complain, follow } from './submission-reply.ts';
import type { View } from './view.ts';
import { closedPayload, submissionPayload } from './view-payload.ts';
import { keepView, setModals } from './view-stack.ts';

/**
 * Submits the topmost modal. What Slack objects to by itself (a required input that is empty) becomes an error on the
 * view and nothing is sent. Otherwise the view stays until the bot acknowledges, and what that says is done.
 */
export const submitModal = async (parts: Parts, act: Act): Promise<Exchange> => {
  const view = topmost(parts, act);
  const label = String(view.view.callback_id ?? 'a modal');
  const errors = objectionsTo(view.view.blocks, view.values);
  const { problem: _, ...quiet } = view;
  const submitted = { ...quiet, errors };
  keepView(parts, act.person.id, submitted);
  const isSent = Object.keys(errors).length === 0;
  const exchange = parts.exchanges.open({
    ...places(act),
    isOnView: true,
    label,
    expects: isSent ? 'acknowledgement' : 'nothing',
  });
  if (!isSent) return exchange;
  const receipt = await parts.deliveries.send({
    kind: 'interaction',
    what: `view_submission ${label}`,
    payload: submissionPayload(parts, { ...act, view: submitted, exchange: exchange.id }),
    exchange: exchange.id,
  });
  const submission = { person: act.person.id, viewId: view.id };
  if (receipt.ok) follow(parts, submission, receipt.reply);
  else complain(parts, submission, receipt.problem);
  return current(parts, exchange);
};

/** Closes the topmost modal, or all of them; the bot hears of each that asked for it. */
export const closeModal = async (parts: Parts, act: Act, everything = false): Promise<void> => {
  const view = topmost(parts, act);
  const { modals } = parts.state.screens(act.person.id);
  const isCleared = everything || view.view.clear_on_close === true;
  const closed = isCleared ? modals : [view];
  setModals(parts, act.person.id, isCleared ? [] : modals.slice(0, -1));
  const told = closed.filter((one) => one.view.notify_on_close === true).toReversed();
  await Promise.all(
    told.map((one) =>
      parts.deliveries.send({
        kind: 'interaction',
        what: `view_closed ${String(one.view.callback_id ?? 'a modal')}`,
        payload: closedPayload(parts, act.person, one, isCleared),
      }),
    ),
  );
};

const topmost = ({ state }: Parts, { person }: Act): View => {
  const view = state.screens(person.id).modals.at(-1);
  if (!view) throw new Error(`${person.name} has no modal open.`);
  return view;
};
