import { describe, expect, it } from 'vitest';
import { nothingThere } from '../../src/listeners/checklist/press.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { interaction } from '../fixtures/interaction.ts';
import { openChecklist } from '../fixtures/open-checklist.ts';
import { createPoster } from '../harness/asker-of-commands.ts';

describe('somebody outside the channel', () => {
  it('reaches nothing through buttons that they still have', async () => {
    const { slack, board, until } = await openChecklist();
    const { workspace } = slack;
    await workspace.click('luis', board(), 'checklist:open', board.value('checklist:tick:1'));
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    await workspace.clickView('luis', 'note', 'Left behind');
    // The menu that was chosen from stands anew a moment later.
    await expect.poll(() => JSON.stringify(board().blocks)).toContain('"acts:1"');
    const before = JSON.stringify(board().blocks);
    // The page still shows them the message they had; only Slack knows that they left.
    board.leave('luis');
    await workspace.submit('luis');
    expect(JSON.stringify(workspace.modals('luis'))).toContain(nothingThere);
    await workspace.closeModal('luis', { everything: true });
    for (const [action, choice] of [
      ['checklist:tick:1'],
      ['checklist:add'],
      ['checklist:open', board.value('checklist:tick:1')],
      ['checklist:more', `csv/${board.value('checklist:add')}`],
      ['checklist:more', `delete/${board.value('checklist:add')}`],
    ] as const) {
      const told = workspace.nextMessage(
        ({ text, visibleTo }) => text === nothingThere && visibleTo === 'U0LUIS',
      );
      await board.clickAs('luis', action, choice);
      await told;
      workspace.state.remove(await told);
    }
    expect(workspace.modals('luis')).toEqual([]);
    expect(JSON.stringify(board().blocks)).toBe(before);
    await workspace.click('dana', board(), 'checklist:tick:1');
    await until('1 of 7 done');
    await slack.app.stop();
    expect(workspace.state.files.size).toBe(0);
  });

  it('learns nothing of it from lists and Home', async () => {
    const { slack, board, edit } = await openChecklist();
    const { workspace } = slack;
    await edit('dana', 1, { assignee: 'U0LUIS' });
    await workspace.nextMessage(({ channel }) => channel === 'D0LUIS');
    board.leave('luis');
    const list = await workspace.answer(await workspace.command('luis', '@outsourcing', 'checklist mine'));
    expect(JSON.stringify(list)).not.toMatch(/Riverside|Step/);
    expect(list.text).toMatch(/^No checklist is under way here/);
    await workspace.openTab('luis', 'home');
    const home = await workspace.until(() => workspace.state.screens('U0LUIS').home, 'Home');
    expect(JSON.stringify(home)).not.toMatch(/Riverside|Step/);
  });
});

describe('a forged value', () => {
  it('reaches no checklist of another channel, and breaks nothing', async () => {
    const store = createMemoryStore({ now: Date.now });
    const { slack, board, url } = await openChecklist({ store });
    const [channel = '', checklist = ''] = board.value('checklist:add').split('/');
    const poster = createPoster(url);
    const press = (value: unknown, action_id = 'checklist:tick:1', user = 'U0LUIS', team?: string) =>
      poster.post(interaction({ user: { id: user }, actions: [{ type: 'button', action_id, value }] }, team));
    const kept = async () => (await store.list('checklist/')).entries.map(({ value }) => value);
    const before = await kept();
    for (const value of [
      `C0GENERAL/${checklist}/s1`,
      `${channel}/nothing-like-it/s1`,
      `${channel}/${checklist}/s99`,
      `${channel}/${checklist}/../s1`,
      `../${channel}/${checklist}/s1`,
      `${channel}/${checklist}/${'x'.repeat(4_000)}`,
      '',
      '<!channel>',
      7,
      { channel, checklist },
    ])
      expect(await press(value)).toBe(200);
    // Somebody who is in no channel here, and the same press from another workspace.
    expect(await press(`${channel}/${checklist}/s1`, 'checklist:tick:1', 'U0EVIL')).toBe(200);
    expect(await press(`${channel}/${checklist}/s1`, 'checklist:tick:1', 'U0DANA', 'T0ELSEWHERE')).toBe(200);
    await slack.app.stop();
    await poster.close();
    const after = await kept();
    expect(after.map((one) => ({ ...(one as object), applied: [] }))).toEqual(
      before.map((one) => ({ ...(one as object), applied: [] })),
    );
    expect(slack.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('in a window is refused: other ids, other people, other days', async () => {
    const { board, url, until } = await openChecklist();
    const [channel = '', checklist = ''] = board.value('checklist:add').split('/');
    const poster = createPoster(url);
    const submit = async (metadata: unknown, values: Record<string, unknown>, user = 'U0LUIS') => {
      const state = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }]));
      const view = {
        id: 'V1',
        hash: 'h',
        type: 'modal',
        callback_id: 'checklist:item',
        private_metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
        state: { values: state },
        blocks: [],
      };
      return (
        await poster.ask(
          interaction({ type: 'view_submission', user: { id: user }, view, container: undefined }),
        )
      ).text;
    };
    const mine = JSON.stringify(`${channel}/${checklist}/s1`);
    const someone = (id: string) => ({ assignee: { type: 'users_select', selected_user: id } });
    expect(await submit('{', {})).toMatch(/older version/);
    expect(await submit({ channel }, {})).toMatch(/older version/);
    expect(await submit(JSON.stringify(`C0GENERAL/${checklist}/s1`), { note: { value: 'x' } })).toContain(
      'no such checklist',
    );
    expect(await submit(mine, { note: { value: 'x' } }, 'U0EVIL')).toContain('no such checklist');
    expect(await submit(mine, someone('!channel'))).toMatch(/errors.*assignee.*Choose a person/);
    expect(await submit(mine, someone('U0EVIL'))).toMatch(/errors.*assignee.*not in this channel/);
    expect(await submit(mine, { due: { selected_date: '2026-02-31' } })).toMatch(/errors.*due/);
    expect(await submit(mine, { note: { value: 'x'.repeat(3_000) } })).toMatch(/errors.*note/);
    expect(await submit(mine, { note: { value: 'right' } })).toBe('');
    await until('Note: right');
    await poster.close();
  });
});
