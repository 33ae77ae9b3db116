import { type Act, current, places } from './act.ts';
import { bot } from './cast.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';
import { commandPayload } from './payload.ts';
import { remark } from './post.ts';
import { Refusal } from './refusal.ts';
import { respond } from './respond.ts';
import { wireText } from './wire.ts';

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
