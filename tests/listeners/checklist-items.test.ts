import { describe, expect, it } from 'vitest';
import { openChecklist } from '../fixtures/open-checklist.ts';

describe('an item of a checklist', () => {
  it('grows, shrinks and gets back what was removed', async () => {
    const { slack, board, until } = await openChecklist();
    const { workspace } = slack;
    const window = (person: string) => workspace.until(() => workspace.modals(person)[0], 'the window');
    await workspace.click('dana', board(), 'checklist:add');
    await window('dana');
    await workspace.clickView('dana', 'text', 'Tell the union about the layoffs');
    await workspace.clickView('dana', 'heading', 'People');
    await workspace.clickView('dana', 'assignee', 'U0DANA');
    await workspace.submit('dana');
    await until('8. Tell the union about the layoffs');
    await workspace.nextMessage(
      ({ text, visibleTo }) => visibleTo === 'U0DANA' && text === 'Added as item 8.',
    );
    await until('People – 0 of 1 done');
    expect(workspace.modals('dana')).toEqual([]);

    await workspace.click('luis', board(), 'checklist:open', board.value('checklist:tick:8'));
    await window('luis');
    await workspace.clickView('luis', 'checklist:remove');
    await until('0 of 7 done');
    await workspace.until(
      () => JSON.stringify(workspace.modals('luis')).includes('Bring it back') || undefined,
      'the way back',
    );
    await workspace.clickView('luis', 'checklist:restore');
    await until('0 of 8 done');

    await workspace.click('dana', board(), 'checklist:open', board.value('checklist:tick:2'));
    await window('dana');
    await workspace.clickView('dana', 'checklist:remove');
    await until('Removed items (1)');
    await workspace.closeModal('dana', { everything: true });
    await workspace.click('dana', board(), 'checklist:more', `removed/${board.value('checklist:add')}`);
    expect(JSON.stringify(await window('dana'))).toContain('Step 2 is carried out.');
  });

  it('opens the same item as often as it is chosen, and nothing where a choice is taken back', async () => {
    const { slack, board, until, edit } = await openChecklist();
    const { workspace } = slack;
    for (const time of [1, 2, 3]) {
      // What stands in a menu stays while the block has its id; a new one has nothing chosen.
      await until(`"block_id":"acts:${time - 1}"`);
      await workspace.click('dana', board(), 'checklist:open', board.value('checklist:tick:3'));
      await workspace.until(() => workspace.modals('dana')[0], 'the window');
      await workspace.closeModal('dana');
    }
    await until('"block_id":"acts:3"');
    const before = workspace.state.messages.length;
    await workspace.click('dana', board(), 'checklist:open', []);
    expect(workspace.modals('dana')).toEqual([]);
    await edit('dana', 2, { assignee: 'U0LUIS' });
    const list = await workspace.answer(await workspace.command('luis', '#it-sourcing', 'checklist'));
    const menu = () =>
      /mine:open:(\d+)/.exec(JSON.stringify(workspace.state.message(list.channel, list.ts)?.blocks))?.[1];
    const first = menu();
    await workspace.click('luis', list, 'checklist:open', board.value('checklist:tick:2'));
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    await expect.poll(menu).not.toBe(first);
    const said = workspace.state.messages.slice(before).map(({ text }) => text);
    expect(said.filter((text) => /older version/.test(text))).toEqual([]);
    expect(workspace.refusals).toEqual([]);
  });

  it('takes a day that is past, and says so', async () => {
    const { slack, board, until, edit } = await openChecklist();
    const { workspace } = slack;
    await edit('dana', 2, { due: '2020-01-31' });
    const said = workspace.until(() => workspace.modals('dana')[0], 'the word');
    expect(JSON.stringify(await said)).toContain('January 31, 2020 is past: it shows as late.');
    await until('1 late');
    await workspace.closeModal('dana');
    await edit('dana', 2, { note: 'Nothing about the day' });
    await until('Nothing about the day');
    expect(workspace.modals('dana')).toEqual([]);
    for (const text of ['One', 'Two', 'Three', 'Four']) {
      await workspace.click('dana', board(), 'checklist:add');
      await workspace.until(() => workspace.modals('dana')[0], 'the window');
      await workspace.clickView('dana', 'text', text);
      if (text === 'Four') await workspace.clickView('dana', 'due', '2020-02-29');
      await workspace.submit('dana');
    }
    await workspace.nextMessage(({ text }) => text === 'Added as item 9.');
    await workspace.nextMessage(
      ({ text }) => text === 'Added as item 11, on page 2. February 29, 2020 is past: it shows as late.',
    );
  });

  it('says who taught an item and how others fared', async () => {
    const { slack, board } = await openChecklist();
    const { workspace } = slack;
    await workspace.click('dana', board(), 'checklist:open', board.value('checklist:tick:1'));
    const window = JSON.stringify(await workspace.until(() => workspace.modals('dana')[0], 'the window'));
    expect(window).toContain('Taught by A guide, News, June 8, 2021');
    expect(window).toContain('Staff were glad.');
    expect(window).toContain('Example Health–Acme · A guide, News, June 8, 2021');
  });

  it('lets nobody overwrite what they have not seen, and takes back what was settled', async () => {
    const { slack, board, until, edit } = await openChecklist();
    const { workspace } = slack;
    const open = async (person: string) => {
      await workspace.click(person, board(), 'checklist:open', board.value('checklist:tick:1'));
      await workspace.until(() => workspace.modals(person)[0], 'the window');
    };
    for (const person of ['dana', 'luis']) {
      await open(person);
      await workspace.clickView(person, 'note', `From ${person}`);
    }
    await workspace.submit('dana');
    await workspace.submit('luis');
    expect(workspace.modals('luis')[0]?.errors).toEqual({
      note: 'Somebody changed the note while you had this open. It now says: From dana. Close this window and open it anew.',
    });
    await workspace.closeModal('luis');
    await edit('luis', 1, { assignee: 'U0DANA' });
    await until('"text":"<@U0DANA>"');
    await edit('luis', 1, { clear: ['assignee'] });
    await workspace.until(
      () => !JSON.stringify(board().blocks).includes('"text":"<@U0DANA>"') || undefined,
      'nobody',
    );
    await until('From dana');
  });
});
