import { z } from 'zod';
import { admitView } from '../door.ts';
import { json, type Method, method } from '../method.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { changeView, makeView, type View, wireView } from '../view.ts';
import { findView, openModal, pushModal, refuseDuplicate, updateView } from '../view-stack.ts';

const view = json(z.looseObject({ type: z.enum(['modal', 'home']) }));

const open = method({
  args: z.looseObject({ trigger_id: z.string(), view }),
  run: (args, parts) => {
    admitView(args.view);
    return { view: wireView(openModal(parts, parts.triggers.use(args.trigger_id), args.view)) };
  },
});

const push = method({
  args: z.looseObject({ trigger_id: z.string(), view }),
  run: (args, parts) => {
    admitView(args.view);
    return { view: wireView(pushModal(parts, parts.triggers.use(args.trigger_id), args.view)) };
  },
});

const update = method({
  args: z.looseObject({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view,
  }),
  run: (args, parts) => {
    admitView(args.view);
    const found = named(parts, args.view_id, args.external_id);
    if (args.hash !== undefined && args.hash !== found.view.hash) throw new Refusal('hash_conflict');
    return { view: wireView(updateView(parts, found, args.view)) };
  },
});

const publish = method({
  args: z.looseObject({ user_id: z.string(), hash: z.string().optional(), view }),
  run: (args, parts) => {
    admitView(args.view);
    if (args.view.type !== 'home')
      throw new Refusal('invalid_arguments', ['views.publish takes a Home view.']);
    if (!parts.state.people.some((person) => person.id === args.user_id)) throw new Refusal('user_not_found');
    const screens = parts.state.screens(args.user_id);
    if (args.hash !== undefined && screens.home && args.hash !== screens.home.hash)
      throw new Refusal('hash_conflict');
    refuseDuplicate(parts, args.view, screens.home ? [screens.home] : []);
    const home: View = screens.home
      ? changeView(parts.clock, screens.home, args.view)
      : makeView(parts.clock, args.view);
    parts.state.setScreens(args.user_id, { ...screens, home });
    return { view: wireView(home) };
  },
});

export const views: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};

/** The open view with this id, or else with this external id. */
const named = (parts: Parts, id: string | undefined, external: string | undefined) => {
  if (id === undefined && external === undefined)
    throw new Refusal('invalid_arguments', ['view_id or external_id is needed.']);
  const found = findView(parts, (one) =>
    id === undefined ? one.view.external_id === external : one.id === id,
  );
  if (!found) throw new Refusal('not_found');
  return found;
};
