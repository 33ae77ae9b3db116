import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/answer.ts';
import { checkView } from '../../src/blocks/checker.ts';
import { sourceView } from '../../src/blocks/source-view.ts';
import { encodeReading } from '../../src/reading.ts';
import { root } from '../fixtures/library.ts';
import { makeCitation } from '../fixtures/make-answer.ts';
import { openSlack, type SlackOptions, ways } from '../fixtures/make-slack.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { topmostOf } from '../fixtures/topmost.ts';

const asker = await seedAsker();

/** Dana's private answer to a question, and what her topmost window says. */
const openAnswer = async (question: string, options: SlackOptions = {}) => {
  const slack = await openSlack({ asker, ...options });
  const { workspace } = slack;
  const answer = await workspace.answer(await workspace.command('dana', '#it-sourcing', question));
  const { topmost, sees } = topmostOf(workspace);
  return { ...slack, answer, topmost, sees };
};

describe.each(ways)('the sources of an answer, over %s', (way) => {
  it('open with the cited fact among its neighbours', async () => {
    const { workspace, answer, sees, topmost } = await openAnswer('how long is the Kaiser contract', { way });
    await workspace.click('dana', answer, 'source:open');
    await sees("IBM to run Kaiser Permanente's data centers");
    expect(topmost()).toContain('InformationWeek · March 17, 2009 · News report');
    expect(topmost()).toContain('"Cited: The Kaiser Permanente–IBM contract runs seven years');
    expect(topmost().match(/"Cited: /g)).toHaveLength(1);
    expect(topmost().match(/rich_text_section/g)?.length).toBeGreaterThan(4);
    expect(topmost()).not.toContain('source:page');
    expect(workspace.refusals).toEqual([]);
  });

  it('of several articles are turned, there and back', async () => {
    const { workspace, answer, sees } = await openAnswer('compare kaiser vs allina', { way });
    await workspace.click('dana', answer, 'source:open');
    await sees('Source 1 of 2');
    await workspace.clickView('dana', 'source:page:next');
    await sees('Source 2 of 2');
    await sees('Why Allina Health outsourced IT to Optum');
    await workspace.clickView('dana', 'source:page:previous');
    await sees('Source 1 of 2');
    expect(workspace.modals('dana')).toHaveLength(1);
    expect(workspace.refusals).toEqual([]);
  });
});

describe('the sources of an answer', () => {
  it('say what is missing of an article', async () => {
    const { workspace, answer, sees } = await openAnswer('Mission Health');
    await workspace.click('dana', answer, 'source:open');
    await sees('Note: only the first page was available');
  });

  it('are told calmly where Slack no longer lets us open a window', async () => {
    const { workspace, answer } = await openAnswer('Mission Health');
    workspace.faults.next('views.open', { error: 'expired_trigger_id' });
    await workspace.click('dana', answer, 'source:open');
    const told = await workspace.nextMessage(({ text }) => text.includes('Please try again'));
    expect(told.visibleTo).toBe('U0DANA');
  });

  it('are those that the answer numbers, with every fact that it cites, over the whole work set', () => {
    const lines = readFileSync(`${root}/tests/eval/work.jsonl`, 'utf8').trim().split('\n');
    for (const line of lines) {
      const { reading, answer } = asker.ask(JSON.parse(line).text, []);
      if (answer.readAs === '') continue;
      const { answer: again } = asker.answerReading(reading);
      const sources = asker.sources(again);
      expect(sources.map(({ citation }) => citation)).toEqual(again.citations);
      for (const at of sources.keys())
        expect(checkView(sourceView({ sources, at, reading: encodeReading(reading) }))).toEqual([]);
      const lead = again.lead.flatMap(({ facts }) => facts);
      const shown = sources.flatMap(({ headings }) => headings.flatMap(({ facts }) => facts));
      if (lead.length > 0) expect(shown.some(({ isCited }) => isCited)).toBe(true);
    }
  });

  it('stay within a window, however much an article holds', () => {
    const facts = Array.from({ length: 300 }, (_, at) => ({
      sentence: `${at} <!channel> ${'word '.repeat(400)}`,
      isCited: at % 7 === 0,
    }));
    const heading = { title: 'A heading '.repeat(40), facts, left: '3 further facts' };
    const source: Source = {
      citation: makeCitation({
        title: 'T'.repeat(900),
        remark: 'R'.repeat(5000),
        url: 'https://news.example/a',
      }),
      kind: 'News report',
      author: 'A'.repeat(900),
      headings: Array.from({ length: 40 }, () => heading),
    };
    const reading = encodeReading(asker.ask('Kaiser', []).reading);
    for (const at of [0, 199, 500]) {
      const view = sourceView({ sources: Array(200).fill(source), at, reading });
      expect(checkView(view)).toEqual([]);
      expect(JSON.stringify(view).length).toBeLessThan(250_000);
    }
  });
});
