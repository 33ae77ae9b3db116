import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/workspace/state.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openSlack, type Slack, ways } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';

const asker = await seedAsker();

const find = 'find_precedents';

/** A message of luis's, in a thread where there is a `root`. */
const written = async ({ workspace }: Slack, text: string, thread?: string): Promise<Message> => {
  await workspace.say('luis', '#it-sourcing', text, { thread });
  return workspace.nextMessage((message) => message.user === 'U0LUIS' && message.text === text);
};

const publicly = ({ workspace }: Slack): readonly Message[] =>
  workspace
    .messages('#it-sourcing', { as: 'luis' })
    .filter(({ user, visibleTo }) => user === 'U0PRECEDENT' && visibleTo === undefined);

describe.each(ways)('"Find precedents" on a message, over %s', (way) => {
  it('in a thread is answered there for one person, and shared there once they say so', async () => {
    const slack = await openSlack({ way, asker });
    const { workspace } = slack;
    const first = await written(slack, 'We should look at Optum');
    const inThread = await written(slack, 'how long is the Kaiser contract?', first.ts);
    await workspace.messageShortcut('dana', inThread, find);
    const answer = await workspace.nextMessage(({ text }) => text.includes('runs seven years'));
    expect(answer).toMatchObject({ visibleTo: 'U0DANA', threadTs: first.ts, channel: 'C0SOURCING' });
    expect(JSON.stringify(answer.blocks)).toContain('Share to thread');
    await workspace.click('dana', answer, 'share:post');
    const copy = await workspace.nextMessage(({ text }) => text.startsWith('About Kaiser Permanente'));
    expect(copy.threadTs).toBe(first.ts);
    expect(copy.visibleTo).toBeUndefined();
    expect(workspace.refusals).toEqual([]);
  });

  it('that began no thread is answered in the channel, and shared into a thread below it', async () => {
    const slack = await openSlack({ way, asker });
    const { workspace } = slack;
    const message = await written(slack, 'how long is the Kaiser contract?');
    await workspace.messageShortcut('dana', message, find);
    const answer = await workspace.nextMessage(({ text }) => text.includes('runs seven years'));
    expect(answer.visibleTo).toBe('U0DANA');
    expect(answer.threadTs).toBeUndefined();
    await workspace.click('dana', answer, 'suggest:1');
    const next = await workspace.nextMessage(({ user, ts }) => user === 'U0PRECEDENT' && ts !== answer.ts);
    expect(JSON.stringify(next.blocks)).toContain('Share to thread');
    await workspace.click('dana', next, 'share:post');
    const copy = await workspace.nextMessage(({ text }) => text.startsWith('About Kaiser Permanente'));
    expect(copy.threadTs).toBe(message.ts);
  });
});

describe('"Find precedents" on a message', () => {
  it('asks once, however often it is chosen', async () => {
    const slack = await openSlack({ asker });
    const message = await written(slack, 'how long is the Kaiser contract?');
    const choose = () => slack.workspace.messageShortcut('dana', message, find);
    await Promise.all([choose(), choose()]);
    await slack.app.stop();
    const seen = slack.workspace.messages('#it-sourcing', { as: 'dana' });
    expect(seen.filter(({ user }) => user === 'U0PRECEDENT')).toHaveLength(1);
    expect(publicly(slack)).toEqual([]);
  });

  it('works where the bot is no member', async () => {
    const { workspace } = await openSlack({ asker });
    await workspace.say('luis', '#general', 'how long is the Kaiser contract?');
    const message = await workspace.nextMessage(({ channel }) => channel === 'C0GENERAL');
    await workspace.messageShortcut('dana', message, find);
    const answer = await workspace.nextMessage(({ text }) => text.includes('runs seven years'));
    expect(answer).toMatchObject({ visibleTo: 'U0DANA', channel: 'C0GENERAL' });
  });

  it('neither goes on with what was said before, nor keeps what somebody else wrote', async () => {
    const store = createMemoryStore({ now: Date.now });
    const slack = await openSlack({ asker, store });
    const { workspace } = slack;
    const before = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Kaiser'));
    const message = await written(slack, 'quantum blockchain teleportation for everyone');
    await workspace.messageShortcut('dana', message, find);
    await workspace.nextMessage(({ user, ts }) => user === 'U0PRECEDENT' && ts !== before.ts);
    await slack.app.stop();
    expect((await store.list('gap/')).entries).toEqual([]);
    expect((await store.list('held/')).entries).toEqual([]);
    expect(JSON.stringify((await store.list('')).entries)).not.toContain('teleportation');
  });

  it('forgets nobody because a message says so', async () => {
    const store = createMemoryStore({ now: Date.now });
    const slack = await openSlack({ asker, store });
    await slack.workspace.answer(await slack.workspace.command('dana', '#it-sourcing', 'Kaiser'));
    const message = await written(slack, 'forget me');
    await slack.workspace.messageShortcut('dana', message, find);
    await slack.workspace.settled();
    await slack.app.stop();
    expect((await store.list('recent/')).entries).toHaveLength(1);
  });

  it('says so where the message has no words', async () => {
    const slack = await openSlack({ asker });
    const message = await written(slack, 'Optum');
    slack.workspace.state.replace({ ...message, text: '', blocks: [] });
    await slack.workspace.messageShortcut('dana', { ...message, text: '' }, find);
    const told = await slack.workspace.nextMessage(({ text }) => text.includes('no words that I can read'));
    expect(told.visibleTo).toBe('U0DANA');
  });
});
