/**
 * Walks of two people, each in a window of their own, for `npm run screenshots`: the real bot over a store on disk in a
 * pretend workspace, so that the bot can be stopped and started while the workspace goes on.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createSlackApp, type SlackApp } from '../../src/app/slack.ts';
import { openAsker } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { createWorkspace } from '../../src/playground/workspace/workspace.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { root } from '../fixtures/library.ts';

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

const box = (page: Page, channel = 'it-sourcing') => page.getByLabel(`Message #${channel}`, { exact: true });
const board = (page: Page) => page.locator('#log > li').filter({ hasText: 'Transition checklist' }).last();

const type = async (page: Page, text: string): Promise<void> => {
  await box(page).fill(text);
  await page.keyboard.press('Enter');
};

/** Opens an item's window by its number, settles it, and sends it. */
const settleItem = async (page: Page, number: number, who: string, due: string): Promise<void> => {
  const menu = board(page).getByRole('combobox', { name: 'Assign, date, note…' });
  await menu.click();
  await page.getByRole('option', { name: new RegExp(`^${number}\\. `) }).click();
  const window = page.getByRole('dialog', { name: `Item ${number}` });
  await window.getByRole('combobox', { name: 'Who does it' }).click();
  await page.getByRole('option', { name: new RegExp(who) }).click();
  await window.getByLabel('Due').fill(due);
  await window.getByRole('button', { name: 'Save' }).click();
  await window.waitFor({ state: 'detached' }).catch(() => {});
};

const checklist: Walk = {
  name: 'checklist',
  async go({ dana, luis, restart }, picture) {
    await type(dana, '/outsourcing checklist start Riverside to Acme');
    for (const page of [dana, luis])
      await board(page)
        .getByText(/^0 of \d+ done$/)
        .first()
        .waitFor();
    // Both at once: one ticks while the other assigns and dates, and the other way round.
    await Promise.all([
      board(dana).getByRole('button', { name: 'Mark item 1 as done' }).click(),
      settleItem(luis, 3, 'Luis Ortega', '2030-01-31'),
    ]);
    await Promise.all([
      settleItem(dana, 2, 'Dana Whitfield', '2030-02-28'),
      board(luis).getByRole('button', { name: 'Mark item 4 as done' }).click(),
    ]);
    for (const page of [dana, luis]) {
      await board(page)
        .getByText(/^2 of \d+ done$/)
        .first()
        .waitFor();
      await board(page).getByText('due January 31, 2030').first().waitFor();
      await board(page).getByText('due February 28, 2030').first().waitFor();
    }
    await picture(luis, 'checklist');
    await restart();
    await board(dana).getByRole('button', { name: 'Mark item 5 as done' }).click();
    for (const page of [dana, luis]) {
      await board(page)
        .getByText(/^3 of \d+ done$/)
        .first()
        .waitFor();
      await board(page).getByText('due January 31, 2030').first().waitFor();
    }
    await board(dana).getByRole('combobox', { name: 'Assign, date, note…' }).click();
    await dana.getByRole('option', { name: /^3\. / }).click();
    const item = dana.getByRole('dialog', { name: 'Item 3' });
    await item.getByText('How it went elsewhere').first().waitFor();
    await item.getByText('How it went elsewhere').first().scrollIntoViewIfNeeded();
    await item.evaluate(
      '(element) => { const body = element.querySelector("#modal-blocks")?.parentElement; body?.scrollTo(0, 9999); }',
    );
    await picture(dana, 'checklist-item');
    await dana.getByRole('dialog', { name: 'Item 3' }).getByRole('button', { name: 'Cancel' }).click();
    await board(dana).getByRole('button', { name: 'More actions', exact: true }).click();
    await dana.getByRole('menuitem', { name: 'Export as CSV' }).click();
    await board(dana)
      .getByText(/1 reply/)
      .first()
      .waitFor();
  },
};

const human: Walk = {
  name: 'ask-a-human',
  async go({ dana, luis }, picture) {
    await type(dana, '@outsourcing did Kaiser pay severance?');
    const thread = dana.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('button', { name: 'Ask a human' }).click();
    await luis.getByRole('button', { name: /transition-office/ }).click();
    const request = luis.locator('#log > li').filter({ hasText: 'did Kaiser pay severance?' }).last();
    await request.getByRole('button', { name: 'I take it' }).click();
    await request.getByText('Taken').first().waitFor();
    await picture(luis, 'ask-a-human');
    await request.getByRole('button', { name: 'Answer…' }).click();
    const window = luis.getByRole('dialog', { name: 'Answer a question' });
    await window.getByLabel('Your answer').fill('Their HR told us: two weeks for each year of service.');
    await window.getByLabel(/Worth an article/).check();
    await window.getByRole('button', { name: 'Send' }).click();
    await request.getByText('Answered').first().waitFor();
    await thread.getByText('two weeks for each year of service').first().waitFor();
    await picture(dana, 'human-answers');
  },
};

export const walks: readonly Walk[] = [checklist, human];

/** Opens the stage for one walk, and lets two people go through it. Rejects where something does not come about. */
export const walk = async (
  browser: Browser,
  { go }: Walk,
  picture: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const asker = await openAsker({ seeds: join(root, 'seeds'), intents: join(root, 'intents') });
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
