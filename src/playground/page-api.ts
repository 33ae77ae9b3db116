import { z } from 'zod';
import { type Example, type Snapshot, takeSnapshot } from './snapshot.ts';
import type { Workspace } from './workspace/workspace.ts';

const place = { as: z.string(), channel: z.string() };

const typing = z.strictObject({
  ...place,
  text: z.string().trim().min(1).max(40_000),
  thread: z.string().optional(),
});
const pressing = z.strictObject({ ...place, ts: z.string(), actionId: z.string() });
const pressingView = z.strictObject({ as: z.string(), actionId: z.string() });
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
    const { as, channel, ts, actionId } = pressing.parse(body);
    const message = workspace.messages(channel, { as }).find((one) => one.ts === ts);
    if (!message) throw new Error('That message is gone.');
    await workspace.click(as, message, actionId);
    return {};
  },
  '/api/press-view': async (body) => {
    const { as, actionId } = pressingView.parse(body);
    await workspace.clickView(as, actionId);
    return {};
  },
  '/api/tab': async (body) => {
    const { as, tab } = opening.parse(body);
    await workspace.openTab(as, tab);
    return {};
  },
});

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
