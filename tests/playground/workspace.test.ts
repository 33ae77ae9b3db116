import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openEcho, type Way } from './echo-bot.ts';

describe.each<Way>(['http', 'socket'])('the pretend workspace over %s', (way) => {
  test('a command is answered to its author alone', async () => {
    const { workspace } = await openEcho(way);
    const exchange = await workspace.command('dana', '#it-sourcing', 'Optum & <b>');
    const answer = await workspace.answer(exchange);
    expect(answer).toMatchObject({
      text: 'You said Optum &amp; &lt;b&gt;',
      visibleTo: 'U0DANA',
      user: 'U0PRECEDENT',
    });
    expect(workspace.messages('#it-sourcing', { as: 'luis' })).toEqual([]);
    expect(workspace.refusals).toEqual([]);
  });

  test('a mention arrives as two events about one message and is answered in its thread', async () => {
    const { workspace, stop } = await openEcho(way);
    const exchange = await workspace.say('luis', '#it-sourcing', '@outsourcing how long?');
    await workspace.answer(exchange);
    await workspace.settled();
    await stop();
    const seen = workspace.messages('#it-sourcing', { as: 'dana' });
    expect(seen.map(({ text, threadTs }) => [text, threadTs])).toEqual([
      ['<@U0PRECEDENT> how long?', undefined],
      ['You said how long?', exchange.ts],
    ]);
    const events = workspace.traffic
      .sent('event')
      .map(({ body }) => body as Record<string, Record<string, string>>);
    const mention = events.find(({ event }) => event?.type === 'app_mention');
    const message = events.find(({ event }) => event?.type === 'message' && event.ts === exchange.ts);
    expect(mention?.event?.ts).toBe(exchange.ts);
    expect(message?.event?.client_msg_id).toBe(mention?.event?.client_msg_id);
    expect(message?.event_id).not.toBe(mention?.event_id);
  });

  test('a direct message is answered in a thread of its own', async () => {
    const { workspace } = await openEcho(way);
    const exchange = await workspace.say('dana', '@outsourcing', 'hello');
    const answer = await workspace.answer(exchange);
    expect(answer).toMatchObject({ channel: 'D0DANA', text: 'You said hello', threadTs: exchange.ts });
  });

  test('a button is pressed, acknowledged and answered', async () => {
    const { workspace } = await openEcho(way);
    const first = await workspace.answer(await workspace.command('dana', '#general', '/outsourcing Optum'));
    const press = await workspace.click('dana', first, 'more');
    const second = await workspace.answer(press);
    expect(second).toMatchObject({ text: 'There is more', visibleTo: 'U0DANA', channel: 'C0GENERAL' });
    const payload = workspace.traffic.sent('action more')[0]?.body as Record<string, unknown>;
    expect(payload.message).toBeUndefined();
    expect(payload.container).toEqual({
      type: 'message',
      message_ts: first.ts,
      channel_id: 'C0GENERAL',
      is_ephemeral: true,
    });
  });

  test('the Home tab shows what the bot publishes, and its button works', async () => {
    const { workspace } = await openEcho(way);
    await workspace.openTab('dana', 'home');
    const home = await workspace.until(() => workspace.state.screens('U0DANA').home, 'a Home view');
    expect(home.view).toMatchObject({ type: 'home' });
    const press = await workspace.clickView('dana', 'more');
    expect(press).toMatchObject({ label: 'more', state: 'answered' });
  });

  test('a stopped bot leaves a plain reason, and the event waits for its next try', async () => {
    let now = Date.now();
    const { workspace, stop } = await openEcho(way, { now: () => now });
    await stop();
    if (way === 'socket') await expect.poll(() => workspace.connections).toBe(0);
    const exchange = await workspace.say('dana', '#it-sourcing', '@outsourcing hi');
    expect(exchange.problem).toMatch(
      way === 'http' ? /^Nothing answers at 127\.0\.0\.1:\d+\.$/ : /^It is not connected\.$/,
    );
    expect(workspace.retries.map(({ retry, dueAt }) => [retry.number, dueAt - now])).toEqual([
      [2, 60_000],
      [2, 60_000],
    ]);
    now += 60_000;
    await workspace.tick();
    expect(workspace.retries.map(({ retry, dueAt }) => [retry.number, dueAt - now])).toEqual([
      [3, 300_000],
      [3, 300_000],
    ]);
  });
});

test('a bot with another signing secret gets nothing, and the reason is kept', async () => {
  const { workspace } = await openEcho('http', { botSecrets: { signingSecret: 'another' } });
  const exchange = await workspace.command('dana', '#it-sourcing', 'Optum');
  await expect(workspace.answer(exchange)).rejects.toThrow(
    'The bot did not answer /outsourcing Optum: It refused the request (HTTP 401): the signing secrets differ.',
  );
  expect(workspace.state.messages).toEqual([]);
});

test('a bot that stays silent is given up after ten seconds by the clock', async () => {
  let now = Date.now();
  const { workspace } = await openEcho('http', { now: () => now });
  const exchange = await workspace.command('dana', '#it-sourcing', 'nothing');
  expect(exchange.state).toBe('waiting');
  now += 10_000;
  await workspace.tick();
  expect(workspace.exchange(exchange.id)).toMatchObject({
    state: 'failed',
    problem: 'It took the message but said nothing within 10 seconds.',
  });
});

test('an event can be sent again, as Slack does when it missed the acknowledgement', async () => {
  const { workspace } = await openEcho('http');
  const event = {
    type: 'message',
    channel_type: 'im',
    channel: 'D0DANA',
    user: 'U0DANA',
    text: 'hi',
    ts: '1.000001',
  };
  await workspace.event(event, { eventId: 'Ev9' });
  await workspace.event(event, { eventId: 'Ev9', retry: { number: 1, reason: 'http_timeout' } });
  const ids = workspace.traffic
    .sent('event message')
    .map(({ body }) => (body as { event_id: string }).event_id);
  expect(ids).toEqual(expect.arrayContaining(['Ev9', 'Ev9']));
});

test('a socket that is told to go comes back and is served again', async () => {
  const { workspace } = await openEcho('socket');
  expect(workspace.connections).toBe(1);
  workspace.disconnectSockets();
  expect(workspace.connections).toBe(0);
  const exchange = await workspace.say('dana', '@outsourcing', 'still there?');
  expect(exchange.problem).toBe('It is not connected.');
  await workspace.until(() => workspace.connections === 1 || undefined, 'the socket to come back');
  expect(await workspace.answer(exchange)).toMatchObject({ text: 'You said still there?' });
});

test('a socket without a ticket is turned away', async () => {
  const { workspace } = await openEcho('socket');
  const url = workspace.apiUrl.replace('http', 'ws').replace('/api/', '/socket?ticket=made-up');
  const socket = new WebSocket(url);
  const outcome = await new Promise((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
  });
  expect(outcome).toBe(403);
});
