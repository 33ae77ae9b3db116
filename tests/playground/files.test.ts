import { LogLevel, WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace, type WorkspaceOptions } from '../../src/playground/workspace/workspace.ts';
import { keys } from './echo-bot.ts';

const open = async (options: Partial<WorkspaceOptions> = {}) => {
  const workspace = await createWorkspace({ ...keys, ...options });
  onTestFinished(() => workspace.close());
  const client = new WebClient(keys.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  return { workspace, client };
};

const csv = 'deal,term\nKaiser–IBM,seven years\n';

test('the client’s own upload shares a file in a thread', async () => {
  const { workspace, client } = await open();
  const root = await workspace.say('dana', '#it-sourcing', 'compare');
  await client.filesUploadV2({
    channel_id: 'C0SOURCING',
    thread_ts: root.ts ?? '',
    filename: 'comparison.csv',
    title: 'Kaiser and Allina',
    content: csv,
    initial_comment: 'Here it is.',
  });
  const message = workspace.messages('#it-sourcing', { as: 'luis' }).at(-1)!;
  expect(message).toMatchObject({ text: 'Here it is.', threadTs: root.ts, user: 'U0PRECEDENT' });
  const file = workspace.state.files.get(message.files?.[0] ?? '');
  expect(file).toMatchObject({ name: 'comparison.csv', title: 'Kaiser and Allina', isComplete: true });
  expect(String(file?.content)).toBe(csv);
  const { messages } = await client.conversations.replies({ channel: 'C0SOURCING', ts: root.ts ?? '' });
  expect(messages?.at(-1)?.files).toMatchObject([
    { name: 'comparison.csv', mimetype: 'text/csv', filetype: 'csv', size: Buffer.byteLength(csv) },
  ]);
});

const upload = async (client: WebClient, body: string | FormData, length = Buffer.byteLength(csv)) => {
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'a.csv',
    length,
  });
  const { status } = await fetch(upload_url, { method: 'POST', body });
  return { id: file_id, status };
};

test('bytes may come raw or as a form, and have to be as many as were announced', async () => {
  const { client } = await open();
  const form = new FormData();
  form.append('filename', new Blob([csv]), 'a.csv');
  expect((await upload(client, form)).status).toBe(200);
  expect((await upload(client, csv)).status).toBe(200);
  expect((await upload(client, 'short')).status).toBe(400);
});

const errorOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no error',
    (error) => error.data?.error ?? String(error),
  );

test('a file is refused where it is not there, not allowed, or not to be seen', async () => {
  const { client } = await open();
  const share = (id: string, channel_id: string) =>
    errorOf(client.files.completeUploadExternal({ files: [{ id }], channel_id }));
  expect(await share('F9999', 'C0SOURCING')).toBe('file_not_found');
  const { id } = await upload(client, csv);
  expect(await share(id, 'C0GENERAL')).toBe('not_in_channel');
  expect(await share(id, 'C0SOURCING')).toBe('no error');
  const { client: without } = await open({ scopes: ['chat:write'] });
  expect(await errorOf(without.files.getUploadURLExternal({ filename: 'a', length: 1 }))).toBe(
    'missing_scope',
  );
});

test('a file that is deleted goes from its message, and the message with it when nothing else is there', async () => {
  const { workspace, client } = await open();
  const { id } = await upload(client, csv);
  await client.files.completeUploadExternal({ files: [{ id }], channel_id: 'C0SOURCING' });
  expect(workspace.messages('#it-sourcing', { as: 'luis' })).toHaveLength(1);
  expect(await client.files.info({ file: id })).toMatchObject({ file: { name: 'a.csv' } });
  await client.files.delete({ file: id });
  expect(workspace.messages('#it-sourcing', { as: 'luis' })).toEqual([]);
  expect(await errorOf(client.files.info({ file: id }))).toBe('file_not_found');
});

test('a permalink leads to a message, and to its thread', async () => {
  const { workspace, client } = await open();
  const root = await workspace.say('dana', '#it-sourcing', 'one');
  const reply = await workspace.say('dana', '#it-sourcing', 'two', { thread: root.ts });
  const link = async (message_ts = '') =>
    (await client.chat.getPermalink({ channel: 'C0SOURCING', message_ts })).permalink;
  const bare = (ts = '') => ts.replace('.', '');
  const start = 'https://riverside-health.slack.example/archives/C0SOURCING/p';
  expect(await link(root.ts)).toBe(`${start}${bare(root.ts)}`);
  expect(await link(reply.ts)).toBe(`${start}${bare(reply.ts)}?thread_ts=${root.ts}&cid=C0SOURCING`);
  expect(await errorOf(client.chat.getPermalink({ channel: 'C0SOURCING', message_ts: '1.1' }))).toBe(
    'message_not_found',
  );
});

test('the members of a conversation come page by page', async () => {
  const { client } = await open();
  const first = await client.conversations.members({ channel: 'C0SOURCING', limit: 2 });
  expect(first.members).toEqual(['U0DANA', 'U0LUIS']);
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.members({ channel: 'C0SOURCING', limit: 2, cursor });
  expect(second).toMatchObject({ members: ['U0PRECEDENT'], response_metadata: { next_cursor: '' } });
});
