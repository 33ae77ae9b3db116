import { z } from 'zod';
import { checkBlocks, checkMessage, checkView } from '../../../blocks/checker.ts';
import { bot, team } from '../cast.ts';
import { json, type Method, method } from '../method.ts';
import { Refusal } from '../refusal.ts';

const authTest = method({
  args: z.looseObject({}),
  run: () => ({
    url: `https://${team.domain}.slack.example/`,
    team: team.name,
    team_id: team.id,
    user: bot.handle,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  }),
});

const connectionsOpen = method({
  token: 'app',
  args: z.looseObject({}),
  run: (_, { origin, sockets }) => ({
    url: `${origin.replace('http', 'ws')}/socket?ticket=${sockets.ticket()}`,
  }),
});

const usersInfo = method({
  scopes: ['users:read'],
  args: z.looseObject({ user: z.string() }),
  run: (args, { state }) => {
    const person = state.people.find((one) => one.id === args.user);
    if (!person) throw new Refusal('user_not_found');
    const { id, name, handle, title } = person;
    const profile = { real_name: name, display_name: handle, title };
    return {
      user: {
        id,
        team_id: team.id,
        name: handle,
        real_name: name,
        is_bot: false,
        locale: 'en-US',
        tz: 'America/New_York',
        profile,
      },
    };
  },
});

const validate = method({
  token: 'none',
  args: z.looseObject({
    blocks: json(z.array(z.unknown())).optional(),
    message: json(z.unknown()).optional(),
    view: json(z.unknown()).optional(),
  }),
  run: ({ blocks, message, view }) => {
    const errors = [
      ...(blocks === undefined ? [] : checkBlocks(blocks, 'message')),
      ...(message === undefined ? [] : checkMessage(message)),
      ...(view === undefined ? [] : checkView(view)),
    ];
    return { valid: errors.length === 0, errors };
  },
});

/** What an app asks about its installation, the people, and its own payloads. */
export const installation: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'apps.connections.open': connectionsOpen,
  'users.info': usersInfo,
  'blocks.validate': validate,
};
