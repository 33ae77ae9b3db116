import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { type OpenChecklist, openChecklist } from '../fixtures/open-checklist.ts';

const told = ({ slack }: OpenChecklist, handle: string) =>
  slack.workspace
    .messages('@outsourcing', { as: handle })
    .filter(({ text }) => text.includes('gave you an item'));

describe('who is given an item', () => {
  it('is told once, directly, by whom, what and by when, with the way to the checklist', async () => {
    const opened = await openChecklist();
    const { slack, edit, until } = opened;
    await edit('dana', 3, { assignee: 'U0LUIS', due: '2030-01-31' });
    await until('<@U0LUIS>, due January 31, 2030');
    const message = await slack.workspace.nextMessage(({ channel }) => channel === 'D0LUIS');
    expect(message.text).toMatch(
      /^Dana Whitfield gave you an item on the checklist “Riverside to Acme”: .+ Due January 31, 2030\.$/,
    );
    const shown = JSON.stringify(message.blocks);
    expect(shown).toContain(`/archives/C0SOURCING/p${opened.board().ts.replace('.', '')}`);
    expect(shown).toContain('in <#C0SOURCING>');
    expect(shown).not.toContain('<@');
    // To and fro within the day is told of once.
    await edit('dana', 3, { assignee: 'U0DANA' });
    await until('<@U0DANA>, due January 31, 2030');
    await edit('dana', 3, { assignee: 'U0LUIS' });
    await until('<@U0LUIS>, due January 31, 2030');
    await slack.app.stop();
    expect(told(opened, 'luis')).toHaveLength(1);
    expect(told(opened, 'dana')).toEqual([]);
    expect(slack.workspace.refusals).toEqual([]);
  });

  it('hears of it where it was added for them, and nothing where they took it themselves', async () => {
    const opened = await openChecklist();
    const { workspace } = opened.slack;
    const add = async (person: string, text: string) => {
      await workspace.click(person, opened.board(), 'checklist:add');
      await workspace.until(() => workspace.modals(person)[0], 'the window');
      await workspace.clickView(person, 'text', text);
      await workspace.clickView(person, 'assignee', 'U0LUIS');
      await workspace.submit(person);
      await opened.until(text.slice(0, 4));
    };
    await add('luis', 'Mine alone');
    await add('dana', 'Call <!channel> the payroll');
    const message = await workspace.nextMessage(({ channel }) => channel === 'D0LUIS');
    expect(message.text).toContain('Call ‹!channel&gt; the payroll');
    await opened.slack.app.stop();
    expect(told(opened, 'luis')).toHaveLength(1);
  });

  it('hears nothing where the channel wants it so', async () => {
    const clock = makeClock();
    const store = createMemoryStore({ now: clock.now });
    const opened = await openChecklist({ store, clock: clock.now });
    const { workspace } = opened.slack;
    const message = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'settings'));
    expect(JSON.stringify(message.blocks)).toContain('is told directly, once');
    await workspace.click('dana', message, 'settings:open');
    await workspace.until(() => workspace.modals('dana')[0], 'the window');
    await workspace.clickView('dana', 'assignments', 'off');
    await workspace.submit('dana');
    await workspace.closeModal('dana');
    await opened.edit('dana', 3, { assignee: 'U0LUIS' });
    await opened.until('<@U0LUIS>');
    await opened.slack.app.stop();
    expect(told(opened, 'luis')).toEqual([]);
  });

  it('has it also where Slack cannot tell them', async () => {
    const opened = await openChecklist();
    const { workspace } = opened.slack;
    workspace.faults.next('chat.getPermalink', { error: 'message_not_found' });
    workspace.faults.always('users.info', { error: 'missing_scope' });
    await opened.edit('dana', 3, { assignee: 'U0LUIS' });
    const message = await workspace.nextMessage(({ channel }) => channel === 'D0LUIS');
    expect(message.text).toMatch(/^A colleague gave you an item/);
    expect(JSON.stringify(message.blocks)).not.toContain('Go to the checklist');
  });
});
