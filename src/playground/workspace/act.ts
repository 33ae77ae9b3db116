import { bot, type Channel, type Person } from './cast.ts';
import { findElement } from './element.ts';
import { announce, messageSubscription, sendEvent } from './event.ts';
import type { Exchange } from './exchange.ts';
import { wireView } from './methods/views.ts';
import type { Parts } from './parts.ts';
import { commandPayload, messageActionPayload, viewActionPayload } from './payload.ts';
import { remark } from './post.ts';
import { Refusal } from './refusal.ts';
import { respond } from './respond.ts';
import type { Message } from './state.ts';
import { typedBlocks, wireMessage, wireText } from './wire.ts';

/** Who does something, and where. */
export interface Act {
  readonly person: Person;
  readonly channel: Channel;
}

/** Runs a slash command; the bot's acknowledgement may carry its answer. */
export const runCommand = async (
  parts: Parts,
  act: Act,
  line: string,
  thread?: string,
): Promise<Exchange> => {
  const typed = line.startsWith('/') ? line : `/outsourcing ${line}`;
  const [command = '', ...rest] = typed.trim().split(/\s+/);
  const text = typed.trim().slice(command.length).trim();
  const objection = objectionTo(parts, command, thread);
  if (command === '/invite') return invite(parts, act, rest.join(' '));
  if (objection) return refuse(parts, act, typed, objection, thread);
  const exchange = parts.exchanges.open({ ...places(act), label: typed.trim(), expects: 'reply' });
  const payload = commandPayload(parts, {
    ...act,
    command,
    text: wireText(text, parts.state, { labels: true }),
    exchange: exchange.id,
  });
  const receipt = await parts.deliveries.send({
    kind: 'command',
    what: `command ${command}`,
    payload,
    exchange: exchange.id,
  });
  if (receipt.ok) takeReply(parts, act, exchange, receipt.reply);
  return current(parts, exchange);
};

const objectionTo = (
  { installation }: Parts,
  command: string,
  thread: string | undefined,
): string | undefined => {
  if (!installation.commands.has(command) || !installation.scopes.has('commands')) {
    return `\`${command}\` is not a command here. Try ${[...installation.commands].map((one) => `\`${one}\``).join(', ')}.`;
  }
  if (thread === undefined) return undefined;
  return `Slack does not run commands in threads. Mention \`@${bot.handle}\` instead.`;
};

/** An acknowledgement with content is an answer, as if it were sent to the response_url. */
const takeReply = (
  parts: Parts,
  { person, channel }: Act,
  { id: exchange }: Exchange,
  reply: unknown,
): void => {
  const body = typeof reply === 'string' ? { text: reply } : reply;
  if (typeof body !== 'object' || body === null || !('text' in body || 'blocks' in body)) return;
  if ('text' in body && body.text === '') return;
  try {
    respond(parts, { person: person.id, channel: channel.id, exchange }, body);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parts.refusals.push({ method: 'acknowledgement', error: error.error, details: error.details });
    parts.exchanges.failed(exchange, `Its answer was refused (${error.error}).`);
  }
};

const invite = async (parts: Parts, act: Act, whom: string): Promise<Exchange> => {
  const { channel } = act;
  if (whom.toLowerCase() !== `@${bot.handle}` || channel.kind === 'im') {
    return refuse(parts, act, `/invite ${whom}`, `Here only \`/invite @${bot.handle}\` works, in a channel.`);
  }
  const known = channel.members.has(bot.userId);
  channel.members.add(bot.userId);
  const text = known
    ? `${bot.name} is already in #${channel.name}.`
    : `${bot.name} is now in #${channel.name}.`;
  return refuse(parts, act, `/invite ${whom}`, text);
};

/** Slackbot says why nothing was sent to the bot. */
const refuse = (parts: Parts, act: Act, label: string, why: string, thread?: string): Exchange => {
  remark(parts, act.person.id, act.channel.id, why, thread);
  return parts.exchanges.open({ ...places(act, thread), label, expects: 'nothing' });
};

/** Writes a message. A mention reaches the bot as two events, as it does in Slack. */
export const writeMessage = async (
  parts: Parts,
  act: Act,
  typed: string,
  thread?: string,
): Promise<Exchange> => {
  const { person, channel } = act;
  const root = thread === undefined ? undefined : parts.state.message(channel.id, thread);
  if (thread !== undefined && !root) throw new Error(`There is no message ${thread} to reply to.`);
  const threadTs = root?.threadTs ?? root?.ts;
  const text = wireText(typed, parts.state);
  const message = parts.state.add({
    channel: channel.id,
    user: person.id,
    text,
    blocks: typedBlocks(text),
    clientMsgId: parts.clock.id('client-message-'),
    ...(threadTs !== undefined && { threadTs }),
  });
  const mentioned = text.includes(`<@${bot.userId}>`);
  const isMember = channel.members.has(bot.userId);
  if (mentioned && !isMember) remark(parts, person.id, channel.id, notHere(channel), threadTs);
  const expects = isMember && (mentioned || channel.kind === 'im') ? 'reply' : 'nothing';
  const exchange = parts.exchanges.open({
    ...places(act, threadTs ?? message.ts),
    ts: message.ts,
    label: typed,
    expects,
  });
  await tellBot(parts, act, message, { mentioned, ...(expects === 'reply' && { exchange: exchange.id }) });
  return current(parts, exchange);
};

const notHere = ({ name }: Channel): string =>
  `${bot.name} is not in #${name} and cannot see this. Type \`/invite @${bot.handle}\` to add it.`;

const tellBot = async (
  parts: Parts,
  { channel }: Act,
  message: Message,
  options: { mentioned: boolean; exchange?: string },
): Promise<void> => {
  const { mentioned, ...booking } = options;
  if (!channel.members.has(bot.userId)) return;
  if (!mentioned || messageSubscription(channel) === 'message.im') return announce(parts, message, booking);
  const { team: _, ...written } = wireMessage(message, parts.state);
  const event = { ...written, type: 'app_mention', channel: channel.id, event_ts: message.ts };
  await Promise.all([
    sendEvent(parts, 'app_mention', event, options.exchange),
    announce(parts, message, booking),
  ]);
};

/** Presses an element of a message. */
export const clickMessage = async (
  parts: Parts,
  act: Act,
  message: Message,
  actionId: string,
): Promise<Exchange> => {
  const latest = parts.state.message(message.channel, message.ts) ?? message;
  const found = findElement(latest.blocks, actionId);
  if (!found) throw new Error(`The message has no element with action_id ${actionId}.`);
  const exchange = parts.exchanges.open({
    ...places(act, message.threadTs ?? message.ts),
    label: actionId,
    expects: 'acknowledgement',
  });
  const payload = messageActionPayload(parts, { ...act, message: latest, found, exchange: exchange.id });
  await parts.deliveries.send({
    kind: 'interaction',
    what: `action ${actionId}`,
    payload,
    exchange: exchange.id,
  });
  return current(parts, exchange);
};

/** Presses an element of the topmost modal, or of the Home view. */
export const clickView = async (parts: Parts, act: Act, actionId: string): Promise<Exchange> => {
  const { home, modals } = parts.state.screens(act.person.id);
  const view = modals.at(-1) ?? home;
  const blocks = view?.view.blocks;
  const found = Array.isArray(blocks) ? findElement(blocks, actionId) : undefined;
  if (!view || !found) throw new Error(`No view with action_id ${actionId} is open.`);
  const exchange = parts.exchanges.open({ ...places(act), label: actionId, expects: 'acknowledgement' });
  const payload = viewActionPayload(parts, { person: act.person, view, wireView: wireView(view), found });
  await parts.deliveries.send({
    kind: 'interaction',
    what: `action ${actionId}`,
    payload,
    exchange: exchange.id,
  });
  return current(parts, exchange);
};

/** Opens one of the bot's tabs and tells it so. */
export const openTab = async (
  parts: Parts,
  { person, channel }: Act,
  tab: 'home' | 'messages',
): Promise<void> => {
  const { home } = parts.state.screens(person.id);
  const view = tab === 'home' && home ? { view: wireView(home) } : {};
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab,
    event_ts: parts.clock.ts(),
    ...view,
  };
  await sendEvent(parts, 'app_home_opened', event);
};

const places = ({ person, channel }: Act, threadTs?: string) => ({
  person: person.id,
  channel: channel.id,
  ...(threadTs !== undefined && { threadTs }),
});

const current = (parts: Parts, exchange: Exchange): Exchange => parts.exchanges.get(exchange.id) ?? exchange;
