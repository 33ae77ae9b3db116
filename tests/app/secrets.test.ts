import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { createWorkspace } from '../../src/playground/workspace/workspace.ts';
import { newFolder } from '../fixtures/new-folder.ts';
import { hasPostgres, startPostgres } from '../fixtures/postgres-server.ts';
import { startProcess } from '../harness/process.ts';

/** With signs in it that addresses and base64 spell otherwise. */
const random = (): string => `${randomBytes(9).toString('hex')}+/=${randomBytes(6).toString('hex')}`;

/** A secret inside any longer text that is written in base64: what all such spellings have in common. */
const cores = (secret: string): string[] =>
  [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const text = bytes
      .toString('base64')
      .replace(/=+$/, '')
      .slice(offset === 0 ? 0 : 4, -2);
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')];
  });

const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  encodeURIComponent(encodeURIComponent(secret)),
  Buffer.from(secret).toString('hex'),
  ...cores(secret),
];

/** Where the process keeps its data, with a secret in the address where that is PostgreSQL. */
const openData = async (password: string): Promise<Record<string, string>> => {
  if (!hasPostgres()) return { DATA_DIR: newFolder('secrets') };
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const url = new URL(await server.database());
  url.password = encodeURIComponent(password);
  return { DATABASE_URL: url.href };
};

it.each(['http', 'socket'] as const)(
  'no secret reaches the log, a figure or a message, over %s, whatever goes wrong',
  async (way) => {
    const secrets = {
      signingSecret: random(),
      botToken: `xoxb-${random()}`,
      appToken: `xapp-${random()}`,
      password: random(),
    };
    const workspace = await createWorkspace(secrets);
    onTestFinished(() => workspace.close());
    const { DATABASE_URL, ...data }: Record<string, string> = await openData(secrets.password);
    const settings = {
      SLACK_MODE: way,
      SLACK_API_URL: workspace.apiUrl,
      SLACK_BOT_TOKEN: secrets.botToken,
      ...(way === 'http'
        ? { SLACK_SIGNING_SECRET: secrets.signingSecret, PORT: '0' }
        : { SLACK_APP_TOKEN: secrets.appToken }),
      ...data,
      ...(DATABASE_URL !== undefined && { DATABASE_URL }),
      METRICS_PORT: '0',
      LOG_LEVEL: 'trace',
    };
    const bot = startProcess('src/main.ts', settings);
    onTestFinished(async () => void (await bot.end('SIGKILL')));
    const [, port] = await bot.until(/is connected to Slack over (?:HTTP on port (\d+)|Socket Mode)/);
    const [, metricsPort] = await bot.until(/"port":(\d+),"msg":"serving figures/);
    if (way === 'http') workspace.connect({ requestUrl: `http://127.0.0.1:${port}/slack/events` });

    await workspace.answer(await workspace.command('dana', '#it-sourcing', 'Optum'));
    workspace.faults.next('chat.postMessage', { status: 500 });
    await workspace.answer(await workspace.say('dana', '#it-sourcing', '@outsourcing Optum'));
    workspace.faults.next('chat.postMessage', { error: 'invalid_auth' });
    await workspace.answer(await workspace.say('dana', '@outsourcing', 'Optum')).catch(() => {});
    workspace.faults.next('response_url', { status: 404 });
    await workspace.command('dana', '#general', 'Optum');
    await workspace.openTab('dana', 'home');
    if (way === 'http')
      await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        body: '{}',
        headers: {
          'content-type': 'application/json',
          'x-slack-signature': 'v0=0',
          'x-slack-request-timestamp': '1',
        },
      });
    await bot.until(/writing directly/);
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${metricsPort}${path}`)).text();
    const figures = await Promise.all(['/metrics', '/readyz', '/healthz'].map(read));
    await bot.end('SIGTERM');
    // A start that fails says why, and that is all it says.
    const wrong = startProcess('src/main.ts', {
      ...settings,
      SLACK_API_URL: `${workspace.apiUrl}nowhere/`,
      SLACK_BOT_TOKEN: secrets.botToken,
    });
    await wrong.until(/Could not start/);
    await wrong.end('SIGKILL');

    const sent = workspace.traffic.passages.filter(({ direction }) => direction === 'from the bot');
    const everything = [bot.output(), wrong.output(), ...figures, JSON.stringify(sent)].join('\n');
    expect(everything.length).toBeGreaterThan(10_000);
    expect(figures[0]).toMatch(/outsourcing_answers_total\{surface="command".*\} [1-9]/);
    const found = Object.entries(secrets).flatMap(([name, secret]) =>
      spellings(secret).some((spelling) => everything.includes(spelling)) ? [name] : [],
    );
    expect(found).toEqual([]);
  },
  60_000,
);
