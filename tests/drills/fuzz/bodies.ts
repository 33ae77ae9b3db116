import { sendingOf } from '../../../src/listeners/checklist/press.ts';
import { messageId } from '../../../src/listeners/question.ts';
import type { listeners } from '../../../src/listeners/register.ts';
import { below, pick } from '../../fixtures/chance.ts';
import type { PlainSlack } from '../../harness/plain-slack.ts';
import { doneTo, stateOf } from './choices.ts';
import { type Entry, entries, oneOf } from './entries.ts';
import { channelOf, crowd, hostsOf, stampOf } from './people.ts';
import type { Seen, SeenElement, SeenView } from './seen.ts';
import { type Chance, forgedBy, hostile, orderedBy, typedBy, writtenFor } from './texts.ts';

/** Who sends something, where to and with what; the address under which an answer to it arrives. */
export interface Sender {
  readonly chance: Chance;
  readonly slack: PlainSlack;
  readonly seen: Seen;
  readonly user: string;
  readonly address: string;
}

/** A body, and the name of the way in that it is for. */
export interface Made {
  readonly name: string;
  readonly body: string;
  /** The question that is sent on to people by it, by the name under which they see it, and whose words are in it. */
  readonly sendsOn?: { readonly request: string; readonly authors: readonly string[] };
}

export const team = 'T0PLAIN';

const numberOf = (chance: Chance): string => String(below(chance, 1_000_000)).padStart(6, '0');
const someChannel = (chance: Chance): string => channelOf(below(chance, crowd.channels));
const teamOf = (chance: Chance): { readonly id: string } => ({ id: chance() < 0.97 ? team : 'T0ELSEWHERE' });

/** The stamp of a message of somebody in whose thread this person may write. */
const threadOf = ({ chance, user }: Sender): string => stampOf(numberOf(chance), pick(chance, hostsOf(user)));

/** `host` is the stamp of the thread in which it was pressed: whose words stand there the presser can see. */
const triggerOf = ({ chance, address }: Sender, host = ''): string =>
  `${numberOf(chance)}.${address}.${host}`;

const addressOf = ({ chance, slack, address }: Sender): string =>
  chance() < 0.99 ? slack.addressOf(address) : 'https://evil.example/respond';

const payload = (value: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(value) }).toString();

export const commandOf = (sender: Sender): Made => {
  const { chance, user } = sender;
  const command = oneOf(chance, entries.commands);
  const channel = chance() < 0.1 ? `D0${user}` : someChannel(chance);
  const body = new URLSearchParams({
    command,
    text: chance() < 0.75 ? typedBy(chance, user) : orderedBy(chance, user, channel),
    team_id: teamOf(chance).id,
    channel_id: channel,
    user_id: user,
    trigger_id: triggerOf(sender),
    response_url: addressOf(sender),
  });
  return { name: `command ${command}`, body: body.toString() };
};

type EventName = keyof typeof listeners.events;

const spoken = (sender: Sender, channel: string): object => {
  const { chance, user } = sender;
  const isDirect = channel.startsWith('D');
  const text = chance() < 0.85 ? typedBy(chance, user) : orderedBy(chance, user, channel);
  return {
    user,
    channel,
    channel_type: isDirect ? 'im' : 'channel',
    text: isDirect && chance() < 0.9 ? text : `<@U0BOT> ${text}`,
    ts: stampOf(numberOf(chance), user),
    ...(chance() < 0.3 && { thread_ts: threadOf(sender), parent_user_id: pick(chance, ['U0BOT', user]) }),
    ...(chance() < 0.1 && { subtype: pick(chance, ['message_changed', 'bot_message', 'channel_join']) }),
    ...(chance() < 0.05 && { bot_id: 'B0OTHER' }),
  };
};

/** What each event holds beside its type. An event that is registered and not here does not compile. */
const eventBodies: Readonly<Record<EventName, (sender: Sender) => object>> = {
  app_mention: (sender) => spoken(sender, someChannel(sender.chance)),
  message: (sender) =>
    spoken(sender, sender.chance() < 0.7 ? `D0${sender.user}` : someChannel(sender.chance)),
  app_home_opened: ({ chance, user }) => ({
    user,
    channel: `D0${user}`,
    tab: pick(chance, ['home', 'messages', 'other']),
  }),
  app_context_changed: (sender) => ({
    user: sender.user,
    channel: `D0${sender.user}`,
    context: {
      entities: pick<unknown>(sender.chance, [
        [
          {
            type: 'slack#/types/message_context',
            value: { channel_id: someChannel(sender.chance), message_ts: threadOf(sender) },
          },
        ],
        [{ type: 'slack#/types/channel_id', value: someChannel(sender.chance) }, { type: 'x' }],
        'x',
        null,
      ]),
    },
  }),
  // Rarely: all that is held of the workspace goes.
  app_uninstalled: ({ chance }) => ({ reason: 'x', ...(chance() < 0.9 && { type: 'no_such_event' }) }),
  tokens_revoked: ({ chance, user }) => ({
    tokens: chance() < 0.95 ? { oauth: [user] } : pick(chance, [{ bot: [] }, { bot: ['U0BOT'] }, null]),
  }),
};

const isEvent = (name: string): name is EventName => name in eventBodies;

export const eventOf = (sender: Sender): Made => {
  const { chance } = sender;
  const common = chance() < 0.85;
  const name = common
    ? pick(chance, ['app_mention', 'message', 'message', 'app_home_opened'] as const)
    : oneOf(chance, entries.events);
  if (!isEvent(name)) throw new Error(`no event is made for ${name}`);
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: teamOf(chance).id,
    event_id: `Ev${numberOf(chance)}${numberOf(chance)}`,
    event: { type: name, ...eventBodies[name](sender) },
  });
  return { name: `event ${name}`, body };
};

/** The channel that a button or window means, as far as what it carries tells: what is written there is for it. */
const meantIn = (carried: string): string | undefined => /\b(C0\dX)\//.exec(carried)?.[1];

/**
 * What is written into a window or a search. An answer to a colleague has no word of its own: it is for whoever reads the
 * question, and those are many.
 */
const writing =
  ({ chance, user }: Sender, carried: string) =>
  (): string => {
    if (carried.includes('desk:answer')) return pick(chance, hostile);
    const channel = meantIn(carried);
    return channel === undefined ? typedBy(chance, user) : writtenFor(chance, user, channel);
  };

const viewBody = (sender: Sender, { type, callbackId, metadata, blocks }: SeenView): object => {
  const { chance, user } = sender;
  return {
    id: `V-${user}-${below(chance, 50)}`,
    hash: `${below(chance, 5)}`,
    type,
    callback_id: callbackId,
    private_metadata: metadata,
    blocks,
    state: stateOf(chance, blocks, writing(sender, `${metadata} ${callbackId}`)),
  };
};

const forgedElement = (sender: Sender, { ids }: Entry): SeenElement => {
  const { chance, user } = sender;
  const value = forgedBy(chance, user, someChannel(chance));
  const type = pick(chance, ['button', 'static_select', 'plain_text_input', 'overflow', 'feedback_buttons']);
  const element = {
    type,
    value,
    options: [{ value }],
    positive_button: { value },
    negative_button: { value },
  };
  const blockId = pick(chance, ['suggestions', 'x', '']);
  return { element, actionId: oneOf(chance, ids), blockId, shownTo: [user] };
};

/** Where a message stands in which something is pressed. */
const containerOf = (sender: Sender) => {
  const { chance, user } = sender;
  const thread = threadOf(sender);
  const channel = chance() < 0.3 ? `D0${user}` : someChannel(chance);
  const isInThread = chance() < 0.4;
  return {
    container: {
      type: 'message',
      channel_id: channel,
      message_ts: isInThread ? `1700000000.${numberOf(chance)}` : thread,
      is_ephemeral: chance() < 0.5,
      ...(isInThread && { thread_ts: thread }),
    },
    channel: { id: channel },
    message: {
      ts: thread,
      ...(isInThread && { thread_ts: thread }),
      metadata: { event_payload: { question: messageId(team, channel, thread) } },
    },
    trigger_id: triggerOf(sender, thread),
    response_url: addressOf(sender),
  };
};

const unknownIds = ['suggest:', 'no:such', '', 'checklist:tick:-1', '__proto__', 'share:post '] as const;

/** A press on what the bot showed somebody, or on what somebody made up. */
export const pressOf = (sender: Sender): Made => {
  const { chance, seen, user } = sender;
  const entry = oneOf(chance, entries.actions);
  const shown = seen.elementsOf(entry.pattern);
  const pressed = shown.length > 0 && chance() < 0.75 ? oneOf(chance, shown) : forgedElement(sender, entry);
  const { element, actionId, blockId, view } = pressed;
  const isKnown = chance() < 0.97;
  const carried = JSON.stringify([element, view?.metadata]);
  const action = {
    ...doneTo(chance, element, writing(sender, carried)),
    action_id: isKnown ? actionId : pick(chance, unknownIds),
    block_id: blockId,
    action_ts: `1700000000.${numberOf(chance)}`,
  };
  const place = containerOf(sender);
  const where =
    view === undefined
      ? place
      : {
          view: viewBody(sender, view),
          container: { type: 'view', view_id: `V-${user}-1` },
          trigger_id: triggerOf(sender),
        };
  const body = payload({
    type: 'block_actions',
    user: { id: user },
    team: teamOf(chance),
    ...where,
    actions: chance() < 0.97 ? [action] : pick(chance, [[], [action, action], null]),
  });
  const name = isKnown ? `action ${entry.pattern.source}` : 'action none';
  if (actionId !== 'desk:ask') return { name, body };
  const request = sendingOf('request', String(element.value), user);
  // Whoever it was not shown to sends nobody's words on; Slack vouches that whoever presses in a channel reads there.
  const isSeen =
    pressed.shownTo.includes(user) || (view === undefined && place.channel.id === pressed.channel);
  const authors = isSeen ? [user, ...pressed.shownTo] : [user];
  return { name, body, sendsOn: { request, authors } };
};

const forgedView = ({ chance, user }: Sender, { ids }: Entry): SeenView => ({
  type: 'modal',
  callbackId: oneOf(chance, ids),
  metadata: forgedBy(chance, user, someChannel(chance)),
  blocks: [
    { type: 'input', block_id: 'text', element: { type: 'plain_text_input', action_id: 'text' } },
    { type: 'input', block_id: 'note', element: { type: 'plain_text_input', action_id: 'note' } },
    { type: 'section' },
    null,
  ],
});

/** A window that is sent, or closed. */
export const submissionOf = (sender: Sender): Made => {
  const { chance, seen, user } = sender;
  const entry = oneOf(chance, entries.views);
  const shown = seen.viewsOf(entry.pattern);
  const view = shown.length > 0 && chance() < 0.85 ? oneOf(chance, shown) : forgedView(sender, entry);
  const body = payload({
    type: chance() < 0.95 ? 'view_submission' : 'view_closed',
    user: { id: user },
    team: teamOf(chance),
    trigger_id: triggerOf(sender),
    view: viewBody(
      sender,
      chance() < 0.97 ? view : { ...view, callbackId: pick(chance, ['no:such', '', 'share:to ']) },
    ),
  });
  return { name: `view ${entry.pattern.source}`, body };
};

/** What somebody types into a select that searches. */
export const searchOf = (sender: Sender): Made => {
  const { chance, user } = sender;
  const id = oneOf(chance, entries.options);
  const body = payload({
    type: 'block_suggestion',
    user: { id: user },
    team: teamOf(chance),
    action_id: chance() < 0.95 ? id : 'no:such',
    block_id: id,
    value: pick(chance, ['', 'k', 'kaiser', 'ibm', typedBy(chance, user), 7]),
    view: viewBody(sender, { type: 'modal', callbackId: 'x', metadata: '', blocks: [] }),
  });
  return { name: `options ${id}`, body };
};

/** A shortcut, taken on a message or from anywhere. */
export const shortcutOf = (sender: Sender): Made => {
  const { chance, user } = sender;
  const name = oneOf(chance, entries.shortcuts);
  const thread = threadOf(sender);
  const common = {
    user: { id: user },
    team: teamOf(chance),
    callback_id: chance() < 0.95 ? name : 'no_such',
  };
  const onMessage = {
    type: 'message_action',
    channel: { id: someChannel(chance) },
    message: {
      ts: thread,
      text: typedBy(chance, user),
      ...(chance() < 0.4 && { thread_ts: threadOf(sender) }),
    },
    trigger_id: triggerOf(sender, thread),
    response_url: addressOf(sender),
  };
  const body = payload(
    chance() < 0.6
      ? { ...common, ...onMessage }
      : { ...common, type: 'shortcut', trigger_id: triggerOf(sender) },
  );
  return { name: `shortcut ${name}`, body };
};
