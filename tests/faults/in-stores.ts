import type { Bot, Way } from '../harness/open-bot.ts';
import { once, post, sweepLater } from './arrange.ts';
import { type Fault, one, onePrivate, sentence } from './fault.ts';
import { freeze, full, locked, postgres, stalling } from './stores.ts';

/** The store is a file. */
export const stores: readonly Fault[] = [
  { name: 'the store is locked', act: 'mention', store: locked, ends: one },
  { name: 'the store is locked', act: 'command', store: locked, ends: onePrivate },
  { name: 'the store is full', act: 'mention', store: full, ends: one },
  { name: 'the store is full', act: 'command', store: full, ends: onePrivate },
];

/** What a server has come to before the question. */
const already = (
  name: string,
  deed: Parameters<typeof postgres>[0],
  { act, way, ends }: Pick<Required<Fault>, 'act' | 'way' | 'ends'>,
): Fault => {
  const { store, begin } = postgres(deed);
  return { name, act, way, store, arrange: begin, ends };
};

const stopped = (act: Fault['act'], way: Way, ends: string): Fault =>
  already('the store is gone', (server) => server.stop(), { act, way, ends });

const slow = (act: Fault['act'], way: Way, ends: string): Fault =>
  already('the store is slow (it stands still for 0.6 s, again and again)', stalling, { act, way, ends });

const isAnswered = ({ workspace }: Bot): true | undefined =>
  workspace.state.messages.some(({ user }) => user === 'U0PRECEDENT') || undefined;

/** Let go when the bot has given up on it, and looked after. */
const frozen = (act: Fault['act'], ends: string): Fault => {
  const { store, begin, end } = postgres(freeze);
  const after = async (bot: Bot): Promise<void> => {
    end();
    await sweepLater(bot);
    // A lease that was just being renewed has to run out too.
    await sweepLater(bot);
  };
  return { name: 'PostgreSQL is frozen', act, way: 'socket', store, arrange: begin, after, ends };
};

/** The same, once the answer stands and before the store is told so. */
const freezing = (act: Fault['act'], call: string, ends: string): Fault => {
  const { arrange: begin, ...fault } = frozen(act, ends);
  return {
    ...fault,
    name: 'PostgreSQL freezes in the middle',
    arrange: once(call, { kind: 'slow', ms: 300 }),
    async during(bot) {
      await bot.workspace.until(() => isAnswered(bot), 'an answer');
      await begin?.(bot);
    },
    until: /^the store did not note/,
  };
};

const restarting = postgres((server) => server.restart());
const stopping = postgres((server) => server.stop());

/** Each with a real server of its own. The post is slow, so that the database goes away in the middle. */
export const databases: readonly Fault[] = [
  slow('mention', 'http', one),
  slow('command', 'socket', onePrivate),
  stopped('mention', 'socket', one),
  stopped('command', 'http', onePrivate),
  { ...stopped('forget me', 'http', sentence), name: 'the store is gone, and somebody asks to be forgotten' },
  frozen('mention', one),
  frozen('command', onePrivate),
  stopped('tick', 'http', sentence),
  freezing('mention', post, one),
  freezing('command', 'response_url', onePrivate),
  {
    name: 'PostgreSQL is restarted in the middle',
    act: 'mention',
    way: 'socket',
    store: restarting.store,
    arrange: once(post, { kind: 'slow', ms: 300 }),
    during: restarting.begin,
    ends: one,
  },
  {
    name: 'PostgreSQL stops in the middle and stays away',
    act: 'mention',
    way: 'socket',
    store: stopping.store,
    arrange: once(post, { kind: 'slow', ms: 300 }),
    during: stopping.begin,
    ends: one,
  },
];
