import { expect, it } from 'vitest';
import { isAnswered } from '../../src/answer.ts';
import { answerView } from '../../src/blocks/answer-view.ts';
import { checkView } from '../../src/blocks/checker.ts';
import { askerOver } from '../drills/library-of.ts';

it('a long list is told as far as one reads, says how it goes on, and fits into one message and one window', async () => {
  const asker = await askerOver(120);
  const turn = asker.ask('all deals', []);
  const { lead, sections, outcome } = turn.answer;
  expect(isAnswered(outcome)).toBe(true);
  expect(lead.map(({ text }) => text).join('')).toMatch(
    /^108 deals: .* and 88 more; in-house, not outsourced: .*\.$/,
  );
  expect(sections.map((section) => (section.kind === 'claims' ? section.claims.length : section))).toEqual([
    40,
    {
      kind: 'note',
      text: 'The first 40 of 120 are told here. Narrow it by vendor, place or year to see others.',
    },
    { kind: 'note', text: expect.stringMatching(/^Over 108 outsourcing deals and 12 in-house precedents/) },
  ]);
  expect(checkView(answerView({ ...turn, depth: 1 }))).toEqual([]);
});
