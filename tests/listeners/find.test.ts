import { describe, expect, it } from 'vitest';
import { findField } from '../../src/blocks/find-view.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { openSlack, type SlackOptions } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { topmostOf } from '../fixtures/topmost.ts';

const asker = await seedAsker();

/** Dana with the window to search from open. */
const openFind = async (options: SlackOptions = {}) => {
  const slack = await openSlack({ asker, ...options });
  const { workspace } = slack;
  const { topmost, sees } = topmostOf(workspace);
  await workspace.openTab('dana', 'home');
  await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home');
  await workspace.clickView('dana', 'find:open');
  await sees('Find precedents');
  const find = async (text: string): Promise<void> => {
    await workspace.clickView('dana', findField, text);
    await workspace.submit('dana');
  };
  return { ...slack, topmost, sees, find };
};

describe.each(['http', 'socket'] as const)('the window to search from over %s', (way) => {
  it('gives its place to the answer, whose next steps stand above it', async () => {
    const { workspace, find, sees } = await openFind({ way });
    await find('Optum');
    await sees('Optum has 5 clients in the library');
    expect(workspace.modals('dana')).toHaveLength(1);
    await workspace.clickView('dana', 'view:step:1');
    await sees('"Back"');
    expect(workspace.modals('dana')).toHaveLength(2);
    await workspace.closeModal('dana');
    await sees('Optum has 5 clients in the library');
    expect(workspace.refusals).toEqual([]);
  });

  it('puts an answer into the direct messages once, where it can be asked on', async () => {
    const { workspace, find, sees, app } = await openFind({ way });
    await find('Optum');
    await sees('Keep in Messages');
    await workspace.clickView('dana', 'view:keep');
    await sees('stands under *Messages* now');
    await workspace.nextMessage(({ channel }) => channel === 'D0DANA');
    await app.stop();
    const kept = workspace.messages('@outsourcing', { as: 'dana' });
    expect(kept.map(({ text }) => text.split(':')[0])).toEqual(['Optum has 5 clients in the library']);
    expect(JSON.stringify(kept[0]?.blocks)).toContain('suggest:1');
  });
});

describe('the window to search from', () => {
  it('asks for something to search where nothing is typed', async () => {
    const { workspace, find } = await openFind();
    await find('   ');
    await workspace.until(
      () => (JSON.stringify(workspace.modals('dana')).includes('Type a vendor') ? true : undefined),
      'an error beside the input',
    );
  });

  it('takes the place of the topmost window where three stand open', async () => {
    const { workspace, find, sees, topmost } = await openFind();
    await find('Optum');
    await sees('Keep in Messages');
    for (const many of [2, 3, 3, 3]) {
      const before = topmost();
      await workspace.clickView('dana', 'view:step:1');
      await workspace.until(() => (topmost() === before ? undefined : true), 'another answer');
      expect(workspace.modals('dana')).toHaveLength(many);
    }
    expect(workspace.refusals).toEqual([]);
  });

  it('forgets a person who asks for it there', async () => {
    const store = createMemoryStore({ now: Date.now });
    const { find, sees, workspace } = await openFind({ store });
    await workspace.answer(await workspace.command('dana', '#it-sourcing', '/outsourcing Optum'));
    await expect.poll(async () => (await store.list('recent/')).entries.length).toBe(1);
    await find('forget me');
    await sees('I no longer hold your recent questions');
    expect((await store.list('recent/')).entries).toEqual([]);
  });

  it('keeps the words of what it could not answer, without a name', async () => {
    const store = createMemoryStore({ now: Date.now });
    const { find, sees } = await openFind({ store });
    await find('quantum blockchain teleportation');
    await sees('Nothing in the library mentions');
    await expect.poll(async () => (await store.list('gap/')).entries.length).toBe(1);
    const [gap] = (await store.list('gap/')).entries;
    expect(gap?.value).toMatchObject({ text: 'quantum blockchain teleportation', why: 'not-held' });
    expect(JSON.stringify(gap)).not.toContain('U0DANA');
  });
});
