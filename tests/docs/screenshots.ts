/**
 * `npm run screenshots` makes the pictures of the documentation: the real bot in its playground, in headless Chromium.
 * `npm run screenshots -- thread` makes one of them.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPlayground } from '../../src/app/playground.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { root } from '../fixtures/library.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { openBrowser } from '../playground/browser.ts';
import { everydayWalks } from './everyday-walks.ts';
import { box, newest, thread, type } from './hands.ts';
import { walk } from './stage.ts';
import { walks } from './walks.ts';

const folder = join(root, 'docs/images');
/** Bytes; a picture of the documentation is loaded by whoever opens the README. */
const largest = 200_000;

/** One picture: the window it is taken in, and what is done before. */
interface Shot {
  readonly name: string;
  readonly window: BrowserContextOptions;
  take(page: Page): Promise<void>;
}

const command = async (page: Page, text: string, expected: string): Promise<void> => {
  await type(page, `/outsourcing ${text}`);
  await newest(page).filter({ hasText: expected }).waitFor();
};

const desktop = { viewport: { width: 1240, height: 880 } };

const shots: readonly Shot[] = [
  {
    name: 'page',
    window: { viewport: { width: 1240, height: 960 } },
    async take(page) {
      await command(page, 'Optum', 'Northern Light');
    },
  },
  {
    name: 'compare',
    window: { viewport: { width: 1240, height: 960 } },
    async take(page) {
      await command(page, 'compare kaiser vs allina', 'Kept in-house');
    },
  },
  {
    name: 'thread',
    window: { viewport: { width: 1240, height: 960 } },
    async take(page) {
      await type(page, '@outsourcing how long is the Kaiser contract?');
      await thread(page).getByText('seven years').first().waitFor();
      await thread(page)
        .getByLabel('Reply in this thread')
        .fill('@outsourcing and what did they keep in-house?');
      await page.keyboard.press('Enter');
      await thread(page).getByText('HealthConnect').first().waitFor();
    },
  },
  {
    name: 'phone',
    window: { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
    async take(page) {
      await command(page, 'compare kaiser vs allina', 'Kept in-house');
    },
  },
  {
    name: 'dark',
    window: { ...desktop, colorScheme: 'dark' },
    async take(page) {
      await command(page, 'Mission Health', 'Cerner');
    },
  },
];

/** The bot on an ephemeral port, remembering nothing. */
const openBot = async () => {
  const asker = await seedAsker();
  const log = createLog({ level: 'warn', secrets: [], destination: process.stderr });
  const store = createMemoryStore({ now: Date.now });
  return openPlayground(
    {
      mode: 'playground',
      transport: 'http',
      port: 0,
      curators: [],
      dataDir: '.data',
      logLevel: 'warn',
      origin: () => 'environment',
    },
    { asker, store, log, now: () => performance.now(), clock: Date.now },
  );
};

/** A picture of a window as it stands. Gives the bytes written. */
const taken = async (page: Page, name: string): Promise<number> => {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  return statSync(path).size;
};

const keep = (name: string, bytes: number): void => {
  console.log(`docs/images/${name}.png  ${Math.round(bytes / 1000)} KB`);
  if (bytes > largest) throw new Error(`${name}.png is larger than ${largest / 1000} KB.`);
};

/** Each picture has a bot of its own, so that no other conversation stands in it. Gives the bytes written. */
const make = async (browser: Browser, { name, window, take }: Shot): Promise<number> => {
  const bot = await openBot();
  const context = await browser.newContext({ locale: 'en-US', ...window });
  try {
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(bot.url);
    await box(page).waitFor();
    await take(page);
    await page.evaluate('document.activeElement?.blur()');
    return await taken(page, name);
  } finally {
    await context.close();
    await bot.stop();
  }
};

const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    keep(shot.name, await make(browser, shot));
  }
  for (const each of [...everydayWalks, ...walks].filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  ))
    await walk(browser, each, async (page, name) => keep(name, await taken(page, name)));
} finally {
  await browser.close();
}
