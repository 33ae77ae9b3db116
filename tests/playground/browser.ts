import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether the page can be tried in a browser here. Under CI a missing browser is a failure of the tests that need it. */
export const hasChromium = existsSync(executablePath) || process.env.CI === 'true';

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });

/** Collects what the page asks of any other address, and what it complains about. */
export const watchPage = (
  page: Page,
  url: string,
): { readonly elsewhere: string[]; readonly errors: string[] } => {
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { elsewhere, errors };
};

/** True when something is wider than the window. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
