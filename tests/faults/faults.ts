import { leaseMs } from '../../src/listeners/hold.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { type Bot, openBot, type Way } from '../harness/open-bot.ts';
import type { Trouble } from '../harness/trouble.ts';
import {
  type Fault,
  forAll,
  forAllLater,
  maybeTwice,
  one,
  oneAsText,
  oneLater,
  onePrivate,
  oneWithHint,
  sentence,
  ticked,
  why,
} from './fault.ts';
import { freeze, full, locked, postgres, stalling } from './stores.ts';

const once =
  (method: string, trouble: Trouble, times = 1) =>
  ({ harness }: Bot): void =>
    harness.troubles.next(method, trouble, times);

const always =
  (method: string, trouble: Trouble) =>
  ({ harness }: Bot): void =>
    harness.troubles.always(method, trouble);

const refused = (error: string): Trouble => ({ kind: 'refused', error });
const status = (code: number): Trouble => ({ kind: 'status', status: code });
const patience: Trouble = { kind: 'status', status: 429, retryAfter: 1 };
const silent: Trouble = { kind: 'silent' };

/** The trouble is over; the lease has run out, and somebody sweeps. */
const sweepLater = async (bot: Bot): Promise<void> => {
  bot.harness.troubles.clear();
  bot.pass(leaseMs + 60_000);
  await bot.app.sweep();
};

const post = 'chat.postMessage';

const deliveries: readonly Fault[] = [
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

/** What is done with an answer: shared, opened, judged; and the shortcut on a message. */
const beneath: readonly Fault[] = [
  { name: 'a double click on the button that shares', act: 'double share', ends: forAll },
  { name: 'HTTP 500 twice', act: 'share', arrange: once(post, status(500), 2), ends: forAll },
  { name: '429 with `Retry-After`', act: 'share', arrange: once(post, patience), ends: forAll },
  {
    name: 'the connection breaks after the post is done',
    act: 'share',
    arrange: once(post, { kind: 'cut', when: 'after' }),
    ends: forAll,
  },
  {
    name: 'half of Slack’s answer comes, the post is done',
    act: 'double share',
    arrange: once(post, { kind: 'half-closed' }),
    ends: forAll,
  },
  {
    name: 'HTTP 503 at every call',
    act: 'share',
    arrange: always('*', status(503)),
    recover: sweepLater,
    ends: forAllLater,
  },
  { name: 'HTTP 500 at every post', act: 'share', arrange: always(post, status(500)), ends: sentence },
  { name: '`not_in_channel`', act: 'share', arrange: always(post, refused('not_in_channel')), ends: why },
  { name: '`is_archived`', act: 'share', arrange: always(post, refused('is_archived')), ends: why },
  {
    name: '`restricted_action`',
    act: 'share',
    arrange: always(post, refused('restricted_action')),
    ends: why,
  },
  {
    name: '`missing_scope` for the history',
    act: 'double share',
    arrange: always('conversations.history', refused('missing_scope')),
    ends: forAll,
  },
  {
    name: '`expired_trigger_id`',
    act: 'sources',
    arrange: once('views.open', refused('expired_trigger_id')),
    ends: why,
  },
  { name: 'HTTP 500', act: 'sources', arrange: once('views.open', status(500)), ends: sentence },
  {
    name: '`expired_trigger_id`',
    act: 'dislike',
    arrange: once('views.open', refused('expired_trigger_id')),
    ends: why,
  },
  {
    name: '`response_url` 404',
    act: 'shortcut',
    arrange: always('response_url', status(404)),
    ends: onePrivate,
  },
  {
    name: '`response_url` 404 and `not_in_channel`',
    act: 'shortcut',
    arrange: (bot) => {
      always('response_url', status(404))(bot);
      always('chat.postEphemeral', refused('not_in_channel'))(bot);
    },
    ends: onePrivate,
  },
];

const calls: readonly Fault[] = [
  { name: '429 with `Retry-After`', act: 'mention', arrange: once(post, patience), ends: one },
  {
    name: '429 with `Retry-After`',
    act: 'command',
    arrange: once('response_url', patience),
    ends: onePrivate,
  },
  { name: 'HTTP 500 twice', act: 'mention', arrange: once(post, status(500), 2), ends: one },
  { name: 'HTTP 500 at every post', act: 'mention', arrange: always(post, status(500)), ends: sentence },
  {
    name: 'HTTP 503 at every call',
    act: 'mention',
    arrange: always('*', status(503)),
    recover: sweepLater,
    ends: oneLater,
  },
  { name: 'no answer at all (timeout)', act: 'mention', arrange: once(post, silent), ends: one },
  {
    name: 'the connection breaks before the post is done',
    act: 'mention',
    arrange: once(post, { kind: 'cut', when: 'before' }),
    ends: one,
  },
  {
    name: 'the connection breaks after the post is done',
    act: 'mention',
    arrange: once(post, { kind: 'cut', when: 'after' }),
    ends: one,
  },
  {
    name: 'half of Slack’s answer comes, the post is done',
    act: 'mention',
    arrange: once(post, { kind: 'half-closed' }),
    ends: one,
  },
  { name: '`internal_error`', act: 'mention', arrange: once(post, refused('internal_error')), ends: one },
  {
    name: 'a call takes two seconds',
    act: 'mention',
    arrange: once(post, { kind: 'slow', ms: 2_000 }),
    ends: one,
  },
];

const refusals: readonly Fault[] = [
  {
    name: '`not_in_channel`',
    act: 'mention',
    arrange: once(post, refused('not_in_channel')),
    ends: oneWithHint,
  },
  {
    name: '`channel_not_found`',
    act: 'mention',
    arrange: once(post, refused('channel_not_found')),
    ends: oneWithHint,
  },
  { name: '`is_archived`', act: 'mention', arrange: once(post, refused('is_archived')), ends: oneWithHint },
  {
    name: '`not_in_channel`',
    act: 'shared click',
    arrange: once(post, refused('not_in_channel')),
    ends: oneWithHint,
  },
  {
    name: '`msg_too_long`',
    act: 'mention',
    arrange: once(post, refused('msg_too_long'), 2),
    ends: oneAsText,
  },
  {
    name: '`invalid_blocks` for the feedback thumbs',
    act: 'mention',
    arrange: once(post, refused('invalid_blocks')),
    ends: one,
  },
  {
    name: '`invalid_blocks` for any blocks',
    act: 'mention',
    arrange: once(post, refused('invalid_blocks'), 2),
    ends: oneAsText,
  },
  {
    name: '`invalid_blocks` for any blocks',
    act: 'direct',
    arrange: once(post, refused('invalid_blocks'), 2),
    ends: oneAsText,
  },
  {
    name: '`response_url` refuses the feedback thumbs',
    act: 'command',
    arrange: once('response_url', status(400)),
    ends: onePrivate,
  },
  {
    name: '`invalid_blocks` for any blocks',
    act: 'command',
    arrange: (bot) => {
      once('response_url', status(400), 2)(bot);
      once('chat.postEphemeral', refused('invalid_blocks'), 2)(bot);
    },
    ends: `${onePrivate}, as text alone`,
  },
  {
    name: '`invalid_blocks`',
    act: 'home',
    arrange: once('views.publish', refused('invalid_blocks')),
    ends: 'a plain Home',
  },
  {
    name: '`missing_scope` for the post',
    act: 'mention',
    arrange: always(post, refused('missing_scope')),
    ends: sentence,
  },
  {
    name: '`missing_scope` for the history',
    act: 'mention',
    arrange: always('conversations.replies', refused('missing_scope')),
    ends: one,
  },
  {
    name: '`unknown_method` for the history',
    act: 'mention',
    arrange: always('conversations.replies', refused('unknown_method')),
    ends: one,
  },
  {
    name: '`unknown_method` for the ephemeral message',
    act: 'command',
    arrange: (bot) => {
      always('response_url', status(404))(bot);
      always('chat.postEphemeral', refused('unknown_method'))(bot);
    },
    ends: onePrivate,
  },
  {
    name: '`expired_trigger_id` (nothing we do needs a trigger)',
    act: 'command',
    arrange: (bot) => {
      for (const method of ['views.open', 'views.push']) always(method, refused('expired_trigger_id'))(bot);
    },
    ends: onePrivate,
  },
  {
    name: '`token_revoked`, then a good token again',
    act: 'mention',
    arrange: always('*', refused('token_revoked')),
    recover: sweepLater,
    ends: oneLater,
  },
];

const addresses: readonly Fault[] = [
  {
    name: '`response_url` expired or used up (404)',
    act: 'command',
    arrange: always('response_url', status(404)),
    ends: onePrivate,
  },
  {
    name: '`response_url` expired or used up (404)',
    act: 'click',
    arrange: always('response_url', status(404)),
    ends: onePrivate,
  },
  {
    name: '`response_url` takes three seconds',
    act: 'command',
    arrange: once('response_url', { kind: 'slow', ms: 3_000 }),
    ends: onePrivate,
  },
  {
    name: '`response_url` never answers',
    act: 'command',
    arrange: once('response_url', silent),
    ends: onePrivate,
  },
  {
    name: '`response_url` breaks before it is done',
    act: 'command',
    arrange: once('response_url', { kind: 'cut', when: 'before' }),
    ends: onePrivate,
  },
  {
    name: '`response_url` breaks after it is done',
    act: 'command',
    arrange: once('response_url', { kind: 'cut', when: 'after' }),
    ends: maybeTwice,
  },
  {
    name: '`response_url` 404 and `not_in_channel`',
    act: 'command',
    arrange: (bot) => {
      always('response_url', status(404))(bot);
      always('chat.postEphemeral', refused('not_in_channel'))(bot);
    },
    ends: onePrivate,
  },
  {
    name: 'everything is out of order, `response_url` too',
    act: 'command',
    arrange: (bot) => {
      always('*', status(500))(bot);
      always('response_url', status(500))(bot);
    },
    recover: sweepLater,
    ends: `${onePrivate}, once the trouble is over`,
  },
];

const clicks: readonly Fault[] = [
  { name: 'a double click', act: 'double click', ends: onePrivate },
  { name: 'a double click', act: 'shared double click', ends: one },
];

const stores: readonly Fault[] = [
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
const databases: readonly Fault[] = [
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

/** Work that people share: it is done once, or said not to be. */
const checklists: readonly Fault[] = [
  { name: 'a double click', act: 'double tick', ends: ticked },
  { name: 'HTTP 500 twice', act: 'tick', arrange: once('chat.update', status(500), 2), ends: ticked },
  { name: '429 with `Retry-After`', act: 'tick', arrange: once('chat.update', patience), ends: ticked },
  {
    name: 'HTTP 500 for the members of the channel',
    act: 'tick',
    arrange: always('conversations.members', status(500)),
    ends: sentence,
  },
  {
    name: 'Slack is out of order when it is to be shown',
    act: 'tick',
    arrange: always('chat.update', status(503)),
    until: /^could not show how a checklist stands/,
    after: sweepLater,
    ends: ticked,
  },
];

const apart: { store?: Store } = {};

/** Another process finds the lease over, while a message of the first is still on its way. */
const standingStill: Fault = {
  name: 'a process stands still, and another one takes its question over',
  act: 'mention',
  way: 'http',
  store: (now) => {
    apart.store = createMemoryStore({ now });
    return apart.store;
  },
  arrange: once(post, { kind: 'late', ms: 1_500 }),
  async during(bot) {
    const other = await openBot({
      way: 'http',
      beside: bot,
      store: (now) => apart.store ?? createMemoryStore({ now }),
    });
    other.pass(leaseMs);
    await other.app.sweep();
    await other.app.stop();
    await other.harness.close();
  },
  until: /^took back an answer/,
  ends: one,
};

/** Everything that is tried; without PostgreSQL on this machine, what needs none. */
export const faultsHere = (hasDatabase: boolean): readonly Fault[] => [
  ...deliveries,
  ...calls,
  ...refusals,
  ...addresses,
  ...clicks,
  ...beneath,
  ...checklists,
  standingStill,
  ...stores,
  ...(hasDatabase ? databases : []),
];
