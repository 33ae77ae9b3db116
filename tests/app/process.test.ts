import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSlack, ways } from '../fixtures/make-slack.ts';
import { newFolder } from '../fixtures/new-folder.ts';

const root = new URL('../../', import.meta.url).pathname;

interface Run {
  readonly child: ChildProcess;
  /** Everything written so far to both outputs. */
  readonly output: () => string;
  readonly exit: Promise<unknown>;
}

/** `npm start` without npm: the real process, with these settings and none of ours. */
const run = (settings: Readonly<Record<string, string>>, folder = root): Run => {
  const { PATH = '', HOME = '' } = process.env;
  const data = settings.DATA_DIR === undefined ? { DATA_DIR: newFolder('data') } : {};
  const blank = { SLACK_MODE: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: folder,
    env: { PATH, HOME, ...blank, ...data, ...settings },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { child, output: () => output, exit: once(child, 'exit').then(([code]) => code) };
};

const until = (look: () => unknown) => expect.poll(look, { timeout: 30_000, interval: 25 }).toBeTruthy();

const settingsFor = (way: 'http' | 'socket', apiUrl: string) => ({
  SLACK_MODE: way,
  SLACK_API_URL: apiUrl,
  SLACK_BOT_TOKEN: 'xoxb-pretend',
  PORT: '0',
  ...(way === 'http' ? { SLACK_SIGNING_SECRET: 'pretend-secret' } : { SLACK_APP_TOKEN: 'xapp-pretend' }),
});

describe.each(ways)('the process over %s', (way) => {
  it('finishes the answer under way on SIGTERM and leaves with 0', async () => {
    const { workspace } = await makeSlack({ way });
    const { child, output, exit } = run(settingsFor(way, workspace.apiUrl));
    await until(() => output().includes('is connected to Slack'));
    const port = /over HTTP on port (\d+)/.exec(output())?.[1];
    if (way === 'http') workspace.connect({ requestUrl: `http://127.0.0.1:${port}/slack/events` });
    workspace.faults.next('chat.postMessage', { status: 429, retryAfter: 1 });
    await workspace.say('dana', '@outsourcing', 'Optum');
    await until(() => workspace.traffic.calls('chat.postMessage').length === 1);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    const answers = workspace
      .messages('@outsourcing', { as: 'dana' })
      .filter(({ user }) => user === 'U0PRECEDENT');
    expect(answers).toHaveLength(1);
    expect(output()).not.toMatch(/xoxb-|xapp-|pretend-secret/);
  }, 30_000);
});

describe('the process on its SQLite file', () => {
  it('answers after kill -9 and a new start what it had taken in and not answered, once, and goes on', async () => {
    const { workspace } = await makeSlack({ way: 'socket' });
    const settings = { ...settingsFor('socket', workspace.apiUrl), DATA_DIR: newFolder('data') };
    const first = run(settings);
    await until(() => first.output().includes('is connected to Slack'));
    const root = await workspace.say('dana', '@outsourcing', 'Optum');
    await workspace.answer(root);
    workspace.faults.next('chat.postMessage', { hang: true });
    const asked = await workspace.say('dana', '@outsourcing', 'how long?', { thread: root.ts });
    await until(() => workspace.traffic.calls('chat.postMessage').length === 2);
    first.child.kill('SIGKILL');
    await first.exit;
    const second = run(settings);
    const { text } = await until(() => workspace.exchange(asked.id)?.answers.length).then(() =>
      workspace.answer(asked),
    );
    expect(text).not.toBe('');
    await until(() => second.output().includes('"msg":"answered"'));
    const answers = workspace
      .messages('@outsourcing', { as: 'dana' })
      .filter(({ user, threadTs }) => user === 'U0PRECEDENT' && threadTs === root.ts);
    expect(answers).toHaveLength(2);
    second.child.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  }, 60_000);

  it('says that its folder cannot be used and leaves with 1', async () => {
    const file = join(newFolder('data'), 'file');
    writeFileSync(file, '');
    const { workspace } = await makeSlack();
    const { output, exit } = run({ ...settingsFor('http', workspace.apiUrl), DATA_DIR: file });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^Could not start\.\nenvironment DATA_DIR: cannot be used: .*\n$/);
  }, 30_000);
});

/** The project with one more article. */
const projectWith = (article: string, text: string): string => {
  const folder = newFolder('project');
  for (const part of ['src', 'intents', 'seeds', 'package.json', 'manifest.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'seeds', article), text);
  return folder;
};

describe('the process', () => {
  it('says that its token is wrong and leaves with 1', async () => {
    const { workspace } = await makeSlack();
    const { output, exit } = run({ ...settingsFor('http', workspace.apiUrl), SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(await exit).toBe(1);
    expect(output()).toMatch(
      /^Could not start\.\nenvironment SLACK_BOT_TOKEN: was refused by Slack \(invalid_auth\)\. .*\n$/,
    );
  }, 30_000);

  it('says what is wrong with an article and leaves with 1', async () => {
    const { output, exit } = run({ PORT: '0' }, projectWith('broken.md', 'Nothing but words.\n'));
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^Could not start\.\n.*seeds\/broken\.md\S* .*\n$/);
  }, 30_000);

  it('says what is missing and leaves with 1', async () => {
    const { output, exit } = run({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/^Could not start\.\nenvironment SLACK_SIGNING_SECRET: is missing, .*\n$/);
  }, 30_000);

  it('says that the port is in use and leaves with 1', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { output, exit } = run({ PORT: String(port) });
    expect(await exit).toBe(1);
    expect(output()).toMatch(
      new RegExp(`^Could not start\\.\\nenvironment PORT: ${port} is already in use\\. .*\\n$`),
    );
  }, 30_000);

  it.each(['http', 'socket'])(
    'opens the playground over %s, says where in one line, and leaves with 0 on SIGINT',
    async (mode) => {
      const { child, output, exit } = run({ PORT: '0', SLACK_MODE: mode });
      await until(() => output().includes('\n'));
      expect(output()).toMatch(/^.*http:\/\/127\.0\.0\.1:\d+.*\n$/);
      const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output()) ?? [];
      expect((await fetch(url)).status).toBe(200);
      child.kill('SIGINT');
      expect(await exit).toBe(0);
    },
    30_000,
  );
});
