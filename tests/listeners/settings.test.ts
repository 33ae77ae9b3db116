import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openSlack, type Slack, type SlackOptions } from '../fixtures/make-slack.ts';

const open = (options: SlackOptions = {}) =>
  openSlack({ named: { curators: [], owners: 'C0TRANSITION' }, ...options });

const change = async ({ workspace }: Slack, person: string, fields: Record<string, string>) => {
  const shown = await workspace.answer(await workspace.command(person, '#it-sourcing', 'settings'));
  await workspace.click(person, shown, 'settings:open');
  await workspace.until(() => workspace.modals(person)[0], 'the window');
  for (const [field, value] of Object.entries(fields)) {
    const stands = () => JSON.stringify(workspace.modals(person)[0]).includes(`"action_id":"${field}"`);
    await workspace.until(() => stands() || undefined, `the field ${field}`);
    await workspace.clickView(person, field, value);
  }
  await workspace.submit(person);
  return workspace.modals(person)[0];
};

describe('the settings of a channel', () => {
  it('decide where mentions are answered, at once and on every replica', async () => {
    const store = createMemoryStore({ now: Date.now });
    const first = await open({ store });
    const { workspace } = first;
    const saved = await change(first, 'dana', { answers: 'private' });
    expect(JSON.stringify(saved)).toContain('hold from the next question on');
    await workspace.closeModal('dana', { everything: true });
    await open({ store, beside: first });
    const answer = await workspace.answer(await workspace.say('luis', '#it-sourcing', '@outsourcing Optum'));
    expect(answer).toMatchObject({ visibleTo: 'U0LUIS', channel: 'C0SOURCING' });
    const elsewhere = await workspace.answer(
      await workspace.say('luis', '#transition-office', '@outsourcing Optum'),
    );
    expect(elsewhere.visibleTo).toBeUndefined();
    await change(first, 'luis', { answers: 'thread' });
    await workspace.closeModal('luis', { everything: true });
    const public_ = await workspace.answer(
      await workspace.say('luis', '#it-sourcing', '@outsourcing Cerner'),
    );
    expect(public_.visibleTo).toBeUndefined();
    expect(workspace.refusals).toEqual([]);
  });

  it('switch feedback off and on', async () => {
    const slack = await open();
    const { workspace } = slack;
    const ask = async (text: string) =>
      JSON.stringify((await workspace.answer(await workspace.command('dana', '#it-sourcing', text))).blocks);
    expect(await ask('Optum')).toContain('feedback');
    await change(slack, 'dana', { feedback: 'off' });
    await workspace.closeModal('dana', { everything: true });
    expect(await ask('Optum')).not.toContain('feedback');
    await change(slack, 'dana', { feedback: 'on' });
    await workspace.closeModal('dana', { everything: true });
    expect(await ask('Optum')).toContain('feedback');
  });

  it('name who answers for people: a channel that one is in, a group that is there, or nobody', async () => {
    const slack = await open();
    const { workspace } = slack;
    const shown = async () =>
      JSON.stringify(
        (await workspace.answer(await workspace.command('dana', '#it-sourcing', 'settings'))).blocks,
      );
    expect(await shown()).toContain('go to <#C0TRANSITION>');
    const window = await change(slack, 'dana', { answers: 'private', 'settings:whom': 'group' });
    expect(window?.errors).toEqual({ 'settings:whom': 'Write the id of the user group below.' });
    await workspace.closeModal('dana', { everything: true });
    expect((await change(slack, 'dana', { 'settings:whom': 'group', group: 'S0NOWHERE' }))?.errors).toEqual({
      group: 'I find nobody in a user group of that id.',
    });
    await workspace.closeModal('dana', { everything: true });
    await change(slack, 'dana', { 'settings:whom': 'group', group: 'S0LIBRARY' });
    await workspace.closeModal('dana', { everything: true });
    expect(await shown()).toContain('go to the user group S0LIBRARY');
    workspace.state.channels.find(({ id }) => id === 'C0GENERAL')?.members.delete('U0DANA');
    expect(
      (await change(slack, 'dana', { 'settings:whom': 'channel', channel: 'C0GENERAL' }))?.errors,
    ).toEqual({
      channel: 'You are not in that channel.',
    });
    await workspace.closeModal('dana', { everything: true });
    await change(slack, 'dana', { 'settings:whom': 'nobody' });
    await workspace.closeModal('dana', { everything: true });
    expect(await shown()).toContain('go to nobody');
  });

  it('ask only for what a choice needs, and keep what was entered beside it', async () => {
    const { workspace } = await open();
    const list = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'settings'));
    await workspace.click('dana', list, 'settings:open');
    const window = () => JSON.stringify(workspace.modals('dana')[0]?.view);
    await expect.poll(window).toContain('The default: <#C0TRANSITION>.');
    expect(window()).not.toMatch(/User group"|conversations_select/);
    await workspace.clickView('dana', 'feedback', 'off');
    await workspace.clickView('dana', 'settings:whom', 'channel');
    await expect.poll(window).toContain('conversations_select');
    await workspace.clickView('dana', 'settings:whom', 'group');
    await expect.poll(window).toContain('User group');
    expect(window()).not.toContain('conversations_select');
    await workspace.clickView('dana', 'group', 'S0LIBRARY');
    await workspace.submit('dana');
    const after = await workspace.answer(await workspace.command('dana', '#it-sourcing', 'settings'));
    expect(after.text).toContain('Feedback under answers is off.');
    expect(after.text).toContain('the user group S0LIBRARY');
    expect(workspace.refusals).toEqual([]);
  });

  it('are for members of the channel alone, and belong to a channel', async () => {
    const slack = await open();
    const { workspace } = slack;
    const direct = await workspace.answer(await workspace.command('dana', '@outsourcing', 'settings'));
    expect(direct.text).toMatch(/^Settings belong to a channel/);
    const mine = await workspace.answer(await workspace.command('luis', '#it-sourcing', 'settings'));
    await workspace.click('luis', mine, 'settings:open');
    await workspace.until(() => workspace.modals('luis')[0], 'the window');
    const { members } = workspace.state.channels.find(({ id }) => id === 'C0SOURCING')!;
    const pressed = workspace.click('luis', mine, 'settings:open');
    members.delete('U0LUIS');
    await pressed;
    await workspace.nextMessage(({ text }) => text.startsWith('Only members of that channel'));
    await workspace.submit('luis');
    expect(JSON.stringify(workspace.modals('luis'))).toContain('Only members of that channel');
  });

  it('lose the name of whoever changed them, when they ask to be forgotten', async () => {
    const store = createMemoryStore({ now: Date.now });
    const slack = await open({ store });
    await change(slack, 'dana', { feedback: 'off' });
    const kept = async () => JSON.stringify((await store.list('settings/')).entries);
    expect(await kept()).toContain('U0DANA');
    await slack.workspace.answer(await slack.workspace.command('dana', '#it-sourcing', 'forget me'));
    expect(await kept()).not.toContain('U0DANA');
    expect(await kept()).toContain('"feedback":false');
  });
});
