import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { openAsker } from '../../src/app.ts';
import { records } from '../export/read-csv.ts';
import { root } from '../fixtures/library.ts';
import { makeClock } from '../fixtures/make-clock.ts';
import { openSlack, type SlackOptions } from '../fixtures/make-slack.ts';

const asker: Asker = await openAsker({ seeds: `${root}/seeds`, intents: `${root}/intents` });

/** Dana with a comparison that only she sees, in a channel that the bot is no member of. */
const openComparison = async (options: SlackOptions = {}) => {
  const clock = makeClock();
  const slack = await openSlack({ asker, clock: clock.now, ...options });
  const { workspace } = slack;
  const answer = await workspace.answer(
    await workspace.command('dana', '#general', 'compare kaiser and allina'),
  );
  const files = () => [...workspace.state.files.values()].filter(({ isComplete }) => isComplete);
  const says = (start: string) => workspace.nextMessage(({ text }) => text.startsWith(start));
  const direct = () => workspace.messages('@outsourcing', { as: 'dana' });
  return { ...slack, answer, files, says, direct };
};

describe.each(['http', 'socket'] as const)('a comparison over %s', (way) => {
  it('is handed over as CSV in the direct message of whoever pressed, and is told where', async () => {
    const { workspace, answer, files, says, direct } = await openComparison({ way });
    await workspace.click('dana', answer, 'export:csv');
    expect(await says('I sent you the file directly')).toMatchObject({ visibleTo: 'U0DANA' });
    const [file] = files();
    expect(file?.name).toBe('comparison-kaiser-permanente-ibm-allina-health-optum-2026-11-22.csv');
    const rows = records(file?.content?.toString() ?? '');
    expect(rows.find(({ Figure }) => Figure === '500000000')).toMatchObject({
      Hedge: 'reportedly',
      'As of': 'March 17, 2009',
      Source: "IBM to run Kaiser Permanente's data centers",
    });
    expect(direct().map(({ text, files: with_ = [] }) => [text, with_.length])).toEqual([
      ['Here is the file you asked for, for you alone.', 0],
      ['Kaiser Permanente–IBM and Allina Health–Optum compared, as CSV for a spreadsheet.', 1],
    ]);
    expect(workspace.refusals).toEqual([]);
  });
});

describe('an export', () => {
  it('goes into the thread where it was asked for in a direct message, and says nothing twice', async () => {
    const { workspace, files, app } = await openComparison();
    const asked = await workspace.answer(await workspace.say('dana', '@outsourcing', 'kaiser vs allina'));
    await Promise.all([1, 2].map(() => workspace.click('dana', asked, 'export:markdown')));
    await workspace.until(() => files()[0], 'a file');
    await app.stop();
    expect(files().map(({ name }) => name)).toEqual([
      'comparison-kaiser-permanente-ibm-allina-health-optum-2026-11-22.md',
    ]);
    const last = workspace.messages('@outsourcing', { as: 'dana' }).at(-1);
    expect(last).toMatchObject({ threadTs: asked.threadTs, files: [files()[0]?.id] });
    expect(last?.text).toContain('as a page of Markdown.');
  });

  it('says who can help where the bot may hand over no files, and where the workspace takes none', async () => {
    const { workspace, answer, files, says, direct } = await openComparison({
      workspace: { scopes: ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'] },
    });
    await workspace.click('dana', answer, 'export:csv');
    expect(await says('I may not hand over files')).toMatchObject({ visibleTo: 'U0DANA' });
    workspace.faults.next('files.getUploadURLExternal', { error: 'file_uploads_disabled' });
    await workspace.click('dana', answer, 'export:markdown');
    expect(await says('This workspace takes no files')).toMatchObject({ visibleTo: 'U0DANA' });
    expect([files(), direct()]).toEqual([[], []]);
  });

  it('is handed over from a window as well, which says where it is, and once for a double click', async () => {
    const { workspace, files, direct, app } = await openComparison();
    await workspace.openTab('dana', 'home');
    await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home');
    await workspace.clickView('dana', 'home:search', 'compare kaiser and allina');
    const topmost = () => JSON.stringify(workspace.modals('dana').at(-1) ?? {});
    await workspace.until(() => topmost().includes('export:csv') || undefined, 'the answer');
    await Promise.all([1, 2].map(() => workspace.clickView('dana', 'export:csv')));
    await workspace.until(() => topmost().includes('stands under Messages') || undefined, 'word of the file');
    await app.stop();
    expect(files().map(({ name }) => name)).toEqual([
      'comparison-kaiser-permanente-ibm-allina-health-optum-2026-11-22.csv',
    ]);
    expect(direct().map(({ files: with_ = [] }) => with_.length)).toEqual([0, 1]);
    expect(topmost()).toContain('reportedly $500 million');
    expect(workspace.refusals).toEqual([]);
  });

  it('refused in a window is explained there', async () => {
    const { workspace } = await openComparison();
    await workspace.openTab('dana', 'home');
    await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home');
    await workspace.clickView('dana', 'home:search', 'compare kaiser and allina');
    const topmost = () => JSON.stringify(workspace.modals('dana').at(-1) ?? {});
    await workspace.until(() => topmost().includes('export:markdown') || undefined, 'the answer');
    workspace.faults.next('files.getUploadURLExternal', { error: 'file_uploads_disabled' });
    await workspace.clickView('dana', 'export:markdown');
    await workspace.until(() => topmost().includes('This workspace takes no files') || undefined, 'why');
  });

  it('ends in a calm sentence with a reference where Slack fails', async () => {
    const { workspace, answer, says, lines } = await openComparison();
    workspace.faults.next('files.completeUploadExternal', { error: 'posting_to_channel_denied' });
    await workspace.click('dana', answer, 'export:csv');
    const said = await says('Something went wrong on my side');
    const reference = /reference (\w+)\./.exec(said.text)?.[1];
    expect(lines.some((line) => line.reference === reference)).toBe(true);
  });

  it('is offered under answers with a table alone', async () => {
    const { workspace, answer } = await openComparison();
    const profile = await workspace.answer(await workspace.command('dana', '#general', 'Kaiser'));
    const fact = await workspace.answer(
      await workspace.command('dana', '#general', 'how long is the kaiser deal'),
    );
    const offers = (message: { readonly blocks: readonly unknown[] }) =>
      [...JSON.stringify(message.blocks).matchAll(/"(?:export|compare):\w+"/g)].map(([one]) =>
        one.slice(1, -1),
      );
    expect(offers(answer)).toEqual(['export:csv', 'export:markdown', 'compare:open']);
    expect(offers(profile)).toEqual(['compare:open']);
    expect(offers(fact)).toEqual([]);
  });
});
