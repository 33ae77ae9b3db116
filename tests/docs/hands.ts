/** What whoever sits before the page does and looks at, in the pictures of the documentation. */
import type { Locator, Page } from 'playwright-core';

/** The box to write in, of the channel that is open. */
export const box = (page: Page): Locator => page.getByLabel('Message #it-sourcing', { exact: true });

export const thread = (page: Page): Locator => page.getByRole('complementary', { name: 'Thread' });

const messages = (page: Page): Locator => page.locator('#log > li');

export const newest = (page: Page): Locator => messages(page).last();

/** The newest message that says this. */
export const saying = (page: Page, text: string | RegExp): Locator =>
  messages(page).filter({ hasText: text }).last();

/** Writes into the channel that is open. */
export const type = async (page: Page, text: string): Promise<void> => {
  await box(page).fill(text);
  await page.keyboard.press('Enter');
};
