import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';
import { changeView, makeView, type View } from './view.ts';

/** Views that one person can have open above each other. */
const highest = 3;

/** Who gets a modal, and from which conversation they came, where they came from one. */
export interface Opener {
  readonly person: string;
  readonly channel?: string | undefined;
}

/** A view and whose it is. */
export interface OpenView {
  readonly person: string;
  readonly view: View;
}

/** Opens a modal with nothing below it; what was open goes. Throws `duplicate_external_id` or `invalid_arguments`. */
export const openModal = (parts: Parts, by: Opener, sent: View['view']): View => show(parts, by, [], sent);

/** Puts a modal onto those that are open. Throws `not_found`, `push_limit_reached`, or what `openModal` does. */
export const pushModal = (parts: Parts, by: Opener, sent: View['view']): View => {
  const { modals } = parts.state.screens(by.person);
  if (modals.length === 0) throw new Refusal('not_found', ['There is no view to put another on.']);
  if (modals.length >= highest) throw new Refusal('push_limit_reached');
  return show(parts, by, modals, sent);
};

/** Gives an open view other content. Throws `duplicate_external_id` or `invalid_arguments`. */
export const updateView = (parts: Parts, { person, view }: OpenView, sent: View['view']): View => {
  if (sent.type !== view.view.type)
    throw new Refusal('invalid_arguments', [`A ${String(view.view.type)} stays one.`]);
  refuseDuplicate(parts, sent, [view]);
  const fresh = changeView(parts.clock, view, sent);
  keepView(parts, person, fresh);
  return fresh;
};

/** Replaces what is kept of an open view. */
export const keepView = (parts: Parts, person: string, fresh: View): void => {
  const { home, modals } = parts.state.screens(person);
  const same = (one: View) => (one.id === fresh.id ? fresh : one);
  parts.state.setScreens(person, { ...(home && { home: same(home) }), modals: modals.map(same) });
};

/** Replaces the stack of modals that a person has open. */
export const setModals = ({ state }: Parts, person: string, modals: readonly View[]): void =>
  state.setScreens(person, { ...state.screens(person), modals });

/** The open view that this is true of, whoever has it before them. */
export const findView = ({ state }: Parts, isIt: (view: View) => boolean): OpenView | undefined =>
  allViews(state.people.map(({ id }) => ({ person: id, screens: state.screens(id) }))).find(({ view }) =>
    isIt(view),
  );

const allViews = (
  everyone: readonly { person: string; screens: { home?: View; modals: readonly View[] } }[],
): readonly OpenView[] =>
  everyone.flatMap(({ person, screens: { home, modals } }) =>
    [...modals, ...(home ? [home] : [])].map((view) => ({ person, view })),
  );

/** Refuses a view whose `external_id` another open view has; `leaving` are those that it replaces. */
export const refuseDuplicate = (parts: Parts, sent: View['view'], leaving: readonly View[]): void => {
  const { external_id: external } = sent;
  if (typeof external !== 'string' || external === '') return;
  const isOther = ({ id, view }: View) =>
    view.external_id === external && !leaving.some((one) => one.id === id);
  if (findView(parts, isOther)) throw new Refusal('duplicate_external_id', [`${external} is open already.`]);
};

const show = (
  parts: Parts,
  { person, channel }: Opener,
  below: readonly View[],
  sent: View['view'],
): View => {
  if (sent.type !== 'modal') throw new Refusal('invalid_arguments', ['Only a modal can be opened.']);
  const screens = parts.state.screens(person);
  refuseDuplicate(parts, sent, below.length === 0 ? screens.modals : []);
  const fresh = makeView(parts.clock, sent, { below: below.at(-1), channel });
  parts.state.setScreens(person, { ...screens, modals: [...below, fresh] });
  return fresh;
};
