import { once, post } from './arrange.ts';
import { type Fault, one } from './fault.ts';

/** How a question reaches us. */
export const deliveries: readonly Fault[] = [
  {
    name: 'every event comes twice',
    act: 'mention',
    arrange: (bot) => bot.harness.deliver({ copies: 2 }),
    ends: one,
  },
  {
    name: 'every event comes four times under ids of their own',
    act: 'mention',
    arrange: (bot) => bot.harness.deliver({ copies: 4, freshIds: true }),
    ends: one,
  },
  {
    name: 'events come in the opposite order',
    act: 'mention',
    arrange: (bot) => bot.harness.deliver({ reversed: 2 }),
    ends: one,
  },
  {
    name: 'events come so late that Slack sends them again',
    act: 'direct',
    arrange: (bot) => bot.harness.deliver({ late: 3_100 }),
    ends: one,
  },
  {
    name: 'the socket is dropped while the answer is under way',
    act: 'mention',
    way: 'socket',
    arrange: once(post, { kind: 'slow', ms: 400 }),
    during: (bot) => bot.harness.sockets.drop(),
    ends: one,
  },
  {
    name: 'Slack sends `disconnect` while the answer is under way',
    act: 'mention',
    way: 'socket',
    arrange: once(post, { kind: 'slow', ms: 400 }),
    during: (bot) => bot.workspace.disconnectSockets('refresh_requested'),
    ends: one,
  },
  {
    name: 'the socket is refreshed just before the question',
    act: 'direct',
    way: 'socket',
    arrange: (bot) => bot.workspace.disconnectSockets('warning'),
    ends: one,
  },
  {
    name: 'the socket stands open but nothing passes (half-closed), then breaks',
    act: 'direct',
    way: 'socket',
    arrange: ({ harness }) => {
      harness.sockets.mute();
      setTimeout(() => harness.sockets.drop(), 500);
    },
    ends: one,
  },
];
