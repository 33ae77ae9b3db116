import { readFileSync } from 'node:fs';
import type { Asker } from '../../src/answer.ts';
import { createSlackApp, type SlackApp, type SlackConfig } from '../../src/app/slack.ts';
import type { Named } from '../../src/listeners/parts.ts';
import { createLog } from '../../src/log.ts';
import type { Metrics } from '../../src/metrics.ts';
import { createWorkspace, type Workspace } from '../../src/playground/workspace/workspace.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { type Harness, openHarness } from './harness.ts';

export type Way = 'http' | 'socket';

const keys = { signingSecret: 'pretend-secret', botToken: 'xoxb-pretend', appToken: 'xapp-pretend' };

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

export interface Bot {
  readonly workspace: Workspace;
  readonly harness: Harness;
  readonly app: SlackApp;
  /** The log, one object a line. */
  readonly lines: readonly Record<string, unknown>[];
  /** Moves the clocks of the bot and of the workspace that was made with it ahead, in milliseconds. */
  pass(ms: number): void;
  close(): Promise<void>;
}

/** A bot in a pretend workspace as our manifest installs it, with a harness between them. Needs no test around it. */
export const openBot = async (options: {
  readonly way: Way;
  readonly asker?: Asker;
  readonly store?: (now: () => number) => Store | Promise<Store>;
  /** Attaches another replica to a workspace that is there already. */
  readonly beside?: Bot;
  readonly metrics?: Metrics;
  readonly named?: Named;
}): Promise<Bot> => {
  const { way } = options;
  let passed = 0;
  const clock = (): number => Date.now() + passed;
  const workspace =
    options.beside?.workspace ??
    (await createWorkspace({
      ...keys,
      now: clock,
      scopes: manifest.oauth_config.scopes.bot,
      events: manifest.settings.event_subscriptions.bot_events,
    }));
  const harness = await openHarness({ apiUrl: workspace.apiUrl, signingSecret: keys.signingSecret });
  const lines: Record<string, unknown>[] = [];
  const shared = { apiUrl: harness.apiUrl, botToken: keys.botToken, origin: () => 'environment' as const };
  const config: SlackConfig =
    way === 'http'
      ? { ...shared, mode: 'http', signingSecret: keys.signingSecret, host: '127.0.0.1', port: 0 }
      : { ...shared, mode: 'socket', appToken: keys.appToken, patienceMs: 1_000 };
  const store = (await options.store?.(clock)) ?? createMemoryStore({ now: clock });
  const app = createSlackApp({
    config,
    clock,
    store,
    asker: options.asker ?? makeAsker(),
    now: () => performance.now(),
    log: createLog({
      level: 'info',
      secrets: Object.values(keys),
      destination: { write: (line) => void lines.push(JSON.parse(line)) },
    }),
    sweepEveryMs: 0,
    ...(options.named && { named: options.named }),
    ...(options.metrics === undefined ? {} : { metrics: options.metrics }),
  });
  const { port } = await app.start();
  if (way === 'http') {
    harness.attach(`http://127.0.0.1:${port}/slack/events`);
    if (options.beside === undefined) workspace.connect({ requestUrl: harness.requestUrl });
  }
  return {
    workspace,
    harness,
    app,
    lines,
    pass(ms) {
      passed += ms;
    },
    async close() {
      await app.stop();
      await harness.close();
      await store.close();
      if (options.beside === undefined) await workspace.close();
    },
  };
};
