import { describe, expect, it } from 'vitest';
import { answerMessages } from '../../src/blocks/answer.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { openSlack, ways } from '../fixtures/make-slack.ts';

const textsOf = (messages: readonly { text: string; user: string }[]): string[] =>
  messages.filter(({ user }) => user === 'U0PRECEDENT').map(({ text }) => text.split('\n')[0] ?? '');

const claim = (number: number) => ({
  text: `${number}. ${'A fact. '.repeat(240)}`,
  facts: ['a#1'],
  cites: ['a'],
});

/** Answers with more than one message can hold. */
const longWinded = makeAsker({
  ask: (utterance, turns) => {
    const { reading, answer } = makeAsker().ask(utterance, turns);
    const claims = Array.from({ length: 40 }, (_, at) => claim(at + 1));
    return { utterance, reading, answer: { ...answer, sections: [{ kind: 'claims', claims }] } };
  },
});

describe.each(ways)('over %s', (way) => {
  it('answers a command so that only the person sees it', async () => {
    const { workspace } = await openSlack({ way });
    const answer = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    expect(answer).toMatchObject({ visibleTo: 'U0DANA', channel: 'C0SOURCING' });
    expect(answer.text).toMatch(/^You asked Optum\. \[1\]/);
    expect(workspace.messages('#it-sourcing', { as: 'luis' })).toEqual([]);
    // A call is noted once its answer is out, a moment after the message stands there.
    await expect
      .poll(() => workspace.traffic.calls('response_url').map(({ body }) => body))
      .toMatchObject([{ response_type: 'ephemeral', replace_original: false, unfurl_links: false }]);
  });

  it('answers a command in a channel it is not in, and in a direct message', async () => {
    const { workspace } = await openSlack({ way });
    const inGeneral = await workspace.answer(await workspace.command('dana', '#general', 'Optum'));
    const inDirect = await workspace.answer(await workspace.command('dana', '@outsourcing', 'Optum'));
    expect([inGeneral.visibleTo, inDirect.visibleTo]).toEqual(['U0DANA', 'U0DANA']);
  });

  it.each(['', 'help'])('answers the command "%s" with usage', async (text) => {
    const { workspace } = await openSlack({ way });
    const answer = await workspace.answer(
      await workspace.command('dana', '#it-sourcing', `/outsourcing ${text}`),
    );
    expect(answer.text).toMatch(/^You can ask about deals\./);
  });

  it('answers a mention once, in its thread, although it arrives as two events', async () => {
    const { workspace, app } = await openSlack({ way });
    const exchange = await workspace.say('dana', '#it-sourcing', '@outsourcing kaizer deal?');
    const answer = await workspace.answer(exchange);
    expect(answer).toMatchObject({ threadTs: exchange.ts, channel: 'C0SOURCING' });
    expect(answer.visibleTo).toBeUndefined();
    await workspace.settled();
    await app.stop();
    expect(
      workspace.traffic.sent('event').filter(({ what }) => /mention|channels/.test(what)).length,
    ).toBeGreaterThan(1);
    expect(textsOf(workspace.messages('#it-sourcing', { as: 'luis' }))).toEqual([
      'You asked kaizer deal?. [1]',
    ]);
  });

  it('greets whoever says nothing but its name', async () => {
    const { workspace } = await openSlack({ way });
    const answer = await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing'));
    expect(answer.text).toMatch(/^Hello\./);
  });

  it('answers direct messages in their thread', async () => {
    const { workspace } = await openSlack({ way });
    const first = await workspace.say('luis', '@outsourcing', 'staff at Allina');
    const answer = await workspace.answer(first);
    expect(answer).toMatchObject({ threadTs: first.ts, channel: 'D0LUIS' });
    const second = await workspace.say('luis', '@outsourcing', 'and the term?', { thread: first.ts });
    expect((await workspace.answer(second)).text).toMatch(
      /^You asked and the term\? after fact staff at Allina\./,
    );
  });

  it('reads the earlier turns of the thread, and of no other', async () => {
    const { workspace } = await openSlack({ way });
    const first = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    await workspace.answer(first);
    const follow = await workspace.say('luis', '#it-sourcing', '@outsourcing term?', { thread: first.ts });
    expect((await workspace.answer(follow)).text).toMatch(/^You asked term\? after fact Optum\./);
    const other = await workspace.say('dana', '#it-sourcing', '@outsourcing term?');
    expect((await workspace.answer(other)).text).toMatch(/^You asked term\?\./);
  });

  it('answers a suggestion in the thread for all, and remembers it as a turn', async () => {
    const { workspace } = await openSlack({ way });
    const first = await workspace.say('dana', '#it-sourcing', '@outsourcing Optum');
    const answer = await workspace.answer(first);
    await workspace.click('luis', answer, 'suggest:1');
    const more = await workspace.nextMessage(({ text }) => text.startsWith('More on acme.'));
    expect(more).toMatchObject({ threadTs: first.ts });
    expect(more.visibleTo).toBeUndefined();
    const follow = await workspace.say('dana', '#it-sourcing', '@outsourcing term?', { thread: first.ts });
    expect((await workspace.answer(follow)).text).toMatch(/after fact Optum, deal-profile\./);
  });

  it('answers a suggestion on an ephemeral answer for the same person, and keeps the first answer', async () => {
    const { workspace } = await openSlack({ way });
    const answer = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    await workspace.click('dana', answer, 'suggest:1');
    const more = await workspace.nextMessage(({ text }) => text.startsWith('More on acme.'));
    expect(more.visibleTo).toBe('U0DANA');
    expect(textsOf(workspace.messages('#it-sourcing', { as: 'dana' }))).toEqual([
      'You asked Optum. [1]',
      'More on acme. [1]',
    ]);
    expect(textsOf(workspace.messages('#it-sourcing', { as: 'luis' }))).toEqual([]);
  });

  it('acknowledges at once, however long the answer takes, and only once', async () => {
    const memory = createMemoryStore({ now: () => 0 });
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const store: Store = {
      ...memory,
      update: (keys, change) => gate.then(() => memory.update(keys, change)),
    };
    const { workspace, lines } = await openSlack({ way, store });
    const exchange = await workspace.command('dana', '#it-sourcing', 'Optum');
    expect(exchange.state).toBe('waiting');
    open();
    const answer = await workspace.answer(exchange);
    await workspace.click('dana', answer, 'suggest:1');
    await workspace.nextMessage(({ text }) => text.startsWith('More on acme.'));
    await expect.poll(() => lines.map(({ level }) => level)).toEqual(['info', 'info']);
  });

  it('counts a double click once', async () => {
    const { workspace, app } = await openSlack({ way });
    const answer = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    await Promise.all([
      workspace.click('dana', answer, 'suggest:1'),
      workspace.click('dana', answer, 'suggest:1'),
    ]);
    await app.stop();
    expect(textsOf(workspace.messages('#it-sourcing', { as: 'dana' }))).toHaveLength(2);
  });

  it('publishes Home, and suggests questions under Messages', async () => {
    const { workspace } = await openSlack({ way });
    await workspace.openTab('dana', 'home');
    await workspace.openTab('dana', 'messages');
    await expect
      .poll(() => [
        workspace.traffic.calls('views.publish').length,
        workspace.state.prompts.get('D0DANA')?.prompts,
      ])
      .toEqual([1, [{ title: 'Look up a vendor', message: 'Acme' }]]);
    expect(JSON.stringify(workspace.state.screens('U0DANA').home)).toContain('Example Health (1)');
    expect(workspace.refusals).toEqual([]);
  });

  it('answers nothing but what people say to it', async () => {
    const { workspace, app } = await openSlack({ way });
    const mention = '<@U0PRECEDENT> Optum';
    const message = {
      type: 'message',
      channel: 'D0DANA',
      channel_type: 'im',
      user: 'U0DANA',
      text: mention,
      ts: '1.1',
    };
    const inChannel = { ...message, channel: 'C0SOURCING', channel_type: 'channel' };
    const quiet: Record<string, unknown>[] = [
      { ...message, bot_id: 'B1' },
      { ...message, subtype: 'bot_message', bot_id: 'B1' },
      { ...message, subtype: 'message_changed', hidden: true, message: {} },
      { ...message, subtype: 'message_deleted' },
      { ...message, edited: { user: 'U0DANA', ts: '2.2' } },
      { ...message, hidden: true },
      { ...message, user: 'USLACKBOT' },
      { ...message, user: 'U0PRECEDENT' },
      { ...inChannel, subtype: 'channel_join' },
      { ...inChannel, text: 'Optum, anyone?' },
      { ...inChannel, text: '<@U0LUIS> Optum' },
      { ...inChannel, type: 'app_mention', bot_id: 'B1' },
      { ...inChannel, type: 'app_mention', edited: { user: 'U0DANA', ts: '2.2' } },
    ];
    for (const event of quiet) await workspace.event(event);
    await app.stop();
    expect(workspace.traffic.calls('chat.postMessage')).toEqual([]);
    expect(workspace.traffic.calls('chat.postEphemeral')).toEqual([]);
  });

  it('answers a message with a file, and one sent to the channel from its thread', async () => {
    const { workspace, app } = await openSlack({ way });
    const root = await workspace.say('dana', '#it-sourcing', 'a thread');
    const message = {
      type: 'message',
      channel: 'C0SOURCING',
      channel_type: 'channel',
      user: 'U0DANA',
      thread_ts: root.ts,
    };
    await workspace.event({ ...message, subtype: 'thread_broadcast', text: '<@U0PRECEDENT> one', ts: '9.1' });
    await workspace.event({ ...message, subtype: 'file_share', text: '<@U0PRECEDENT> two', ts: '9.2' });
    await app.stop();
    expect(workspace.traffic.calls('chat.postMessage')).toHaveLength(2);
  });

  it('answers an event once however often it is sent again', async () => {
    const { workspace, app } = await openSlack({ way });
    const root = await workspace.say('dana', '@outsourcing', 'hello');
    await workspace.answer(root);
    const event = {
      type: 'message',
      channel: 'D0DANA',
      channel_type: 'im',
      user: 'U0DANA',
      text: 'Optum',
      ts: root.ts,
    };
    const retry = { number: 1, reason: 'http_timeout' };
    await workspace.event(event, { eventId: 'Ev77', retry });
    await workspace.event({ ...event, ts: '5.5', thread_ts: root.ts }, { eventId: 'Ev78' });
    await workspace.event({ ...event, ts: '5.5', thread_ts: root.ts }, { eventId: 'Ev78', retry });
    await workspace.event(
      { ...event, ts: '6.6', thread_ts: root.ts, client_msg_id: 'c1' },
      { eventId: 'Ev79' },
    );
    await workspace.event(
      { ...event, ts: '7.7', thread_ts: root.ts, client_msg_id: 'c1' },
      { eventId: 'Ev80' },
    );
    await app.stop();
    expect(textsOf(workspace.messages('@outsourcing', { as: 'dana' }))).toHaveLength(3);
  });

  it('forgets the conversations of a workspace that removes the app', async () => {
    const { workspace } = await openSlack({ way });
    const first = await workspace.say('dana', '@outsourcing', 'Optum');
    await workspace.answer(first);
    await workspace.event({ type: 'tokens_revoked', tokens: { oauth: ['U0DANA'] } });
    const before = await workspace.say('dana', '@outsourcing', 'term?', { thread: first.ts });
    expect((await workspace.answer(before)).text).toMatch(/after fact Optum\./);
    await workspace.event({ type: 'app_uninstalled' });
    workspace.faults.always('conversations.replies', { error: 'missing_scope' });
    const after = await workspace.say('dana', '@outsourcing', 'value?', { thread: first.ts });
    expect((await workspace.answer(after)).text).toMatch(/^You asked value\?\./);
  });

  it('sends nothing that Slack would refuse, however long or hostile the text', async () => {
    const { workspace } = await openSlack({ way });
    const text = `<!channel> <@U0LUIS> *x* ${'& <https://evil.example|click> '.repeat(400)}`;
    await workspace.answer(await workspace.command('dana', '#it-sourcing', text));
    await workspace.answer(await workspace.say('dana', '#it-sourcing', `@outsourcing ${text}`));
    expect(workspace.refusals).toEqual([]);
  });

  it('sends an answer of several messages whole and in order', async () => {
    const { workspace, app } = await openSlack({ way, asker: longWinded });
    await workspace.answer(await workspace.command('dana', '#it-sourcing', 'everything'));
    await workspace.answer(await workspace.say('dana', '#transition-office', '@outsourcing everything'));
    await app.stop();
    const whole = answerMessages(longWinded.ask('everything', []).answer).map(({ text }) => text);
    expect(whole.length).toBeGreaterThan(2);
    for (const channel of ['#it-sourcing', '#transition-office']) {
      const sent = workspace.messages(channel, { as: 'dana' }).filter(({ user }) => user === 'U0PRECEDENT');
      expect(sent.map(({ text }) => text)).toEqual(whole);
    }
    expect(workspace.refusals).toEqual([]);
  });
});
