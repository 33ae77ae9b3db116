/**
 * Where two people walk, each in a window of their own: the real bot over a store on disk in a pretend workspace, so that the
 * bot can be stopped and started while the workspace goes on.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createSlackApp, type SlackApp } from '../../src/app/slack.ts';
import { createLog } from '../../src/log.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { createWorkspace } from '../../src/playground/workspace/workspace.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { root } from '../fixtures/library.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { box } from './hands.ts';

const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));

const keys = { signingSecret: 'pretend-secret', botToken: 'xoxb-pretend', appToken: 'xapp-pretend' };

/** Two windows on one workspace, and a bot that can be stopped and started beneath them. */
interface Stage {
  readonly dana: Page;
  readonly luis: Page;
  restart(): Promise<void>;
}

/** One walk: what two people do, and where pictures are taken of it. */
export interface Walk {
  readonly name: string;
  go(stage: Stage, picture: (page: Page, name: string) => Promise<void>): Promise<void>;
}

/** Opens the stage for one walk, and lets two people go through it. Rejects where something does not come about. */
export const walk = async (
  browser: Browser,
  { go }: Walk,
  picture: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const asker = await seedAsker();
  const folder = mkdtempSync(join(tmpdir(), 'walk-'));
  const store = openSqliteStore({ folder, now: Date.now });
  const workspace = await createWorkspace({
    ...keys,
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
  });
  const log = createLog({ level: 'warn', secrets: [], destination: process.stderr });
  const begin = async (): Promise<SlackApp> => {
    const app = createSlackApp({
      config: {
        ...keys,
        mode: 'http',
        apiUrl: workspace.apiUrl,
        port: 0,
        host: '127.0.0.1',
        origin: () => 'environment',
      },
      asker,
      store,
      log,
      named: { curators: ['U0DANA'], owners: 'C0TRANSITION' },
      now: () => performance.now(),
      clock: Date.now,
    });
    const { port } = await app.start();
    workspace.connect({ requestUrl: `http://127.0.0.1:${port}/slack/events` });
    return app;
  };
  let app = await begin();
  const page = await startPlayground({ port: 0, workspace, examples: asker.examples });
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1120, height: 800 } });
  context.setDefaultTimeout(15_000);
  const open = async (person: string): Promise<Page> => {
    const window = await context.newPage();
    await window.goto(`${page.url}/#as=${person}&in=C0SOURCING`);
    await box(window).waitFor();
    return window;
  };
  try {
    const stage: Stage = {
      dana: await open('U0DANA'),
      luis: await open('U0LUIS'),
      async restart() {
        await app.stop();
        app = await begin();
      },
    };
    await go(stage, picture);
  } finally {
    await context.close();
    await page.close();
    await app.stop();
    await workspace.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
};
