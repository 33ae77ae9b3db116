import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { HomeView, KnownBlock } from '@slack/types';

import { onTestFinished } from 'vitest';
import {
  createWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/playground/workspace/workspace.ts';

export type Way = 'http' | 'socket';

export const keys = { signingSecret: 'pretend-secret', botToken: 'xoxb-pretend', appToken: 'xapp-pretend' };

const mrkdwn = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim: true },
});

const buttons: KnownBlock = {
  type: 'actions',
  block_id: 'next',
  elements: [
    {
      type: 'button',
      action_id: 'more',
      value: 'more of it',
      text: { type: 'plain_text', text: 'Tell me more' },
    },
  ],
};

const cell = (text: string) => ({ type: 'raw_text' as const, text });

export const comparison: KnownBlock = {
  type: 'table',
  column_settings: [{ is_wrapped: true }, { is_wrapped: true }, { is_wrapped: true }, { is_wrapped: true }],
  rows: [
    ['Attribute', 'Acme Health', 'Beacon Clinics', 'Crest Hospital'].map(cell),
    ['Term', 'Seven years [1]', 'Five years, with an option on two more [2]', 'Not stated'].map(cell),
    ['Staff moved', 'Roughly 120 people [1]', 'About 60 of 75, the union says [2]', 'None [3]'].map(cell),
    ['Value', 'Withheld by Acme [1]', '$40 million over the term [2]', 'Conflicting [3]'].map(cell),
  ],
};

const echo = (text: string) => ({
  text: `You said ${text}`,
  blocks: [mrkdwn(`You said *${text}*`), ...(text.startsWith('compare') ? [comparison] : []), buttons],
});

const welcome: HomeView = { type: 'home', blocks: [mrkdwn('Welcome home'), buttons] };

const nothing = () => {};
const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

const receiverFor = (way: Way, apiUrl: string, secrets: typeof keys) =>
  way === 'http'
    ? new HTTPReceiver({ signingSecret: secrets.signingSecret, logger: silent })
    : new SocketModeReceiver({
        appToken: secrets.appToken,
        logger: silent,
        clientPingTimeout: 50,
        installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } } },
      });

/** A small bot of Bolt's own making: says what was said, in every way a bot can be spoken to. */
const echoApp = (way: Way, apiUrl: string, secrets: typeof keys, home: HomeView) => {
  const app = new App({
    token: secrets.botToken,
    receiver: receiverFor(way, apiUrl, secrets),
    logger: silent,
    deferInitialization: true,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
  });
  app.command('/outsourcing', async ({ ack, respond, command }) => {
    await ack();
    if (command.text !== 'nothing') await respond({ response_type: 'ephemeral', ...echo(command.text) });
  });
  app.event('app_mention', async ({ event, client }) => {
    const text = event.text.replace(/<@\w+>/, '').trim();
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      ...echo(text),
    });
  });
  app.message(async ({ message, client }) => {
    if (message.channel_type !== 'im' || message.subtype !== undefined || 'bot_id' in message) return;
    const { channel, ts, thread_ts: thread = ts, text = '' } = message;
    await client.chat.postMessage({ channel, thread_ts: thread, ...echo(text) });
  });
  app.action('more', async ({ ack, respond, body }) => {
    await ack();
    const thread = body.type === 'block_actions' ? body.message?.thread_ts : undefined;
    await respond({
      response_type: thread ? 'in_channel' : 'ephemeral',
      replace_original: false,
      text: 'There is more',
      ...(thread && { thread_ts: thread }),
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: home });
  });
  app.error(async () => {});
  return app;
};

export interface Echo {
  readonly workspace: Workspace;
  /** Stops the bot and leaves the workspace. */
  readonly stop: () => Promise<unknown>;
}

export interface EchoOptions extends Partial<WorkspaceOptions> {
  readonly botSecrets?: Partial<typeof keys>;
  /** What it publishes when somebody opens its Home tab. */
  readonly home?: HomeView;
  /** Gives the bot more to listen to. */
  readonly listen?: (app: App) => void;
}

/** A workspace with the echo bot in it, both closed with the test. */
export const openEcho = async (way: Way, options: EchoOptions = {}): Promise<Echo> => {
  const { botSecrets, listen, home = welcome, ...overrides } = options;
  const workspace = await createWorkspace({ ...keys, ...overrides });
  const app = echoApp(way, workspace.apiUrl, { ...keys, ...botSecrets }, home);
  listen?.(app);
  await app.init();
  const started: unknown = await app.start(0);
  let isUp = true;
  const stop = async () => {
    if (isUp) await app.stop();
    isUp = false;
  };
  onTestFinished(async () => {
    await stop();
    await workspace.close();
  });
  if (way === 'http') workspace.connect({ requestUrl: `http://127.0.0.1:${portOf(started)}/slack/events` });
  return { workspace, stop };
};

const portOf = (server: unknown): number => (server as { address: () => { port: number } }).address().port;
