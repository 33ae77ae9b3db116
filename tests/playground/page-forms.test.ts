import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser, scrollsSideways } from './browser.ts';
import { csv, gallery, home } from './gallery-bot.ts';
import { ask, openPageIn, type PageOptions } from './open-page.ts';

describe.skipIf(!hasChromium)('the page shows', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const openGallery = (options: PageOptions = {}) =>
    openPageIn(browser, { ...options, echo: { listen: gallery, home, ...options.echo } });

  /** The form that the global shortcut opens. */
  const openForm = async (page: Page) => {
    await page.getByRole('button', { name: 'Shortcuts' }).first().click();
    await page.getByRole('menuitem', { name: /Search precedents/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare deals' });
    await dialog.waitFor();
    return dialog;
  };

  const focused = (page: Page): Promise<string | null> =>
    page.evaluate("document.activeElement.getAttribute('data-act')");

  test('a chip goes at the first press of its cross, by mouse, by touch and by key', async () => {
    const { page } = await openGallery({ context: { hasTouch: true } });
    const dialog = await openForm(page);
    const cross = (name: string) => dialog.getByRole('button', { name: `Remove ${name}` });
    const choose = async (name: string) => {
      await dialog.getByRole('combobox', { name: 'Deals' }).pressSequentially(name);
      await page.getByRole('option', { name }).click();
      await cross(name).waitFor();
    };
    await choose('Acme Health');
    await choose('Beacon Clinics');
    await choose('Crest Hospital');
    await page.keyboard.type('waits');
    await cross('Beacon Clinics').click();
    await expect.poll(() => cross('Beacon Clinics').count()).toBe(0);
    await cross('Acme Health').tap();
    await expect.poll(() => cross('Acme Health').count()).toBe(0);
    await choose('Acme Health');
    await cross('Crest Hospital').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => cross('Crest Hospital').count()).toBe(0);
    const label = "document.activeElement.getAttribute('aria-label')";
    expect(await page.evaluate<string>(label)).toBe('Remove Acme Health');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('gallery:deals');
  });

  test('a modal: filled by keyboard, its errors beside their inputs, and what comes of it', async () => {
    const { page, echo, complaints } = await openGallery();
    const dialog = await openForm(page);
    await expect.poll(() => focused(page)).toBe('gallery:deals');
    await page.keyboard.type('acme');
    await page.getByRole('option', { name: 'Acme Health' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Remove Acme Health' }).waitFor();
    await dialog.getByRole('button', { name: 'Compare' }).click();
    const order = dialog.getByRole('combobox', { name: 'Order' });
    await expect.poll(() => order.getAttribute('aria-invalid')).toBe('true');
    const describing = await order.getAttribute('aria-describedby');
    expect(await page.locator(`#${describing}`).textContent()).toBe('Please complete this required field.');
    await expect.poll(() => focused(page)).toBe('gallery:order');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => order.inputValue()).toBe('As in the library');
    await dialog.getByRole('checkbox', { name: /Term/ }).check();
    await dialog.getByLabel(/Note/).fill('for the board');
    await dialog.getByRole('button', { name: 'Compare' }).click();
    await dialog.getByText('Choose two deals or more.').waitFor();
    expect(await dialog.getByLabel(/Note/).inputValue()).toBe('for the board');
    await dialog.getByRole('combobox', { name: 'Deals' }).pressSequentially('beacon');
    await page.getByRole('option', { name: 'Beacon Clinics' }).click();
    await dialog.getByRole('button', { name: 'Compare' }).click();
    const next = page.getByRole('dialog', { name: 'Compared' });
    await next.getByText('Compared: Acme Health and Beacon Clinics').waitFor();
    // The view is the same, its inputs are gone, and what was typed into them with it.
    await next.getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => echo.workspace.traffic.sent('action gallery:keep')).toHaveLength(1);
    expect(complaints).toEqual({ elsewhere: [], errors: [] });
  });

  test('modals above each other: Escape closes the topmost, the bot hears of it, and the focus goes back', async () => {
    const { page, echo } = await openGallery();
    const dialog = await openForm(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => echo.workspace.traffic.sent('view_closed')).toHaveLength(1);
    await expect
      .poll(() => page.evaluate("document.activeElement.getAttribute('aria-label')"))
      .toBe('Shortcuts');
  });

  test('Enter in a single line sends the whole form, with what is typed there', async () => {
    const { page, echo } = await openGallery();
    const dialog = await openForm(page);
    await dialog.getByLabel(/Title/).fill('For the board');
    await page.keyboard.press('Enter');
    await dialog.getByText('Please complete this required field.').first().waitFor();
    expect(echo.workspace.modals('dana')[0]?.values.title).toMatchObject({
      'gallery:title': { value: 'For the board' },
    });
  });

  test('the keyboard stays inside a modal', async () => {
    const { page } = await openGallery();
    const dialog = await openForm(page);
    for (let step = 0; step < 24; step += 1) {
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(
        "document.activeElement === document.body || document.querySelector('#modal').contains(document.activeElement)",
      );
      expect(isInside).toBe(true);
    }
    expect(await dialog.isVisible()).toBe(true);
  });

  test('every element of a message: what is chosen reaches the bot', async () => {
    const { page, echo, complaints } = await openGallery({ context: { timezoneId: 'America/New_York' } });
    await ask(page, 'gallery');
    await page.getByText('Reported Monday, March 16, 2009 at 8:00 PM').waitFor();
    const sent = () =>
      echo.workspace.traffic
        .sent('action')
        .map(({ body }) => (body as { actions: Record<string, unknown>[] }).actions[0]);
    await page.getByRole('combobox', { name: 'Another deal' }).click();
    await page.getByRole('option', { name: 'Crest Hospital' }).click();
    await page.getByRole('button', { name: 'More actions', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Share to channel' }).click();
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await expect
      .poll(() => page.getByRole('button', { name: 'Not helpful' }).getAttribute('aria-pressed'))
      .toBe('true');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Delete the answer?' })
      .getByRole('button', { name: 'Keep' })
      .click();
    await expect.poll(sent).toHaveLength(3);
    expect(sent()).toMatchObject([
      { selected_option: { value: 'crest-hospital' } },
      { selected_option: { value: 'share-to-channel' } },
      { value: 'down' },
    ]);
    expect(await page.getByRole('combobox', { name: 'Another deal' }).inputValue()).toBe('Crest Hospital');
    expect(complaints).toEqual({ elsewhere: [], errors: [] });
  });

  test('a data table page by page, sorted by its heads', async () => {
    const { page } = await openGallery();
    await ask(page, 'gallery');
    const table = page.getByRole('table', { name: 'Terms of six deals' });
    await table.waitFor();
    expect(await table.getByRole('rowheader').allInnerTexts()).toHaveLength(4);
    await table.getByRole('button', { name: 'Term' }).click();
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      'Acme Health',
      'Delta Care',
      'Crest Hospital',
      'Fern Network',
    ]);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.getByText('5–6 of 6').isVisible()).toBe(true);
  });

  test('the menu of a message, in a thread too, and what its shortcut answers', async () => {
    const { page, echo } = await openGallery();
    await echo.workspace.say('luis', '#it-sourcing', 'who else did this?');
    const row = page.getByRole('listitem').filter({ hasText: 'who else did this?', hasNotText: 'Found' });
    await row.hover();
    await row.getByRole('button', { name: 'More actions for this message' }).click();
    await page.getByRole('menuitem', { name: /Find precedents/ }).click();
    const answer = page.getByRole('listitem').filter({ hasText: 'Found for who else did this?' });
    await answer.waitFor();
    expect(await answer.textContent()).toContain('Only visible to you');
    expect(await answer.getByRole('button', { name: 'More actions for this message' }).count()).toBe(0);
    await row.hover();
    await row.getByRole('button', { name: 'Reply in thread' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('listitem').first().hover();
    await thread.getByRole('button', { name: 'More actions for this message' }).click();
    await page.getByRole('menuitem', { name: /Find precedents/ }).click();
    await expect.poll(() => echo.workspace.traffic.sent('message_action')).toHaveLength(2);
  });

  test('a file, which is downloaded under its name', async () => {
    const { page } = await openGallery();
    await ask(page, 'export');
    await page.getByRole('button', { name: '1 reply' }).click();
    const link = page.getByRole('link', { name: 'Download comparison.csv, CSV, 36 bytes' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('comparison.csv');
    const stream = await download.createReadStream();
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    expect(text).toBe(csv);
  });

  test('Home: a search by Enter, and a button that opens a modal', async () => {
    const { page, echo } = await openGallery();
    await page.getByRole('button', { name: 'Outsourcing Precedents' }).click();
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    await page.getByLabel('Search the library').fill('Optum');
    await page.keyboard.press('Enter');
    await expect.poll(() => echo.workspace.traffic.sent('action gallery:search')).toHaveLength(1);
    expect(echo.workspace.traffic.sent('action gallery:search')).toMatchObject([
      { body: { actions: [{ value: 'Optum' }] } },
    ]);
    expect(await page.getByLabel('Search the library').inputValue()).toBe('Optum');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('dialog', { name: 'Acme Health' }).waitFor();
  });

  test('what the bot suggests to ask, a press away', async () => {
    const prompts = [{ title: 'Compare two deals', message: 'compare acme vs beacon' }];
    const { page } = await openGallery({ echo: { prompts } });
    expect(await page.getByRole('list', { name: 'Suggestions' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Outsourcing Precedents' }).click();
    await page.getByRole('button', { name: 'Compare two deals' }).click();
    await page.getByText('You said compare acme vs beacon').waitFor();
  });

  test('the traffic, newest first, without secrets', async () => {
    const { page } = await openGallery();
    await page.getByRole('button', { name: 'Traffic between Slack and the bot' }).click();
    await ask(page, '/outsourcing Optum');
    await page.getByText('You said Optum').waitFor();
    const pane = page.getByRole('region', { name: 'Traffic between Slack and the bot' });
    const rows = pane.locator('summary');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/to Slack\s+response_url\s+200/),
      expect.stringMatching(/to the bot\s+command \/outsourcing\s+200/),
      expect.stringMatching(/to Slack\s+auth.test\s+200/),
    ]);
    await rows.nth(1).click();
    const body = pane.getByLabel('Sent');
    await expect.poll(() => body.innerText()).toContain('"text": "Optum"');
    expect(await body.innerText()).toContain('"token": "[hidden]"');
    expect(await body.innerText()).toMatch(/\/respond\/\[hidden\]/);
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'hidden' });
  });

  test('two people side by side, each with their own modal', async () => {
    const { page } = await openGallery();
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open a window as Luis' }).click(),
    ]);
    expect(await other.getByRole('radio', { name: /Luis Ortega/ }).isChecked()).toBe(true);
    await openForm(page);
    await ask(other, 'hello Dana');
    await page.getByText('hello Dana').waitFor();
    expect(await other.getByRole('dialog').count()).toBe(0);
  });

  test('a modal that fills a phone and never scrolls sideways', async () => {
    const { page } = await openGallery({
      context: { viewport: { width: 375, height: 740 }, hasTouch: true },
    });
    await ask(page, 'gallery');
    await page.getByRole('table').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    const dialog = await openForm(page);
    expect((await dialog.boundingBox())?.width).toBe(375);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
