import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PlaygroundConfig } from '../config.ts';
import type { Parts } from '../listeners/parts.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import { startPlayground } from '../playground/server.ts';
import { createWorkspace, type Workspace } from '../playground/workspace/workspace.ts';
import { createSlackApp, type SlackApp, type SlackConfig } from './slack.ts';
import { explainStart } from './start-problem.ts';

/** What the pretend workspace grants: what the real one would grant by our manifest, and no more. */
const manifestSchema = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string() })),
    shortcuts: z
      .array(
        z.object({
          type: z.enum(['message', 'global']),
          callback_id: z.string(),
          name: z.string(),
          description: z.string(),
        }),
      )
      .default([]),
    agent_view: z.object({
      suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })),
    }),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

const readManifest = () =>
  manifestSchema.parse(JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')));

/** Made anew for every start: the page's secrets are worth nothing anywhere else. */
const makeKeys = () => ({
  signingSecret: randomBytes(16).toString('hex'),
  botToken: `xoxb-playground-${randomBytes(8).toString('hex')}`,
  appToken: `xapp-playground-${randomBytes(8).toString('hex')}`,
});

const openWorkspace = (keys: ReturnType<typeof makeKeys>): Promise<Workspace> => {
  const { features, oauth_config, settings } = readManifest();
  return createWorkspace({
    ...keys,
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map(({ command }) => command),
    shortcuts: features.shortcuts,
    prompts: features.agent_view.suggested_prompts,
  });
};

/** Dana looks after the library here, and the transition office answers where it does not. */
const pretended = { curators: ['U0DANA'], owners: 'C0TRANSITION' } as const;

export interface Playground {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens a pretend workspace, attaches the real bot to it, and serves the page. */
export const openPlayground = async (
  config: PlaygroundConfig,
  parts: Parts,
  metrics: Metrics = createMetrics(),
): Promise<Playground> => {
  const keys = makeKeys();
  const workspace = await openWorkspace(keys);
  const { apiUrl } = workspace;
  const { origin, transport, port } = config;
  const shared = {
    ...keys,
    apiUrl,
    origin,
    ...(config.metricsPort !== undefined && { metricsPort: config.metricsPort }),
  };
  const slackConfig: SlackConfig =
    transport === 'http'
      ? { ...shared, mode: 'http', port: 0, host: '127.0.0.1' }
      : { ...shared, mode: 'socket' };
  const named = parts.named?.curators.length ? parts.named : pretended;
  const app: SlackApp = createSlackApp({ ...parts, named, metrics, config: slackConfig });
  const bot = await app.start();
  if (transport === 'http') workspace.connect({ requestUrl: `http://127.0.0.1:${bot.port}/slack/events` });
  try {
    const page = await startPlayground({ port, workspace, examples: parts.asker.examples });
    return {
      url: page.url,
      async stop() {
        await page.close();
        await app.stop();
        await workspace.close();
      },
    };
  } catch (error) {
    await app.stop();
    await workspace.close();
    throw explainStart(error, 'opening the way in', { origin, port, apiUrl });
  }
};
