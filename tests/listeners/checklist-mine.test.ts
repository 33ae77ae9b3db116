import { describe, expect, it } from 'vitest';
import { openChecklist } from '../fixtures/open-checklist.ts';

describe('what is somebody’s to do', () => {
  it('is listed on demand, due first, and ticked there; the board follows', async () => {
    const { slack, board, until, edit } = await openChecklist();
    const { workspace } = slack;
    await edit('dana', 2, { assignee: 'U0LUIS' });
    await edit('dana', 5, { assignee: 'U0LUIS', due: '2030-01-31' });
    const list = await workspace.answer(await workspace.command('luis', '#it-sourcing', 'checklist'));
    expect(list.visibleTo).toBe('U0LUIS');
    expect(list.text).toBe(
      'Riverside to Acme: 0 of 7 done.\nYours to do:\n- Step 5 is carried out. (due January 31, 2030)\n- Step 2 is carried out.',
    );
    await workspace.click('luis', list, 'checklist:tick:1');
    await until('1 of 7 done');
    await workspace.nextMessage(
      ({ ts, text }) =>
        ts === list.ts && text === 'Riverside to Acme: 1 of 7 done.\nYours to do:\n- Step 2 is carried out.',
    );
    const direct = await workspace.answer(await workspace.say('luis', '@outsourcing', 'checklist mine'));
    expect(direct.text).toBe('Yours to do:\n- Step 2 is carried out.');
    const public_ = await workspace.answer(
      await workspace.say('luis', '#it-sourcing', '@outsourcing checklist'),
    );
    expect(JSON.stringify(public_.blocks)).not.toContain('action_id');
    const nobody = await workspace.answer(await workspace.command('dana', '@outsourcing', 'checklist'));
    expect(nobody.text).toMatch(/^No checklist is under way here/);
    expect(board().text).toContain('1 of 7 done');
  });

  it('stands on Home, is ticked there, and is gone from it', async () => {
    const { slack, until, edit } = await openChecklist();
    const { workspace } = slack;
    await edit('dana', 2, { assignee: 'U0LUIS', due: '2030-01-31' });
    await workspace.openTab('luis', 'home');
    const home = () => JSON.stringify(workspace.state.screens('U0LUIS').home?.view);
    await expect.poll(home).toContain('due January 31, 2030');
    await workspace.clickView('luis', 'checklist:tick:1');
    await until('1 of 7 done');
    await expect.poll(home).not.toContain('Yours to do');
    await workspace.openTab('dana', 'home');
    await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home');
    expect(JSON.stringify(workspace.state.screens('U0DANA').home?.view)).not.toContain('Yours to do');
  });

  it('shows the board anew further down, and the old one says so', async () => {
    const { slack, board, until } = await openChecklist();
    const { workspace } = slack;
    const { ts } = board();
    const list = await workspace.answer(await workspace.command('luis', '#it-sourcing', 'checklist'));
    await workspace.click('luis', list, 'checklist:show:1');
    await workspace.nextMessage((one) => one.ts === ts && one.text.endsWith('goes on further down.'));
    expect(board().ts).not.toBe(ts);
    await workspace.click('luis', board(), 'checklist:tick:1');
    await until('1 of 7 done');
  });
});
