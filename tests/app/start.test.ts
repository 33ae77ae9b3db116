import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSlack, openSlack, type SlackOptions, ways } from '../fixtures/make-slack.ts';

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return port;
};

/** A port at which nobody answers. */
const deadPort = async (): Promise<number> => {
  const server = createTcpServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const failure = async (options: SlackOptions): Promise<unknown> => {
  const { app } = await makeSlack(options);
  return app.start().then(
    () => 'started',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : error),
  );
};

describe.each(ways)('a start over %s', (way) => {
  it('says in one sentence that the bot token is wrong', async () => {
    expect(await failure({ way, config: { botToken: 'xoxb-wrong' } })).toBe(
      'StartError: environment SLACK_BOT_TOKEN: was refused by Slack (invalid_auth). Copy the "Bot User OAuth Token" ' +
        "again from the app's OAuth & Permissions page; reinstall the app if it was removed.",
    );
  });

  it('says in one sentence that Slack cannot be reached', async () => {
    const apiUrl = `http://127.0.0.1:${await deadPort()}/api/`;
    expect(await failure({ way, config: { apiUrl } })).toBe(
      `StartError: environment SLACK_API_URL: cannot be reached: ${apiUrl} (ECONNREFUSED). Check the network, the ` +
        'proxy and the firewall; Slack is reached over HTTPS, port 443.',
    );
  });

  it('gives up on a Slack that does not answer', async () => {
    const port = await listening(createServer(() => {}));
    const apiUrl = `http://127.0.0.1:${port}/api/`;
    expect(await failure({ way, config: { apiUrl }, startWithinMs: 100 })).toMatch(
      /^StartError: environment SLACK_API_URL: cannot be reached: .* \(no answer within 0\.1 seconds\)\./,
    );
  });

  it('says in one sentence that the port is taken', async () => {
    const port = await listening(createTcpServer());
    expect(await failure({ way, config: { port } })).toBe(
      `StartError: environment PORT: ${port} is already in use. Stop the program that uses it, or choose another port ` +
        'with PORT=….',
    );
  });

  it('serves its health and whether it is ready', async () => {
    const { app } = await makeSlack({ way, config: { port: 0 } });
    const { port } = await app.start();
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const response = await get('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', library: 'ok', store: 'ok', slack: 'ok' },
    ]);
    expect((await get('/elsewhere')).status).toBe(404);
    await app.stop();
    await expect(get('/healthz')).rejects.toThrow('fetch failed');
  });
});

describe('a start over Socket Mode', () => {
  it('says in one sentence that the app token is wrong', async () => {
    expect(await failure({ way: 'socket', config: { appToken: 'xapp-wrong' } })).toMatch(
      /^StartError: environment SLACK_APP_TOKEN: was refused by Slack \(invalid_auth\)\. Make an app-level token/,
    );
  });

  it('opens no port when none is set', async () => {
    const { app } = await makeSlack({ way: 'socket' });
    expect(await app.start()).toEqual({ port: undefined });
    await app.stop();
  });

  it('is alive but not ready while Slack is away, and answers again after', async () => {
    const { workspace, app } = await makeSlack({ way: 'socket', config: { port: 0 } });
    const { port } = await app.start();
    onTestFinished(() => app.stop());
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    const ready = () => status('/readyz');
    expect(await ready()).toBe(200);
    workspace.disconnectSockets('refresh_requested');
    await expect.poll(ready).toBe(503);
    expect(await status('/healthz')).toBe(200);
    await expect.poll(ready, { timeout: 5000 }).toBe(200);
    const answer = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    expect(answer.text).toMatch(/^You asked Optum\./);
  });
});

describe('HTTP requests', () => {
  const post = (port: number | undefined, body: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });

  it('are refused without a signature, and when they are too large', async () => {
    const { app } = await makeSlack();
    const { port } = await app.start();
    onTestFinished(() => app.stop());
    expect((await post(port, '{}')).status).toBe(401);
    expect((await post(port, 'x'.repeat(1_100_000))).status).toBe(413);
  });
});

describe.each(ways)('a stop over %s', (way) => {
  it('finishes what is under way and takes in no more', async () => {
    const { workspace, app } = await openSlack({ way });
    workspace.faults.next('chat.postMessage', { status: 429, retryAfter: 1 });
    await workspace.say('dana', '@outsourcing', 'Optum');
    await expect.poll(() => workspace.traffic.calls('chat.postMessage').length).toBe(1);
    await app.stop();
    const answers = workspace
      .messages('@outsourcing', { as: 'dana' })
      .filter(({ user }) => user === 'U0PRECEDENT');
    expect(answers).toHaveLength(1);
    expect(await workspace.command('dana', '#it-sourcing', 'Optum')).toMatchObject({ state: 'failed' });
  });

  it('does not wait for ever', async () => {
    const { workspace, app, lines } = await openSlack({ way, drainWithinMs: 50 });
    workspace.faults.always('chat.postMessage', { hang: true });
    await workspace.say('dana', '@outsourcing', 'Optum');
    await expect.poll(() => workspace.traffic.sent('event')).not.toEqual([]);
    await app.stop();
    expect(lines.at(-1)).toMatchObject({ level: 'error', msg: 'stopped before everything was finished' });
  });
});
