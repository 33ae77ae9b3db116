import type { Action } from '../../src/checklist/action.ts';
import { type Place, placeValue } from '../../src/checklist/place.ts';
import { sendingOf } from '../../src/listeners/checklist/press.ts';
import { below, pick } from '../fixtures/chance.ts';

const people = ['U0DANA', 'U0LUIS'] as const;
const days = ['2027-01-31', '2027-02-28'] as const;
const presses = ['tick', 'tick', 'untick', 'remove', 'restore'] as const;

/** Something that a person does, as Slack tells it, and as it is to be understood; at no time. */
export interface Deed {
  readonly action: Action;
  readonly body: string;
}

/** Who does it, where, and a name that is the same however often it is delivered. */
interface Doing {
  readonly place: Place;
  readonly name: string;
  readonly by: string;
}

const bodyOf = (payload: object): string =>
  new URLSearchParams({
    payload: JSON.stringify({
      team: { id: 'T0PRECEDENT', domain: 'x' },
      enterprise: null,
      is_enterprise_install: false,
      api_app_id: 'A0PRECEDENT',
      ...payload,
    }),
  }).toString();

const pressed = ({ place, name, by }: Doing, type: (typeof presses)[number], item: string): Deed => {
  const actionId = type === 'tick' || type === 'untick' ? `checklist:${type}:1` : `checklist:${type}`;
  return {
    action: { id: sendingOf(name, actionId), by, at: 0, type, item },
    body: bodyOf({
      type: 'block_actions',
      user: { id: by },
      trigger_id: name,
      container: { type: 'message', message_ts: '1.1', channel_id: place.channel },
      actions: [{ type: 'button', action_id: actionId, value: placeValue(place, item) }],
    }),
  };
};

interface Sent {
  readonly callbackId: string;
  readonly ids: string;
  /** What stands in each input, and what stood there when the window opened. */
  readonly values: object;
  readonly blocks: readonly object[];
}

const window = ({ name, by }: Doing, { callbackId, ids, values, blocks }: Sent): string =>
  bodyOf({
    type: 'view_submission',
    user: { id: by },
    trigger_id: name,
    view: {
      id: `V${name}`,
      hash: '1',
      type: 'modal',
      callback_id: callbackId,
      private_metadata: JSON.stringify(ids),
      state: { values },
      blocks,
    },
  });

const input = (id: string, element: object) => ({
  type: 'input',
  block_id: id,
  element: { action_id: id, ...element },
});

/** What somebody settles in an item's window, who saw there what they say they saw. */
const edited = (doing: Doing, item: string, chance: () => number): Deed => {
  const { place, name, by } = doing;
  const [to, due] = [pick<string>(chance, people), pick<string>(chance, days)];
  const seen = chance() < 0.5 ? null : pick<string>(chance, days);
  const note = chance() < 0.2 ? { from: null, to: `Note ${name}` } : undefined;
  const changes = {
    assignee: { from: null, to },
    ...(seen !== due && { due: { from: seen, to: due } }),
    ...(note && { note }),
  };
  const values = {
    assignee: { assignee: { selected_user: to } },
    due: { due: { selected_date: due } },
    note: { note: { value: note?.to ?? null } },
  };
  const blocks = [
    input('assignee', { type: 'users_select' }),
    input('due', { type: 'datepicker', ...(seen && { initial_date: seen }) }),
    input('note', { type: 'plain_text_input' }),
  ];
  return {
    action: { id: sendingOf(name), by, at: 0, type: 'edit', item, ...changes },
    body: window(doing, { callbackId: 'checklist:item', ids: placeValue(place, item), values, blocks }),
  };
};

const added = (doing: Doing): Deed => {
  const { place, name, by } = doing;
  const [text, group] = [`Added by ${name}`, `Heading ${name.length}`];
  const values = { text: { text: { value: text } }, heading: { heading: { value: group } } };
  return {
    action: { id: sendingOf(name), by, at: 0, type: 'add', item: `a${sendingOf(`V${name}`)}`, text, group },
    body: window(doing, { callbackId: 'checklist:add', ids: placeValue(place), values, blocks: [] }),
  };
};

/** Some deed of one of two people, on an item that is there, was removed or never was. */
export const someDeed = (place: Place, name: string, items: number, chance: () => number): Deed => {
  const doing = { place, name, by: pick<string>(chance, people) };
  const item = `s${1 + below(chance, items + 1)}`;
  const which = chance();
  if (which < 0.08) return added(doing);
  return which < 0.5
    ? edited(doing, item, chance)
    : pressed(doing, pick<(typeof presses)[number]>(chance, presses), item);
};
