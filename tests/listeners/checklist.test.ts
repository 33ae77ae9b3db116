import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';
import { makeAsker } from '../fixtures/make-asker.ts';
import { makeSteps } from '../fixtures/make-checklist.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { openSlack, ways } from '../fixtures/make-slack.ts';
import { openChecklist } from '../fixtures/open-checklist.ts';

describe.each(ways)('over %s, a checklist', (way) => {
  it('is one message, and two people who tick, assign and date at once lose nothing', async () => {
    const { slack, board, until, edit } = await openChecklist({ way });
    const { workspace } = slack;
    expect(board().visibleTo).toBeUndefined();
    expect(JSON.stringify(board().blocks)).toContain('0 of 7 done');
    expect(JSON.stringify(board().blocks)).toContain('Steps taught by A guide, News, June 8, 2021');
    await Promise.all([
      workspace.click('dana', board(), 'checklist:tick:1'),
      workspace.click('luis', board(), 'checklist:tick:2'),
      workspace.click('luis', board(), 'checklist:tick:1'),
      edit('dana', 3, { assignee: 'U0LUIS', due: '2030-01-31' }),
      edit('luis', 3, { note: 'Ask payroll *first* <!channel>' }),
    ]);
    await until('2 of 7 done');
    await until(/<@U0LUIS>, due January 31, 2030/);
    await until('Note: Ask payroll *first* ‹!channel>');
    expect(workspace.refusals).toEqual([]);
    const ours = workspace
      .messages('#it-sourcing', { as: 'luis' })
      .filter(({ user }) => user === 'U0PRECEDENT');
    expect(ours).toHaveLength(1);
  });
});

it('is begun by a mention in its thread, where commands do not work', async () => {
  const { workspace } = await openSlack();
  const asked = await workspace.say('luis', '#it-sourcing', '@outsourcing checklist start Riverside to Acme');
  const board = await workspace.answer(asked);
  expect(board.text).toBe('Transition checklist Riverside to Acme: 0 of 7 done.');
  expect(board.threadTs).toBe(asked.ts);
  await workspace.click('dana', board, 'checklist:tick:7');
  await workspace.nextMessage(({ text }) => text.endsWith('1 of 7 done.'));
});

it('leaves people alone who talk below it, and answers there by name', async () => {
  const store = createMemoryStore({ now: Date.now });
  const { slack, board } = await openChecklist({ store });
  const { workspace, app } = slack;
  await workspace.say('luis', '#it-sourcing', 'I called the vendor about step 2', { thread: board().ts });
  const asked = await workspace.say('luis', '#it-sourcing', '@outsourcing Optum', { thread: board().ts });
  expect((await workspace.answer(asked)).text).toMatch(/^You asked Optum/);
  await app.stop();
  const ours = workspace.state.messages.filter(
    ({ user, threadTs }) => user === 'U0PRECEDENT' && threadTs !== undefined,
  );
  expect(ours).toHaveLength(1);
  for (const kind of ['held/', 'gap/']) expect((await store.list(kind)).entries).toEqual([]);
  expect(JSON.stringify((await store.list('')).entries)).not.toContain('vendor about');
});

it('is begun once under a name, with a name, in a channel, by its members, where we may post', async () => {
  const { slack } = await openChecklist();
  const { workspace } = slack;
  const say = async (where: string, text: string) =>
    (await workspace.answer(await workspace.command('dana', where, text))).text;
  expect(await say('#it-sourcing', 'checklist start riverside TO acme')).toBe(
    'There is a checklist called “Riverside to Acme” here already. Type `/outsourcing checklist` to see it.',
  );
  expect(await say('#it-sourcing', 'checklist start')).toMatch(/^Give it a name/);
  expect(await say('@outsourcing', 'checklist start X')).toMatch(/^A checklist belongs to a channel/);
  expect(await say('#general', 'checklist start X')).toMatch(
    /^I may not post in this channel.*invite @outsourcing/,
  );
  expect(await say('#it-sourcing', 'checklist start <!channel> & @luis')).toMatch(
    /^Started “‹!channel&gt; &amp; luis” with/,
  );
});

it('survives a restart, goes on from another replica, and is drawn by a sweep where Slack was away', async () => {
  const clock = makeClock();
  const store = createMemoryStore({ now: clock.now });
  const { slack, board, until } = await openChecklist({ store, clock: clock.now });
  const { workspace } = slack;
  await workspace.click('dana', board(), 'checklist:tick:1');
  await until('1 of 7 done');
  await slack.app.stop();
  const other = await openSlack({ store, clock: clock.now, beside: slack });
  await workspace.click('luis', board(), 'checklist:tick:2');
  await until('2 of 7 done');
  workspace.faults.always('chat.update', { error: 'fatal_error' });
  await workspace.click('luis', board(), 'checklist:tick:3');
  await expect
    .poll(() => JSON.stringify(other.lines), { timeout: 6_000 })
    .toContain('could not show how a checklist stands');
  workspace.faults.clear();
  expect(JSON.stringify(board().blocks)).toContain('2 of 7 done');
  clock.pass(20_000);
  await other.app.sweep();
  expect(JSON.stringify(board().blocks)).toContain('3 of 7 done');
});

it('is taken page by page, and stays within Slack’s limits with two hundred items', async () => {
  const asker = makeAsker();
  const steps = makeSteps(200).map((step) => ({
    ...step,
    text: `${'& <!channel> '.repeat(30)}${step.text}`,
  }));
  const { slack, board, until } = await openChecklist({
    asker: { ...asker, transition: { ...asker.transition, steps } },
  });
  const { workspace } = slack;
  await until('page 1 of 20');
  const value = board.value('checklist:later').split('/');
  await workspace.click('dana', board(), 'checklist:later');
  await until('page 2 of 20');
  await until('11. ');
  await workspace.click('luis', board(), 'checklist:page', [value[0], value[1], '19'].join('/'));
  await until('page 20 of 20');
  await workspace.click('luis', board(), 'checklist:tick:200');
  await until('1 of 200 done');
  await workspace.click('dana', board(), 'checklist:earlier');
  await until('page 19 of 20');
  await workspace.click('dana', board(), 'checklist:add');
  await workspace.until(() => workspace.modals('dana')[0], 'the window');
  await workspace.clickView('dana', 'text', 'One too many');
  await workspace.submit('dana');
  expect(workspace.modals('dana')[0]?.errors.text).toMatch(/^This list is full/);
  expect(workspace.refusals).toEqual([]);
});

it('is exported into its thread, with names', async () => {
  const { slack, board, edit } = await openChecklist();
  const { workspace } = slack;
  await edit('dana', 1, { assignee: 'U0LUIS', due: '2030-01-31', note: '=1+1' });
  for (const form of ['csv', 'markdown'])
    await workspace.click('dana', board(), 'checklist:more', `${form}/${board.value('checklist:add')}`);
  await expect.poll(() => workspace.state.files.size).toBe(2);
  const [csv, markdown] = [...workspace.state.files.values()].map(({ name, content }) => ({
    name,
    text: String(content),
  }));
  expect(csv?.name).toMatch(/^checklist-riverside-to-acme-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv?.text).toContain("1,Group 1,Step 1 is carried out.,no,,,Luis Ortega,2030-01-31,'=1+1,");
  expect(markdown?.text).toContain('- [ ] Step 1 is carried out. (Luis Ortega; due January 31, 2030)');
  await workspace.nextMessage(
    ({ text, threadTs }) => text.includes('as Markdown, as of') && threadTs === board().ts,
  );
  await workspace.nextMessage(
    ({ text, visibleTo }) =>
      visibleTo === 'U0DANA' && text === 'The file stands in the thread of this checklist.',
  );
});

it('is deleted after a question, for good, and leaves a word', async () => {
  const store = createMemoryStore({ now: Date.now });
  const { slack, board } = await openChecklist({ store });
  const { workspace } = slack;
  const { ts } = board();
  await workspace.click('dana', board(), 'checklist:more', `delete/${board.value('checklist:add')}`);
  await workspace.until(() => workspace.modals('dana')[0], 'the question');
  await workspace.submit('dana');
  await workspace.nextMessage(
    (one) => one.ts === ts && one.text === 'Riverside to Acme: this checklist was deleted.',
  );
  await slack.app.stop();
  for (const kind of ['checklist/', 'board/', 'redraw/'])
    expect((await store.list(kind)).entries).toEqual([]);
});

it('a person who asks to be forgotten is taken off it, and what they did stays done', async () => {
  const store = createMemoryStore({ now: Date.now });
  const { slack, board, until, edit } = await openChecklist({ store });
  const { workspace } = slack;
  await workspace.click('dana', board(), 'checklist:tick:1');
  await edit('luis', 2, { assignee: 'U0DANA' });
  await until('1 of 7 done');
  await workspace.answer(await workspace.command('dana', '#it-sourcing', 'forget me'));
  expect(JSON.stringify((await store.list('checklist/')).entries)).not.toContain('U0DANA');
  expect(JSON.stringify((await store.list('checklist/')).entries)).toContain('ticked');
});
