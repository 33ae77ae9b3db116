import { z } from 'zod';
import { type Example, type Snapshot, takeSnapshot } from './snapshot.ts';
import type { Exchange } from './workspace/exchange.ts';
import type { Message } from './workspace/state.ts';
import type { Workspace } from './workspace/workspace.ts';

const place = { as: z.string(), channel: z.string() };

const typing = z.strictObject({
  ...place,
  text: z.string().trim().min(1).max(40_000),
  thread: z.string().optional(),
});
const choice = z.union([z.string(), z.array(z.string())]).optional();
const pressing = z.strictObject({ ...place, ts: z.string(), actionId: z.string(), choice });
/** What stands in the text inputs of the view and was not sent yet, by action id. */
const typed = z.record(z.string(), z.string()).default({});
const pressingView = z.strictObject({ as: z.string(), actionId: z.string(), choice, typed });
const submitting = z.strictObject({ as: z.string(), typed });
const closing = z.strictObject({ as: z.string(), everything: z.boolean().default(false) });
const searching = z.strictObject({
  as: z.string(),
  actionId: z.string(),
  query: z.string().max(200),
  /** The message in which is searched; otherwise it is the modal or Home view. */
  at: z.strictObject({ channel: z.string(), ts: z.string() }).optional(),
});
const running = z.strictObject({ as: z.string(), callbackId: z.string() });
const runningOn = z.strictObject({ ...place, ts: z.string(), callbackId: z.string() });
const opening = z.strictObject({ as: z.string(), tab: z.enum(['home', 'messages']) });

/**
 * What the page can do, by the path it posts to. Each rejects when the body is wrong or the act impossible.
 * Typing gives the thread in which the bot will answer, if it will.
 */
export const pageActs = (
  workspace: Workspace,
): Readonly<Record<string, (body: unknown) => Promise<object>>> => ({
  '/api/type': async (body) => {
    const { as, channel, text, thread } = typing.parse(body);
    const { ts, threadTs, expects } = await workspace.type(as, channel, text, { thread });
    return ts !== undefined && expects === 'reply' ? { thread: threadTs } : {};
  },
  '/api/press': async (body) => {
    const { as, channel, ts, actionId, choice: chosen } = pressing.parse(body);
    await workspace.click(as, messageAt(workspace, { as, channel, ts }), actionId, chosen);
    return {};
  },
  '/api/shortcut': async (body) => {
    const { as, callbackId } = running.parse(body);
    return problemOf(await workspace.shortcut(as, callbackId));
  },
  '/api/message-shortcut': async (body) => {
    const { callbackId, ...where } = runningOn.parse(body);
    await workspace.messageShortcut(where.as, messageAt(workspace, where), callbackId);
    return {};
  },
  ...viewActs(workspace),
  '/api/tab': async (body) => {
    const { as, tab } = opening.parse(body);
    await workspace.openTab(as, tab);
    return {};
  },
});

/** What the page can do in a modal or Home view. */
const viewActs = (workspace: Workspace): Readonly<Record<string, (body: unknown) => Promise<object>>> => ({
  '/api/press-view': async (body) => {
    const { as, actionId, choice: chosen, typed: texts } = pressingView.parse(body);
    fillAll(workspace, as, texts);
    return problemOf(await workspace.clickView(as, actionId, chosen));
  },
  '/api/options': async (body) => {
    const { as, actionId, query, at } = searching.parse(body);
    const message = at && messageAt(workspace, { as, ...at });
    return { options: await workspace.searchOptions(as, actionId, query, message) };
  },
  '/api/submit': async (body) => {
    const { as, typed: texts } = submitting.parse(body);
    fillAll(workspace, as, texts);
    await workspace.submit(as);
    return {};
  },
  '/api/close-modal': async (body) => {
    const { as, everything } = closing.parse(body);
    await workspace.closeModal(as, { everything });
    return {};
  },
});

/** Why the bot did not take it, for the page to say. */
const problemOf = ({ problem }: Exchange): { readonly problem?: string } =>
  problem === undefined ? {} : { problem: `The bot did not answer: ${problem}` };

const fillAll = (workspace: Workspace, as: string, texts: Readonly<Record<string, string>>): void => {
  for (const [actionId, text] of Object.entries(texts)) workspace.fill(as, actionId, text);
};

const messageAt = (
  workspace: Workspace,
  { as, channel, ts }: { readonly as: string; readonly channel: string; readonly ts: string },
): Message => {
  const message = workspace.messages(channel, { as }).find((one) => one.ts === ts);
  if (!message) throw new Error('That message is gone.');
  return message;
};

/** What a window shows. A person or conversation that does not exist gives the first there is. */
export const snapshotFor = (
  workspace: Workspace,
  examples: readonly Example[],
  query: URLSearchParams,
): Snapshot => {
  const { state } = workspace;
  const person = state.person(query.get('as') ?? '') ?? state.people[0];
  const asked = state.channel(query.get('channel') ?? '');
  const channel = person && asked?.members.has(person.id) ? asked : state.channels[0];
  if (!person || !channel) throw new Error('The workspace is empty.');
  return takeSnapshot(workspace, examples, { person, channel });
};
