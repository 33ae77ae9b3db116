import { LogLevel, WebAPIPlatformError, WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace, type WorkspaceOptions } from '../../src/playground/workspace/workspace.ts';
import { keys } from './echo-bot.ts';

const open = async (options: Partial<WorkspaceOptions> = {}) => {
  const workspace = await createWorkspace({ ...keys, ...options });
  onTestFinished(() => workspace.close());
  const clientWith = (token: string | undefined) =>
    new WebClient(token, {
      slackApiUrl: workspace.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
    });
  return { workspace, clientWith, client: clientWith(keys.botToken) };
};

/** The error code that Slack answered with. */
const errorOf = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  return error instanceof WebAPIPlatformError ? error.data.error : String(error);
};

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = {
  type: 'modal' as const,
  title: plain('A modal'),
  blocks: [{ type: 'section' as const, text: plain('Hello') }],
};

test('a token is asked for, and has to be the right one', async () => {
  const { clientWith } = await open();
  expect(await errorOf(clientWith(undefined).auth.test())).toBe('not_authed');
  expect(await errorOf(clientWith('xoxb-somebody-else').auth.test())).toBe('invalid_auth');
  expect(await errorOf(clientWith(keys.appToken).auth.test())).toBe('not_allowed_token_type');
  expect(await errorOf(clientWith(keys.botToken).apps.connections.open({}))).toBe('not_allowed_token_type');
  expect(await clientWith(keys.botToken).auth.test()).toMatchObject({ ok: true, user_id: 'U0PRECEDENT' });
});

test.each([
  ['an unknown conversation', { channel: 'C0NOWHERE' }, 'channel_not_found'],
  ['a channel the bot is not in', { channel: 'C0GENERAL' }, 'not_in_channel'],
  ['a thread that does not exist', { thread_ts: '1.000001' }, 'thread_not_found'],
  ['no text', { text: '' }, 'no_text'],
  ['a text over 40,000 characters', { text: 'a'.repeat(40_001) }, 'msg_too_long'],
  [
    'a header over 150 characters',
    { blocks: [{ type: 'header' as const, text: plain('a'.repeat(151)) }] },
    'invalid_blocks',
  ],
  ['a broadcast to the channel', { text: 'Attention <!channel>' }, 'invalid_blocks'],
  [
    'a reply shown in the channel too',
    { thread_ts: '1.000001', reply_broadcast: true as const },
    'restricted_action',
  ],
])('a message with %s is refused', async (_, wrong, error) => {
  const { workspace, client } = await open();
  const message = { channel: 'C0SOURCING', text: 'hello', ...wrong };
  expect(await errorOf(client.chat.postMessage(message))).toBe(error);
  expect(workspace.state.messages).toEqual([]);
  expect(workspace.refusals.map((one) => one.error)).toEqual([error]);
});

test('a method that is not here is unknown, and one can be made so', async () => {
  const { workspace, client } = await open();
  expect(await errorOf(client.apiCall('canvases.create'))).toBe('unknown_method');
  const status = { channel_id: 'C0SOURCING', thread_ts: '1.000001', status: 'is reading' };
  expect(await client.assistant.threads.setStatus(status)).toMatchObject({ ok: true });
  workspace.faults.unknown('assistant.threads.setStatus');
  expect(await errorOf(client.assistant.threads.setStatus(status))).toBe('unknown_method');
});

test('a scope the manifest does not grant is missing', async () => {
  const { client } = await open({ scopes: ['chat:write'] });
  expect(await client.chat.postMessage({ channel: 'C0SOURCING', text: 'hello' })).toMatchObject({ ok: true });
  expect(await errorOf(client.users.info({ user: 'U0DANA' }))).toBe('missing_scope');
  expect(await errorOf(client.conversations.history({ channel: 'D0DANA' }))).toBe('missing_scope');
});

test('calls fail to order: with a limit, a status, and then no more', async () => {
  const { workspace, client } = await open();
  workspace.faults.next('auth.test', { status: 429, retryAfter: 7 });
  workspace.faults.next('auth.test', { status: 500 });
  await expect(client.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
  await expect(client.auth.test()).rejects.toThrow();
  expect(await client.auth.test()).toMatchObject({ ok: true });
});

test('a message is read back, changed and deleted by its author only', async () => {
  const { workspace, client } = await open();
  const mine = await client.chat.postMessage({ channel: 'C0SOURCING', text: 'first' });
  const ts = mine.ts ?? '';
  const theirs = await workspace.say('dana', '#it-sourcing', 'a reply', { thread: ts });
  const thread = await client.conversations.replies({ channel: 'C0SOURCING', ts });
  expect(thread.messages?.map((one) => one.text)).toEqual(['first', 'a reply']);
  expect(await errorOf(client.chat.update({ channel: 'C0SOURCING', ts: theirs.ts ?? '', text: 'x' }))).toBe(
    'cant_update_message',
  );
  await client.chat.update({ channel: 'C0SOURCING', ts, text: 'second' });
  expect(workspace.messages('#it-sourcing', { as: 'luis' })[0]).toMatchObject({
    text: 'second',
    edited: true,
  });
  await client.chat.delete({ channel: 'C0SOURCING', ts });
  expect(workspace.messages('#it-sourcing', { as: 'luis' }).map((one) => one.text)).toEqual(['a reply']);
});

test('an ephemeral message is out of reach of everyone else and of the Web API', async () => {
  const { workspace, client } = await open();
  const { message_ts: ts = '' } = await client.chat.postEphemeral({
    channel: 'C0SOURCING',
    user: 'U0DANA',
    text: 'psst',
  });
  expect(workspace.messages('#it-sourcing', { as: 'dana' }).map((one) => one.text)).toEqual(['psst']);
  expect(workspace.messages('#it-sourcing', { as: 'luis' })).toEqual([]);
  expect((await client.conversations.history({ channel: 'C0SOURCING' })).messages).toEqual([]);
  expect(await errorOf(client.chat.update({ channel: 'C0SOURCING', ts, text: 'x' }))).toBe(
    'message_not_found',
  );
});

test('a trigger opens one modal within three seconds', async () => {
  let now = 1_800_000_000_000;
  const { workspace, client } = await open({ now: () => now });
  const trigger = async () => {
    await workspace.command('dana', '#it-sourcing', 'Optum');
    const { body } = workspace.traffic.sent('command').at(-1) ?? {};
    return (body as { trigger_id: string }).trigger_id;
  };
  const first = await trigger();
  expect(await client.views.open({ trigger_id: first, view: modal })).toMatchObject({ ok: true });
  expect(await errorOf(client.views.open({ trigger_id: first, view: modal }))).toBe('exchanged_trigger_id');
  const late = await trigger();
  now += 3000;
  expect(await errorOf(client.views.open({ trigger_id: late, view: modal }))).toBe('expired_trigger_id');
  expect(await errorOf(client.views.open({ trigger_id: 'made up', view: modal }))).toBe('invalid_trigger_id');
});

test('a response_url serves five times within thirty minutes', async () => {
  let now = 1_800_000_000_000;
  const { workspace } = await open({ now: () => now });
  const address = async () => {
    await workspace.command('dana', '#it-sourcing', 'Optum');
    const { body } = workspace.traffic.sent('command').at(-1) ?? {};
    return (body as { response_url: string }).response_url;
  };
  const use = async (url: string, body: object = { text: 'hello' }) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  const first = await address();
  expect(await Promise.all([1, 2, 3, 4, 5].map(() => use(first)))).toEqual([200, 200, 200, 200, 200]);
  expect(await use(first)).toBe(404);
  const second = await address();
  expect(await use(second, { blocks: [{ type: 'header', text: plain('a'.repeat(151)) }] })).toBe(400);
  now += 30 * 60_000;
  expect(await use(second)).toBe(404);
  expect(workspace.refusals.map((one) => one.error)).toEqual(['used_url', 'invalid_blocks', 'expired_url']);
});

test('the bot hears only what its manifest subscribes to and its scopes allow', async () => {
  const { workspace } = await open({ events: ['app_mention', 'message.im'], scopes: ['app_mentions:read'] });
  await workspace.say('dana', '#it-sourcing', '@outsourcing hello');
  await workspace.say('dana', '#it-sourcing', 'nothing for the bot');
  await workspace.say('dana', '@outsourcing', 'hello');
  expect(workspace.traffic.sent('event').map((one) => one.what)).toEqual([
    'event app_mention',
    'event app_mention',
  ]);
});

test('what the workspace will not pass on, Slackbot explains', async () => {
  const { workspace } = await open();
  await workspace.say('dana', '#general', '@outsourcing hello');
  await workspace.type('dana', '#general', '/other hello');
  await workspace.type('dana', '#general', '/invite @outsourcing');
  expect(workspace.messages('#general', { as: 'dana' }).map((one) => [one.user, one.text])).toEqual([
    ['U0DANA', '<@U0PRECEDENT> hello'],
    [
      'USLACKBOT',
      'Outsourcing Precedents is not in #general and cannot see this. Type `/invite @outsourcing` to add it.',
    ],
    ['USLACKBOT', '`/other` is not a command here. Try `/outsourcing`.'],
    ['USLACKBOT', 'Outsourcing Precedents is now in #general.'],
  ]);
  expect(workspace.traffic.sent('')).toEqual([]);
});

test('a browser has no business at the bots’ door', async () => {
  const { workspace } = await open();
  const response = await fetch(`${workspace.apiUrl}auth.test`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(response.status).toBe(403);
});
