import { describe, expect, it } from 'vitest';
import { findField, partyField } from '../../src/blocks/find-view.ts';
import { shareField } from '../../src/blocks/share-view.ts';
import type { Message } from '../../src/playground/workspace/state.ts';
import { openSlack, type Slack, type SlackOptions, ways } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { topmostOf } from '../fixtures/topmost.ts';

const asker = await seedAsker();

/** A bot, and what dana's topmost window says. */
const open = async (options: SlackOptions = {}) => {
  const slack = await openSlack({ asker, ...options });
  const { workspace } = slack;
  const { sees } = topmostOf(workspace);
  const copies = (channel: string): readonly Message[] =>
    workspace
      .messages(channel, { as: 'luis' })
      .filter(({ text, visibleTo }) => visibleTo === undefined && text.startsWith('About '));
  const search = async (text: string): Promise<void> => {
    await workspace.shortcut('dana', 'search_precedents');
    await sees('What do you want to know?');
    await workspace.clickView('dana', findField, text);
    await workspace.submit('dana');
  };
  const shareTo = async (channel: string): Promise<void> => {
    await workspace.clickView('dana', 'share:choose');
    await sees('Share this answer');
    await workspace.clickView('dana', shareField, channel);
    await workspace.submit('dana');
  };
  return { ...slack, sees, copies, search, shareTo };
};

describe.each(ways)('"Search precedents" over %s', (way) => {
  it('answers in its window, from where the answer is shared to a channel and taken back there', async () => {
    const { workspace, sees, copies, search, shareTo, app } = await open({ way });
    await search('how long is the Kaiser contract');
    await sees('runs seven years');
    await shareTo('C0SOURCING');
    await sees('Shared to <#C0SOURCING>');
    const [copy, ...more] = copies('#it-sourcing');
    expect(more).toEqual([]);
    expect(copy?.text).toContain('runs seven years');
    expect(copy?.blocks[0]).toMatchObject({ elements: [{ text: 'Shared by <@U0DANA>' }] });
    if (copy !== undefined) await workspace.click('dana', copy, 'share:remove');
    await app.stop();
    expect(copies('#it-sourcing')).toEqual([]);
    expect(workspace.refusals).toEqual([]);
  });

  it('says in the window how to invite the bot where it is no member', async () => {
    const { sees, copies, search, shareTo } = await open({ way });
    await search('how long is the Kaiser contract');
    await sees('runs seven years');
    await shareTo('C0GENERAL');
    await sees('not a member of <#C0GENERAL>. Type `/invite @outsourcing` there');
    expect(copies('#general')).toEqual([]);
  });
});

describe('"Search precedents"', () => {
  const offered = async ({ workspace }: Pick<Slack, 'workspace'>, typed: string): Promise<string> =>
    JSON.stringify(await workspace.searchOptions('dana', partyField, typed));

  it('shows all that is known of a vendor or client that is chosen', async () => {
    const { workspace, sees } = await open();
    await workspace.shortcut('dana', 'search_precedents');
    await sees('Of whom');
    expect(await offered({ workspace }, 'opt')).toMatch(/"Optum".*"5 deals"/);
    expect(await offered({ workspace }, 'opt')).not.toContain('Cerner');
    await workspace.clickView('dana', partyField, 'optum');
    await workspace.submit('dana');
    await sees('Optum has 5 clients in the library');
    expect(workspace.refusals).toEqual([]);
  });

  it('asks what was typed of whom was chosen', async () => {
    const { workspace, sees } = await open();
    await workspace.shortcut('dana', 'search_precedents');
    await sees('Of whom');
    await offered({ workspace }, 'kaiser');
    await workspace.clickView('dana', partyField, 'kaiser-permanente');
    await workspace.clickView('dana', findField, 'how long is the contract');
    await workspace.submit('dana');
    await sees('runs seven years');
  });

  it('is told directly where Slack no longer lets us open a window', async () => {
    const { workspace } = await open();
    workspace.faults.next('views.open', { error: 'expired_trigger_id' });
    await workspace.shortcut('dana', 'search_precedents');
    const told = await workspace.nextMessage(({ text }) => text.includes('Please try again'));
    expect(told.channel).toBe('D0DANA');
  });

  it('shares nothing where the person is not: whatever they choose, Slack is asked', async () => {
    const { workspace, sees, copies, search } = await open();
    await search('how long is the Kaiser contract');
    await sees('share:choose');
    await workspace.clickView('dana', 'share:choose');
    await sees('Share this answer');
    await workspace.clickView('dana', shareField, 'C0SOURCING');
    workspace.state.channels.find(({ id }) => id === 'C0SOURCING')?.members.delete('U0DANA');
    await workspace.submit('dana');
    await sees('you or I are not in <#C0SOURCING>');
    expect(copies('#it-sourcing')).toEqual([]);
  });

  it('shares nothing nowhere', async () => {
    const { workspace, sees, copies, search } = await open();
    await search('how long is the Kaiser contract');
    await sees('share:choose');
    await workspace.clickView('dana', 'share:choose');
    await sees('Share this answer');
    await workspace.submit('dana');
    await workspace.settled();
    expect(copies('#it-sourcing')).toEqual([]);
  });

  it('shares once, also when the window is sent twice', async () => {
    const { workspace, sees, copies, search, app } = await open();
    await search('how long is the Kaiser contract');
    await sees('share:choose');
    await workspace.clickView('dana', 'share:choose');
    await sees('Share this answer');
    await workspace.clickView('dana', shareField, 'C0SOURCING');
    await Promise.all([workspace.submit('dana'), workspace.submit('dana')]);
    await sees('Shared to');
    await app.stop();
    expect(copies('#it-sourcing')).toHaveLength(1);
  });
});

describe('an answer in direct messages', () => {
  it('is shared to a channel', async () => {
    const { workspace, sees, copies } = await open();
    const question = await workspace.say('dana', '@outsourcing', 'how long is the Kaiser contract');
    const answer = await workspace.answer(question);
    await workspace.click('dana', answer, 'share:choose');
    await sees('Share this answer');
    await workspace.clickView('dana', shareField, 'C0SOURCING');
    await workspace.submit('dana');
    await sees('Shared to <#C0SOURCING>');
    expect(copies('#it-sourcing')).toHaveLength(1);
    expect(JSON.stringify(copies('#it-sourcing'))).not.toContain('how long is the Kaiser contract');
  });
});
