/** What people do every day, walked for `npm run screenshots`: asking, browsing, and a shortcut on what a colleague wrote. */
import { newest, saying, thread, type } from './hands.ts';
import type { Walk } from './stage.ts';

/** Asks, corrects how it was read, compares, and takes the comparison away as a file. */
const askToFile: Walk = {
  name: 'ask-to-file',
  async go({ dana }, picture) {
    await type(dana, '/outsourcing how long is the Kaiser contract');
    const first = saying(dana, 'seven years');
    await first.getByRole('combobox', { name: 'Not what you meant?' }).click();
    await picture(dana, 'correct');
    await dana
      .getByRole('option', { name: /Mission Health/ })
      .first()
      .click();
    await saying(dana, '10-year agreement').waitFor();
    await type(dana, '/outsourcing compare kaiser vs mission');
    const compared = saying(dana, 'side by side');
    await compared.getByRole('button', { name: 'Export CSV' }).click();
    await newest(dana).filter({ hasText: 'Messages' }).waitFor();
    await dana
      .getByRole('button', { name: /^Outsourcing Precedents/ })
      .first()
      .click();
    await dana.getByRole('button', { name: 'Messages', exact: true }).click();
    await newest(dana).getByText(/\.csv/).first().waitFor();
    await picture(dana, 'file');
  },
};

/** From Home to a deal by way of its vendor. */
const browse: Walk = {
  name: 'browse',
  async go({ dana }, picture) {
    await dana
      .getByRole('button', { name: /^Outsourcing Precedents/ })
      .first()
      .click();
    await dana.getByRole('button', { name: 'Home', exact: true }).click();
    await dana.getByText('Optum (5)').waitFor();
    await picture(dana, 'home');
    await dana.getByText('Optum (5)').click();
    await dana.getByText('SSM Health with Optum').waitFor();
    await dana.getByText('Open', { exact: true }).last().click();
    const deal = dana.getByRole('dialog').last();
    await deal
      .getByText(/Sources/)
      .first()
      .waitFor();
    await picture(dana, 'browse');
  },
};

/** Asks about what a colleague wrote in a thread, and shares the answer there. */
const fromMessage: Walk = {
  name: 'from-message',
  async go({ dana, luis }, picture) {
    await type(luis, 'The vendor wants our analysts on its payroll');
    const root = saying(luis, 'on its payroll');
    await root.hover();
    await root.getByRole('button', { name: /reply/i }).first().click();
    await thread(luis).getByRole('textbox').fill('How many people moved from Allina to Optum?');
    await luis.keyboard.press('Enter');
    await saying(dana, 'on its payroll')
      .getByRole('button', { name: /1 reply/ })
      .click();
    const question = thread(dana).getByRole('listitem').filter({ hasText: 'How many people moved' }).last();
    await question.hover();
    await question.getByRole('button', { name: /More actions/ }).click();
    await dana.getByRole('menuitem', { name: 'Find precedents' }).click();
    await thread(dana).getByRole('button', { name: 'Share to thread' }).click();
    await thread(luis).getByText('Shared by').first().waitFor();
    await picture(luis, 'from-message');
  },
};

export const everydayWalks: readonly Walk[] = [askToFile, browse, fromMessage];
