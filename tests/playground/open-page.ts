import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.ts';
import { watchPage } from './browser.ts';
import { type Echo, type EchoOptions, openEcho } from './echo-bot.ts';

const examples = [
  { text: 'compare acme vs beacon', about: 'two deals side by side' },
  { text: 'Acme', about: 'everything on one vendor' },
];

export interface PageOptions {
  readonly echo?: EchoOptions;
  readonly context?: Parameters<Browser['newContext']>[0];
  /** The address behind the host, `#as=U0LUIS`. */
  readonly at?: string;
}

export interface Window {
  readonly echo: Echo;
  readonly page: Page;
  readonly url: string;
  readonly complaints: { readonly elsewhere: string[]; readonly errors: string[] };
}

/** The page over a workspace with the echo bot, in a window of its own; all closed with the test. */
export const openPageIn = async (browser: Browser, options: PageOptions = {}): Promise<Window> => {
  const echo = await openEcho('http', options.echo);
  const { url, close } = await startPlayground({ port: 0, workspace: echo.workspace, examples });
  const context = await browser.newContext(options.context);
  onTestFinished(async () => {
    await context.close();
    await close();
  });
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  const complaints = watchPage(page, url);
  await page.goto(`${url}/${options.at ?? ''}`);
  return { echo, page, url, complaints };
};

/** Types into a message box and sends it. */
export const ask = async (page: Page, text: string, box = 'Message #it-sourcing'): Promise<void> => {
  await page.getByLabel(box, { exact: true }).fill(text);
  await page.keyboard.press('Enter');
};
