/** What two people do together, walked for `npm run screenshots`: a transition, and a question for a human. */
import type { Locator, Page } from 'playwright-core';
import { saying, thread, type } from './hands.ts';
import type { Walk } from './stage.ts';

const board = (page: Page) => saying(page, 'Transition checklist');

/** Opens an item's window by its number. A board that is drawn anew shuts its open menu, which is opened again then. */
const openItem = async (page: Page, number: number): Promise<Locator> => {
  const option = page.getByRole('option', { name: new RegExp(`^${number}\\. `) });
  for (let tries = 1; ; tries += 1) {
    await board(page).getByRole('combobox', { name: 'Assign, date, note…' }).click();
    try {
      await option.click({ timeout: 3_000 });
      return page.getByRole('dialog', { name: `Item ${number}` });
    } catch (err) {
      if (tries === 3) throw err;
    }
  }
};

/** Opens an item's window by its number, settles it, and sends it. */
const settleItem = async (page: Page, number: number, who: string, due: string): Promise<void> => {
  const window = await openItem(page, number);
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
    const item = await openItem(dana, 3);
    await item.getByText('How it went elsewhere').first().waitFor();
    await item.locator('#modal-blocks > *').last().scrollIntoViewIfNeeded();
    await picture(dana, 'checklist-item');
    await item.getByRole('button', { name: 'Cancel' }).click();
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
    await thread(dana).getByRole('button', { name: 'Ask a human' }).click();
    await luis.getByRole('button', { name: /transition-office/ }).click();
    const request = saying(luis, 'did Kaiser pay severance?');
    await request.getByRole('button', { name: 'I take it' }).click();
    await request.getByText('Taken').first().waitFor();
    await picture(luis, 'ask-a-human');
    await request.getByRole('button', { name: 'Answer…' }).click();
    const window = luis.getByRole('dialog', { name: 'Answer a question' });
    await window.getByLabel('Your answer').fill('Their HR told us: two weeks for each year of service.');
    await window.getByLabel(/Worth an article/).check();
    await window.getByRole('button', { name: 'Send' }).click();
    await request.getByText('Answered').first().waitFor();
    await thread(dana).getByText('two weeks for each year of service').first().waitFor();
    await picture(dana, 'human-answers');
  },
};

export const walks: readonly Walk[] = [checklist, human];
