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

/**
 * How far the edges of the controls on the page stand out from what they stand on, the weakest first: WCAG's contrast
 * of two colours, which axe does not measure for edges. A control that is filled stands out by its fill.
 */
const edges = (
  page: Page,
  controls: string,
): Promise<{ readonly contrast: number; readonly html: string }[]> =>
  page.evaluate(`(() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) =>
      channels(colour).slice(0, 3)
        .map((one) => one / 255)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (node) => {
      const { backgroundColor } = getComputedStyle(node);
      return channels(backgroundColor)[3] === 0 && node.parentElement ? ground(node.parentElement) : backgroundColor;
    };
    const contrast = (one, other) => {
      const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    };
    return [...document.querySelectorAll(${JSON.stringify(controls)})]
      .filter((node) => node.checkVisibility())
      .map((node) => ({
        contrast: contrast(getComputedStyle(node).borderTopColor, ground(node.parentElement)),
        html: node.outerHTML.slice(0, 120),
      }))
      .sort((a, b) => a.contrast - b.contrast);
  })()`);

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
        const traffic = page.getByRole('button', { name: 'Traffic between Slack and the bot' });
        // A phone has no room for it.
        if (!(await traffic.isVisible())) return;
        await traffic.click();
        await page.locator('.passage').first().click();
        await page.getByLabel('Answered').waitFor();
        expect(await complaints(page)).toEqual([]);
      },
      20_000,
    );

    test.each(windows)('what is pressed or filled in has an edge that is seen, %s', async (_, context) => {
      const { page } = await openPageIn(browser, { context, echo: { listen: gallery, home } });
      await ask(page, 'gallery');
      await page.getByRole('table').waitFor();
      await page.getByRole('button', { name: 'Shortcuts' }).first().click();
      await page.getByRole('menuitem', { name: /Search precedents/ }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
      const found = await edges(page, '.button, .send, .box, .combo, .tick input, .body textarea');
      expect(found.length).toBeGreaterThan(12);
      expect(found.filter(({ contrast }) => contrast < 3)).toEqual([]);
    });

    test('a thumb is as large as a finger on a phone', async () => {
      const context = { viewport: { width: 375, height: 740 }, hasTouch: true };
      const { page } = await openPageIn(browser, { context, echo: { listen: gallery, home } });
      await ask(page, 'gallery');
      for (const name of ['Helpful', 'Not helpful']) {
        const thumb = await page.getByRole('button', { name, exact: true }).boundingBox();
        expect(Math.min(thumb?.width ?? 0, thumb?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
    });
  },
);
