import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser, scrollsSideways } from './browser.ts';
import { ask, openPageIn, type PageOptions } from './open-page.ts';

if (!hasChromium) console.log('Skipped: the page tests need Chromium at /usr/bin/chromium.');

describe.skipIf(!hasChromium)('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const openPage = (options?: PageOptions) => openPageIn(browser, options);

  test('a command is typed, answered privately, and its button works', async () => {
    const { page, complaints } = await openPage();
    await ask(page, '/outsourcing Optum');
    const answer = page.getByRole('listitem').filter({ hasText: 'You said Optum' });
    await answer.waitFor();
    expect(await answer.textContent()).toContain('Only visible to you');
    expect(await answer.textContent()).toContain('You asked /outsourcing Optum');
    await answer.getByRole('button', { name: 'Tell me more' }).click();
    await page.getByText('There is more').waitFor();
    expect(complaints).toEqual({ elsewhere: [], errors: [] });
  });

  test('a mention is answered in a thread, where the conversation goes on', async () => {
    const { page, complaints } = await openPage();
    await ask(page, '@outsourcing how long?');
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('You said how long?').waitFor();
    await ask(page, '@outsourcing and how much?', 'Reply in this thread');
    await thread.getByText('You said and how much?').waitFor();
    await thread.getByRole('button', { name: 'Tell me more' }).first().click();
    await thread.getByText('There is more').waitFor();
    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'hidden' });
    expect(complaints).toEqual({ elsewhere: [], errors: [] });
  });

  test('an example gives a comparison whose heads are heads', async () => {
    const { page } = await openPage();
    await page.getByRole('button', { name: /compare acme vs beacon/ }).click();
    const table = page.getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Attribute',
      'Acme Health',
      'Beacon Clinics',
      'Crest Hospital',
    ]);
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['Term', 'Staff moved', 'Value']);
  });

  test('typing / or @ offers what can be named', async () => {
    const { page } = await openPage();
    const box = page.getByLabel('Message #it-sourcing', { exact: true });
    await box.pressSequentially('/o');
    await page.getByRole('option', { name: /\/outsourcing/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('/outsourcing ');
    await box.fill('');
    await box.pressSequentially('hello @');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toHaveLength(2);
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('hello @outsourcing ');
    await page.keyboard.press('Shift+Enter');
    expect(await box.inputValue()).toBe('hello @outsourcing \n');
  });

  test('a command that stands there in full is sent with Enter', async () => {
    const { page } = await openPage();
    await page.getByLabel('Message #it-sourcing', { exact: true }).pressSequentially('/outsourcing');
    await page.getByRole('option', { name: /\/outsourcing/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('You asked').waitFor();
  });

  test('a message that calls nobody is no question, and the page says how to make it one', async () => {
    const { page } = await openPage();
    await ask(page, 'how long is the contract?');
    await page.getByText('That went to your colleagues.').waitFor();
    await page.getByRole('button', { name: 'Ask it, just for you' }).click();
    await page.getByText('You said how long is the contract?').waitFor();
    expect(await page.getByText('That went to your colleagues.').isVisible()).toBe(false);
    await ask(page, 'thanks @outsourcing');
    expect(await page.getByText('That went to your colleagues.').isVisible()).toBe(false);
  });

  test('a reply in a thread that calls nobody is no question either, until a button makes it one', async () => {
    const { page } = await openPage();
    await ask(page, '@outsourcing how long?');
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('You said how long?').waitFor();
    await ask(page, 'and how much?', 'Reply in this thread');
    await thread.getByText('That went to your colleagues.').waitFor();
    expect(await thread.getByRole('button', { name: /^Ask/ }).allInnerTexts()).toEqual([
      'Ask it in the open',
    ]);
    await thread.getByRole('button', { name: 'Ask it in the open' }).click();
    await thread.getByText('You said and how much?').waitFor();
    expect(await thread.getByText('That went to your colleagues.').isVisible()).toBe(false);
    await ask(page, 'thank you', 'Reply in this thread');
    await thread.getByText('That went to your colleagues.').waitFor();
    await page.getByRole('button', { name: 'Close the thread' }).click();
    await ask(page, '@outsourcing something else');
    await thread.getByText('You said something else').waitFor();
    expect(await thread.getByText('That went to your colleagues.').isVisible()).toBe(false);
  });

  test('the message box grows to four lines, then scrolls', async () => {
    const { page } = await openPage({ context: { viewport: { width: 375, height: 740 }, hasTouch: true } });
    const box = page.getByLabel('Message #it-sourcing', { exact: true });
    const height = async () => (await box.boundingBox())?.height ?? 0;
    const isCut = () =>
      page.evaluate<boolean>(
        "(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)(document.getElementById('message-box'))",
      );
    const one = await height();
    await box.fill('/outsourcing what became of the staff that moved?');
    expect(await height()).toBe(one + 24);
    expect(await isCut()).toBe(false);
    await box.fill('one\ntwo\nthree\nfour');
    expect([await height(), await isCut()]).toEqual([one + 72, false]);
    await box.fill('one\ntwo\nthree\nfour\nfive');
    expect([await height(), await isCut()]).toEqual([one + 72, true]);
    await box.fill('');
    expect(await height()).toBe(one);
  });

  test('what came elsewhere is marked in the list, which does not move, and on a phone at the way back', async () => {
    const { page, echo } = await openPage({ context: { viewport: { width: 1000, height: 740 } } });
    const app = page.getByRole('button', { name: 'Outsourcing Precedents' });
    // In one go: the list may be drawn anew at any moment.
    const place = () =>
      page.evaluate("[...document.querySelectorAll('.place')].at(-1).getBoundingClientRect().toJSON()");
    await app.waitFor();
    const before = await place();
    await echo.workspace.say('dana', '@outsourcing', 'Optum');
    await app.getByText('new').waitFor();
    expect(await place()).toEqual(before);
    await page.setViewportSize({ width: 375, height: 740 });
    const back = page.getByRole('button', { name: 'All conversations, something new' });
    await back.click();
    await app.click();
    await page.getByRole('button', { name: 'All conversations', exact: true }).waitFor();
    await page.getByRole('button', { name: 'All conversations', exact: true }).click();
    await page.getByRole('button', { name: 'it-sourcing' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'All conversations', exact: true }).waitFor();
  });

  test('another window, as another person, sees what is public and not what is private', async () => {
    const { page, url } = await openPage();
    const other = await page.context().newPage();
    await other.goto(`${url}/#as=U0LUIS&in=C0SOURCING`);
    await ask(page, '/outsourcing a secret');
    await page.getByText('You said a secret').waitFor();
    await ask(page, '@outsourcing in the open');
    await other.getByRole('button', { name: '1 reply' }).waitFor();
    expect(await other.getByText('a secret').count()).toBe(0);
    expect(await other.getByRole('radio', { name: /Luis Ortega/ }).isChecked()).toBe(true);
  });

  test('one can act as the other person', async () => {
    const { page } = await openPage();
    await page.getByText('Luis Ortega').click();
    await ask(page, 'hello all');
    const message = page.getByRole('listitem').filter({ hasText: 'hello all' });
    await message.waitFor();
    expect(await message.textContent()).toContain('Luis Ortega');
  });

  test('what is typed is never markup', async () => {
    const { page, complaints } = await openPage();
    const hostile = '<img src=x onerror=alert(1)> *bold* <script>alert(2)</script>';
    await ask(page, `/outsourcing ${hostile}`);
    await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    expect(await page.locator('#log img, #log script').count()).toBe(0);
    expect(complaints).toEqual({ elsewhere: [], errors: [] });
  });

  test('with a wrong signing secret there is no answer, and the page says why', async () => {
    const { page } = await openPage({ echo: { botSecrets: { signingSecret: 'another' } } });
    await ask(page, '/outsourcing Optum');
    await page
      .getByText('The bot did not answer: It refused the request (HTTP 401): the signing secrets differ.')
      .waitFor();
    expect(await page.getByText('You said').count()).toBe(0);
  });

  test('a phone shows one pane at a time and never scrolls sideways', async () => {
    const { page } = await openPage({ context: { viewport: { width: 375, height: 740 }, hasTouch: true } });
    await page.getByRole('button', { name: 'All conversations' }).click();
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'it-sourcing' }).click();
    await page.getByRole('button', { name: /compare acme vs beacon/ }).click();
    await page.getByRole('table').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await ask(page, '@outsourcing hello');
    await page.getByRole('complementary', { name: 'Thread' }).getByText('You said hello').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Close the thread' }).click();
    await page.getByRole('button', { name: 'All conversations' }).click();
    expect(await page.getByRole('button', { name: 'general' }).isVisible()).toBe(true);
  });

  test('it is dark where the system is dark', async () => {
    const brightness = async (colorScheme: 'light' | 'dark') => {
      const { page } = await openPage({ context: { colorScheme } });
      const colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const [red = 0] = colour.match(/\d+/g)?.map(Number) ?? [];
      return red;
    };
    expect(await brightness('light')).toBeGreaterThan(230);
    expect(await brightness('dark')).toBeLessThan(40);
  });
});
