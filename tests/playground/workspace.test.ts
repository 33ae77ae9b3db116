import { describe, expect, test } from 'vitest';
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
