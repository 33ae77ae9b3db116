import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser } from './browser.ts';
import { gallery, home } from './gallery-bot.ts';
import { ask, openPageIn } from './open-page.ts';

/** On a phone the thread covers the conversation, and with it what these two look for. */
const covered = ['landmark-one-main', 'page-has-heading-one'];

/** What axe finds wrong with the page as it stands, one line each. */
const complaints = async (page: Page, leftOut: readonly string[] = []): Promise<string[]> => {
  await page.evaluate(axe.source);
  const rules = Object.fromEntries(leftOut.map((id) => [id, { enabled: false }]));
  const options = JSON.stringify({ resultTypes: ['violations'], rules });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${options})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const windows: readonly [string, BrowserContextOptions][] = [
  ['by day', { colorScheme: 'light' }],
  ['by night', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 375, height: 740 }, hasTouch: true }],
];

describe.skipIf(!hasChromium)(
  'nothing on the page stands in the way of a screen reader or a weak eye',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.close());

    test.each(windows)(
      '%s',
      async (_, context) => {
        // The page itself lets no script in; this is how axe gets there.
        const { page } = await openPageIn(browser, {
          context: { ...context, bypassCSP: true },
          echo: { listen: gallery, home },
        });
        await page.getByRole('button', { name: /compare acme vs beacon/ }).waitFor();
        expect(await complaints(page)).toEqual([]);
        await ask(page, 'gallery');
        await page.getByRole('table').waitFor();
        await ask(page, '/outsourcing Optum');
        await page.getByText('You said Optum').waitFor();
        await ask(page, '@outsourcing Optum');
        const thread = page.getByRole('complementary', { name: 'Thread' });
        await thread.getByText('You said Optum').waitFor();
        expect(await complaints(page, covered)).toEqual([]);
        await page.getByRole('button', { name: 'Close the thread' }).click();
        await page.getByRole('button', { name: 'Shortcuts' }).first().click();
        await page.getByRole('menuitem', { name: /Search precedents/ }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox', { name: 'Order' }).click();
        await page.getByRole('option').first().waitFor();
        expect(await complaints(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await dialog.getByRole('button', { name: 'Compare' }).click();
        await dialog.getByText('Please complete this required field.').first().waitFor();
        expect(await complaints(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
        await page.getByRole('button', { name: 'Traffic between Slack and the bot' }).click();
        await page.locator('.passage').first().click();
        await page.getByLabel('Answered').waitFor();
        expect(await complaints(page)).toEqual([]);
      },
      20_000,
    );
  },
);
