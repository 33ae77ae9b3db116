import { describe, expect, it } from 'vitest';
import { hintFor } from '../../src/listeners/deliver.ts';
import { staleButton } from '../../src/listeners/stale.ts';
import type { Store } from '../../src/store/store.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { openSlack, type Slack, ways } from '../fixtures/make-slack.ts';

const sorry =
  /^Something went wrong on my side and I could not finish the answer\. .* the reference ([0-9a-f]{8})\.$/;

/** What the log says of a failure under the reference that the person was given. */
const causeOf = ({ lines }: Slack, sentence: string): unknown => {
  const reference = sorry.exec(sentence)?.[1];
  return lines.find((line) => line.reference === reference)?.err;
};

const broken = (): never => {
  throw new Error('the database is away');
};
const brokenStore: Store = {
  get: async () => broken(),
  put: async () => broken(),
  update: async () => broken(),
  list: async () => broken(),
  purge: async () => broken(),
  delete: async () => broken(),
  deleteUnder: async () => broken(),
  claim: async () => broken(),
  close: async () => {},
};

describe.each(ways)('over %s', (way) => {
  it.each(['#it-sourcing', '@outsourcing'])(
    'says calmly that a message in %s failed, and logs why',
    async (channel) => {
      const slack = await openSlack({ way });
      const typed = channel.startsWith('#') ? '@outsourcing break' : 'break';
      const answer = await slack.workspace.answer(await slack.workspace.say('dana', channel, typed));
      expect(answer.text).toMatch(sorry);
      expect(causeOf(slack, answer.text)).toMatchObject({ message: 'the heart broke' });
      expect(answer.visibleTo).toBe(channel.startsWith('#') ? 'U0DANA' : undefined);
    },
  );

  it('says calmly that a command failed, and logs why', async () => {
    const slack = await openSlack({ way });
    const answer = await slack.workspace.answer(await slack.workspace.command('dana', '#general', 'break'));
    expect(answer).toMatchObject({ visibleTo: 'U0DANA', text: expect.stringMatching(sorry) });
    expect(causeOf(slack, answer.text)).toMatchObject({ message: 'the heart broke' });
  });

  it('says calmly that a suggestion failed', async () => {
    const asker = makeAsker({ answerReading: broken });
    const slack = await openSlack({ way, asker });
    const answer = await slack.workspace.answer(
      await slack.workspace.command('dana', '#it-sourcing', 'Optum'),
    );
    await slack.workspace.click('dana', answer, 'suggest:1');
    const told = await slack.workspace.nextMessage(({ text }) => sorry.test(text));
    expect(told.visibleTo).toBe('U0DANA');
    expect(causeOf(slack, told.text)).toMatchObject({ message: 'the database is away' });
  });

  it('writes no word that a person typed into the log', async () => {
    const { workspace, lines } = await openSlack({ way });
    await workspace.answer(await workspace.command('dana', '#it-sourcing', 'secret plans'));
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        surface: 'command',
        intent: 'fact',
        outcome: 'answered',
        citations: 1,
        ms: 0,
        msg: 'answered',
      },
    ]);
  });

  it('answers by an ephemeral message when the response address is used up', async () => {
    const { workspace, lines } = await openSlack({ way });
    workspace.faults.always('response_url', { status: 404 });
    const exchange = await workspace.command('dana', '#it-sourcing', 'Optum');
    const answer = await workspace.nextMessage(({ text }) => text.startsWith('You asked Optum.'));
    expect(answer).toMatchObject({ channel: exchange.channel, visibleTo: 'U0DANA' });
    expect(lines.map(({ msg }) => msg)).toContain('could not respond; sending an ephemeral message instead');
  });

  it('answers directly when neither the response address nor the channel can be reached', async () => {
    const { workspace } = await openSlack({ way });
    workspace.faults.always('response_url', { status: 404 });
    await workspace.command('dana', '#general', 'Optum');
    const answer = await workspace.nextMessage(({ text }) => text.startsWith('You asked Optum.'));
    expect(answer.channel).toBe('D0DANA');
  });

  it('sends the text alone when Slack refuses the blocks', async () => {
    const { workspace, lines } = await openSlack({ way });
    // The thumbs go first, then all blocks.
    workspace.faults.next('chat.postMessage', { error: 'invalid_blocks' });
    workspace.faults.next('chat.postMessage', { error: 'invalid_blocks' });
    const answer = await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    expect(answer).toMatchObject({ blocks: [], text: expect.stringMatching(/^You asked Optum\./) });
    expect(lines.map(({ level, msg }) => [level, msg])).toContainEqual([
      'error',
      'Slack refused the blocks; sending the text alone',
    ]);
  });

  it('answers the person privately, and says how to invite it, when it may not post', async () => {
    const { workspace } = await openSlack({ way });
    workspace.faults.next('chat.postMessage', { error: 'not_in_channel' });
    await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    const told = await workspace.nextMessage(({ user }) => user === 'U0PRECEDENT');
    expect(told.channel).toBe('D0DANA');
    expect(told.text).toContain(hintFor('not_in_channel'));
    expect(told.text).toContain('You asked Optum. [1]');
  });

  it('waits when Slack asks it to, and answers then', async () => {
    const { workspace } = await openSlack({ way });
    workspace.faults.next('chat.postMessage', { status: 429, retryAfter: 1 });
    const answer = await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    expect(answer.text).toMatch(/^You asked Optum\./);
  });

  it('tries again when Slack is out of order for a moment', async () => {
    const { workspace } = await openSlack({ way });
    workspace.faults.next('chat.postMessage', { status: 500 });
    const answer = await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    expect(answer.text).toMatch(/^You asked Optum\./);
  });

  it('loses no answer when Slack does not know a method that it could do without', async () => {
    const { workspace } = await openSlack({ way });
    workspace.faults.unknown('assistant.threads.setSuggestedPrompts');
    workspace.faults.unknown('assistant.threads.setStatus');
    workspace.faults.unknown('conversations.replies');
    await workspace.openTab('dana', 'messages');
    const root = await workspace.say('dana', '#it-sourcing', 'a thread');
    const follow = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum', { thread: root.ts });
    expect((await workspace.answer(follow)).text).toMatch(/^You asked Optum\./);
  });

  it('answers without a memory when the store fails', async () => {
    const { workspace, lines } = await openSlack({
      way,
      store: brokenStore,
      workspace: { events: ['message.im'] },
    });
    const answer = await workspace.answer(await workspace.say('dana', '@outsourcing', 'Optum'));
    expect(answer.text).toMatch(/^You asked Optum\./);
    expect(lines.filter(({ level }) => level === 'error').map(({ msg }) => msg)).toEqual([
      'the store did not take a claim; answering without one',
      'the store did not give the earlier turns; answering without them',
      'the store did not keep a turn',
    ]);
  });

  it.each(['{"intent":"fact","extra":1}', 'nonsense', '{}', ''])(
    'explains that the button with the value %s no longer works',
    async (value) => {
      const { workspace } = await openSlack({ way });
      const answer = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
      const blocks = JSON.parse(
        JSON.stringify(answer.blocks).replace(
          /"value":"(?:[^"\\]|\\.)*"/,
          `"value":${JSON.stringify(value)}`,
        ),
      );
      workspace.state.replace({ ...answer, blocks });
      await workspace.click('dana', answer, 'suggest:1');
      const told = await workspace.nextMessage(({ text }) => text === staleButton);
      expect(told.visibleTo).toBe('U0DANA');
    },
  );

  it('acknowledges a button of an older version and says so', async () => {
    const { workspace } = await openSlack({ way });
    const answer = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    const blocks = JSON.parse(JSON.stringify(answer.blocks).replace('"suggest:1"', '"feedback:up"'));
    workspace.state.replace({ ...answer, blocks });
    expect(await workspace.click('dana', answer, 'feedback:up')).toMatchObject({ state: 'answered' });
    expect((await workspace.nextMessage(({ text }) => text === staleButton)).visibleTo).toBe('U0DANA');
  });
});

describe('the turns of a thread that the store does not know', () => {
  const ask = async (scopes?: readonly string[]) => {
    const first = await openSlack({ ...(scopes && { workspace: { scopes } }) });
    const { workspace } = first;
    const root = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await workspace.answer(root);
    await workspace.say('luis', '#it-sourcing', 'thanks all', { thread: root.ts });
    // As after a restart: the workspace remembers, the bot does not.
    await workspace.event({ type: 'app_uninstalled' });
    const follow = await workspace.say('luis', '#it-sourcing', '@outsourcing term?', { thread: root.ts });
    return (await workspace.answer(follow)).text;
  };

  it('are read from Slack, as far as they were said to the bot', async () => {
    expect(await ask()).toMatch(/^You asked term\? after fact Optum\./);
  });

  it('are done without where the history scopes were not granted', async () => {
    expect(await ask(['app_mentions:read', 'chat:write'])).toMatch(/^You asked term\?\./);
  });

  it('are not waited for when Slack is slow', async () => {
    const { workspace } = await openSlack();
    const root = await workspace.say('dana', '#it-sourcing', 'a thread');
    workspace.faults.always('conversations.replies', { hang: true });
    const follow = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum', { thread: root.ts });
    expect((await workspace.answer(follow)).text).toMatch(/^You asked Optum\./);
  });
});
