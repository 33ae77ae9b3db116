import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { openAsker } from '../../src/app.ts';
import { createAsker } from '../../src/ask.ts';
import { answerMessages } from '../../src/blocks/answer.ts';
import { answerView } from '../../src/blocks/answer-view.ts';
import { checkMessage, checkView } from '../../src/blocks/checker.ts';
import { suggestedGroups } from '../../src/blocks/choices.ts';
import { compareView, dealChoices, dealsField, rowsField } from '../../src/blocks/compare-view.ts';
import { createLibrary } from '../../src/corpus/library.ts';
import { comparisonCsv } from '../../src/export/comparison-csv.ts';
import { loadCatalog } from '../../src/nlu/catalog.ts';
import { toReading } from '../../src/reading.ts';
import { records } from '../export/read-csv.ts';
import { root } from '../fixtures/library.ts';
import { openSlack, type SlackOptions } from '../fixtures/make-slack.ts';
import { manyArticles } from '../fixtures/many-articles.ts';

const asker: Asker = await openAsker({ seeds: `${root}/seeds`, intents: `${root}/intents` });
const intents = await loadCatalog(`${root}/intents`);
const kaiser = 'kaiser-ibm';
const allina = 'allina-optum';

/** Dana with the window open, from Home unless a command was typed first. */
const openCompare = async ({
  command,
  channel = '#general',
  ...options
}: SlackOptions & { readonly command?: string; readonly channel?: string } = {}) => {
  const slack = await openSlack({ asker, ...options });
  const { workspace } = slack;
  if (command === undefined) {
    await workspace.openTab('dana', 'home');
    await workspace.until(() => workspace.state.screens('U0DANA').home, 'Home');
    await workspace.clickView('dana', 'compare:open');
  } else {
    const message = await workspace.answer(await workspace.command('dana', channel, command));
    await workspace.click('dana', message, 'compare:open');
  }
  const topmost = (): string => JSON.stringify(workspace.modals('dana').at(-1) ?? {});
  const sees = (text: string): Promise<true> =>
    workspace.until(() => (topmost().includes(text) ? true : undefined), `"${text}"`);
  await sees('Compare deals');
  const choose = async (words: readonly string[], deals: readonly string[]): Promise<void> => {
    for (const word of words) await workspace.searchOptions('dana', dealsField, word);
    await workspace.clickView('dana', dealsField, [...deals]);
  };
  return { ...slack, topmost, sees, choose };
};

describe.each(['http', 'socket'] as const)('the window to compare from over %s', (way) => {
  it('answers in the window and in the direct messages when it is opened from Home', async () => {
    const { workspace, choose, sees, app } = await openCompare({ way });
    await choose(['kais', 'allina'], [kaiser, allina]);
    await workspace.clickView('dana', rowsField, ['term', 'value', 'staff-moved']);
    await workspace.submit('dana');
    await sees('reportedly $500 million');
    await sees('stands under *Messages* now');
    const message = await workspace.nextMessage(({ channel }) => channel === 'D0DANA');
    await app.stop();
    const heads = JSON.stringify(message.blocks);
    expect(heads).toContain('"type":"data_table"');
    expect(heads).toContain('Staff moved');
    expect(heads).not.toContain('Kept in-house');
    expect(workspace.refusals).toEqual([]);
  });
});

describe('the window to compare from', () => {
  it('begins with the deals of the answer that it stands under', async () => {
    const { topmost } = await openCompare({ command: 'compare kaiser and allina' });
    const { element } = JSON.parse(topmost()).view.blocks[1];
    expect(element.initial_options.map(({ value }: { value: string }) => value)).toEqual([kaiser, allina]);
  });

  it('begins with all deals of a vendor', async () => {
    const { topmost } = await openCompare({ command: 'Optum' });
    expect(JSON.parse(topmost()).view.blocks[1].element.initial_options).toHaveLength(5);
  });

  it('answers where it was opened, for that person alone, also where the bot is no member', async () => {
    const { workspace, choose } = await openCompare({ command: 'Optum' });
    await choose(['kaiser', 'mission'], [kaiser, 'mission-cerner']);
    await workspace.submit('dana');
    const message = await workspace.nextMessage(({ text }) => text.startsWith('Kaiser Permanente with IBM'));
    expect(message).toMatchObject({ visibleTo: 'U0DANA' });
    expect(workspace.modals('dana')).toEqual([]);
    expect(workspace.messages('@outsourcing', { as: 'dana' })).toEqual([]);
    await workspace.settled();
    expect(workspace.refusals).toEqual([]);
  });

  it('is shared with the rows that were chosen', async () => {
    const { workspace, choose } = await openCompare({ command: 'Optum', channel: '#it-sourcing' });
    await choose(['kaiser', 'mission'], [kaiser, 'mission-cerner']);
    await workspace.clickView('dana', rowsField, ['vendor-pay', 'term']);
    await workspace.submit('dana');
    const mine = await workspace.nextMessage(({ text }) => text.startsWith('Kaiser Permanente with IBM'));
    await workspace.click('dana', mine, 'share:post');
    const shared = await workspace.nextMessage(
      ({ visibleTo, text }) => visibleTo === undefined && text.includes('Kaiser Permanente with IBM'),
    );
    const table = JSON.stringify(shared.blocks);
    expect(table).toContain('Payment model');
    expect(table).not.toContain('Kept in-house');
    expect(workspace.refusals).toEqual([]);
  });

  it('answers in the thread where it was opened, for that person alone, and shares there', async () => {
    const { workspace } = await openSlack({ asker });
    await workspace.say('luis', '#it-sourcing', '@outsourcing Optum');
    const seen = await workspace.nextMessage(({ user }) => user === 'U0PRECEDENT');
    await workspace.click('dana', seen, 'compare:open');
    await workspace.until(() => workspace.modals('dana').at(-1), 'the window');
    await workspace.submit('dana');
    const mine = await workspace.nextMessage(({ visibleTo }) => visibleTo === 'U0DANA');
    expect(mine).toMatchObject({ channel: seen.channel, threadTs: seen.threadTs });
    expect(seen.threadTs).toBeDefined();
    expect(JSON.stringify(mine.blocks)).toContain('Share to thread');
    await workspace.click('dana', mine, 'share:post');
    const shared = await workspace.nextMessage(
      ({ visibleTo, ts, user }) => visibleTo === undefined && ts !== seen.ts && user === 'U0PRECEDENT',
    );
    expect(shared.threadTs).toBe(seen.threadTs);
    expect(workspace.refusals).toEqual([]);
  });

  it('opened under a private answer about a message is shared into the thread below that message', async () => {
    const { workspace } = await openSlack({ asker });
    const text = 'Who went with Optum?';
    await workspace.say('luis', '#it-sourcing', text);
    const written = await workspace.nextMessage((message) => message.text === text);
    await workspace.messageShortcut('dana', written, 'find_precedents');
    const answer = await workspace.nextMessage(({ visibleTo }) => visibleTo === 'U0DANA');
    await workspace.click('dana', answer, 'compare:open');
    await workspace.until(() => workspace.modals('dana').at(-1), 'the window');
    await workspace.submit('dana');
    const mine = await workspace.nextMessage(
      ({ visibleTo, ts }) => visibleTo === 'U0DANA' && ts !== answer.ts,
    );
    expect(mine.threadTs).toBeUndefined();
    await workspace.click('dana', mine, 'share:post');
    const shared = await workspace.nextMessage(
      ({ visibleTo, user }) => visibleTo === undefined && user === 'U0PRECEDENT',
    );
    expect(shared.threadTs).toBe(written.ts);
  });

  it('says beside the input what is wrong, and answers nothing', async () => {
    const { workspace, choose, sees } = await openCompare();
    await choose(['kaiser'], [kaiser]);
    await workspace.submit('dana');
    await sees('Choose at least two deals');
    expect(workspace.modals('dana')).toHaveLength(1);
    expect(workspace.messages('@outsourcing', { as: 'dana' })).toEqual([]);
  });

  it('answers once however often it is sent', async () => {
    const { workspace, choose, app } = await openCompare({ command: 'Optum' });
    await choose(['kaiser', 'mission'], [kaiser, 'mission-cerner']);
    await Promise.allSettled([workspace.submit('dana'), workspace.submit('dana')]);
    await workspace.nextMessage(({ text }) => text.startsWith('Kaiser Permanente with IBM'));
    await app.stop();
    const answers = workspace
      .messages('#general', { as: 'dana' })
      .filter(({ text }) => text.startsWith('Kaiser Permanente with IBM'));
    expect(answers).toHaveLength(1);
  });

  it('says calmly that it came too late to open', async () => {
    const slack = await openSlack({ asker });
    const { workspace } = slack;
    const message = await workspace.answer(await workspace.command('dana', '#general', 'Optum'));
    workspace.faults.next('views.open', { error: 'expired_trigger_id' });
    await workspace.click('dana', message, 'compare:open');
    const said = await workspace.nextMessage(({ text }) => text.startsWith('Slack waits three seconds'));
    expect(said).toMatchObject({ visibleTo: 'U0DANA' });
  });

  it('offers deals by vendor, by any name and place, and by how a name begins', () => {
    const found = (words: string) =>
      asker.comparing.find(words).map(({ label, deals }) => [label, ...deals.map(({ id }) => id)]);
    expect(found('')[0]?.[0]).toBe('Optum');
    expect(found('').at(-1)).toEqual(['Kept in-house', 'bidmc-inhouse']);
    expect(found('ibm')).toEqual([['IBM', 'aon-ibm', 'hygen-ibm', 'kaiser-ibm']]);
    expect(found('brewer maine')).toEqual([['Optum', 'northern-light-optum']]);
    expect(found('kaizer')).toEqual([['IBM', 'kaiser-ibm']]);
    expect(found('nobody')).toEqual([]);
  });
});

describe.each([5, 500, 5_000])('over %i articles', (many) => {
  const large = createAsker(createLibrary(manyArticles(many)), intents);

  it('passes the checker, offers at most a hundred deals, and finds every one', () => {
    const { comparing } = large;
    const all = comparing.find('').flatMap(({ deals }) => deals);
    expect(all.length).toBe(Math.min(many, 100));
    const [first, second] = all;
    expect(checkView(compareView(comparing.rows, all, {}))).toEqual([]);
    expect(suggestedGroups(dealChoices(comparing.find(''))).length).toBeLessThanOrEqual(100);
    for (const { id, name } of [...large.holdings().deals]
      .slice(-3)
      .map(([key, { label }]) => ({ id: key, name: label })))
      expect(
        comparing.find(name.replace(' with ', ' ')).flatMap(({ deals }) => deals.map((deal) => deal.id)),
      ).toContain(id);
    const reading = toReading({
      intent: 'compare-deals',
      subjects: [first?.id ?? '', second?.id ?? ''],
      rows: comparing.rows.map(({ id }) => id),
    });
    const turn = large.answerReading(reading);
    const foot = { reading, others: large.otherReadings(turn), comparable: true, share: 'channel' as const };
    for (const message of answerMessages(turn.answer, foot)) expect(checkMessage(message)).toEqual([]);
    expect(checkView(answerView({ ...turn, depth: 1 }))).toEqual([]);
  });

  it('tells six deals by every attribute within the limits, as a table that is exported whole', () => {
    const six = large.comparing
      .find('')
      .flatMap(({ deals }) => deals)
      .slice(0, 6)
      .map(({ id }) => id);
    const rows = large.comparing.rows.map(({ id }) => id);
    const reading = toReading({ intent: 'compare-deals', subjects: six, rows });
    const { answer } = large.answerReading(reading);
    expect(answerMessages(answer).flatMap((message) => checkMessage(message))).toEqual([]);
    expect(JSON.stringify(answerMessages(answer))).toContain('"type":"data_table"');
    const lines = records(comparisonCsv(answer, '2026-11-22')?.content ?? '');
    expect(new Set(lines.map(({ Attribute, Deal }) => `${Attribute}/${Deal}`)).size).toBe(
      rows.length * six.length,
    );
  });
});
