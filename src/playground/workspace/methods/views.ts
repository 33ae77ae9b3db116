import { z } from 'zod';
import { bot, team } from '../cast.ts';
import { admitView } from '../door.ts';
import { json, type Method, method, type Result } from '../method.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../state.ts';

const view = json(z.looseObject({ type: z.enum(['modal', 'home']) }));
/** Views that one person can have open above each other. */
const highest = 3;

const open = method({
  args: z.looseObject({ trigger_id: z.string(), view }),
  run: (args, parts) => {
    admitView(args.view);
    const person = parts.triggers.use(args.trigger_id);
    return show(parts, person, [], args.view);
  },
});

const push = method({
  args: z.looseObject({ trigger_id: z.string(), view }),
  run: (args, parts) => {
    admitView(args.view);
    const person = parts.triggers.use(args.trigger_id);
    const { modals } = parts.state.screens(person);
    if (modals.length === 0) throw new Refusal('not_found', ['There is no view to put another on.']);
    if (modals.length >= highest) throw new Refusal('push_limit_reached');
    return show(parts, person, modals, args.view);
  },
});

const update = method({
  args: z.looseObject({ view_id: z.string(), hash: z.string().optional(), view }),
  run: (args, parts) => {
    admitView(args.view);
    const person = parts.state.people.find(({ id }) => openView(parts, id, args.view_id));
    const old = person && openView(parts, person.id, args.view_id);
    if (!person || !old) throw new Refusal('not_found');
    if (args.hash !== undefined && args.hash !== old.hash) throw new Refusal('hash_conflict');
    const fresh: View = { ...old, hash: parts.clock.id('hash.'), view: args.view };
    const screens = parts.state.screens(person.id);
    const modals = screens.modals.map((one) => (one.id === old.id ? fresh : one));
    parts.state.setScreens(person.id, { ...screens, modals });
    return { view: wireView(fresh) };
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
    const home: View = {
      id: screens.home?.id ?? parts.clock.id('V'),
      hash: parts.clock.id('hash.'),
      view: args.view,
    };
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

/** A view as payloads and answers carry it. */
export const wireView = ({ id, hash, view: sent }: View): Record<string, unknown> => ({
  private_metadata: '',
  callback_id: '',
  state: { values: {} },
  ...sent,
  id,
  hash,
  team_id: team.id,
  app_id: bot.appId,
  bot_id: bot.botId,
});

const openView = (parts: Parts, person: string, id: string): View | undefined =>
  parts.state.screens(person).modals.find((one) => one.id === id);

const show = (parts: Parts, person: string, below: readonly View[], sent: View['view']): Result => {
  if (sent.type !== 'modal') throw new Refusal('invalid_arguments', ['Only a modal can be opened.']);
  const fresh: View = { id: parts.clock.id('V'), hash: parts.clock.id('hash.'), view: sent };
  parts.state.setScreens(person, { ...parts.state.screens(person), modals: [...below, fresh] });
  return { view: wireView(fresh) };
};
