import { describe, expect, it } from 'vitest';
import { answerMessages } from '../../src/blocks/answer.ts';
import { toReading } from '../../src/reading.ts';
import { makeAnswer, makeCitation, makeClaim, makeSuggestion } from '../fixtures/make-answer.ts';
import { everything, passes, small } from './drawn.ts';

describe('answerMessages, of too much', () => {
  it('splits what one message cannot hold, and every part stands alone', () => {
    const claims = Array.from({ length: 60 }, (_, at) =>
      makeClaim(`Step ${at + 1} ${'word '.repeat(60)}ends.`),
    );
    const messages = answerMessages(makeAnswer({ sections: [{ kind: 'claims', title: 'Steps', claims }] }));
    expect(messages.length).toBe(2);
    expect(messages.map(({ text }) => text.split('\n')[0])).toEqual(['Part 1 of 2', 'Part 2 of 2']);
    expect(messages[0]?.blocks.at(-1)).toEqual(
      small('continued', 'Part 1 of 2. The answer goes on in the next message.'),
    );
    expect(claims.filter(({ text }) => !everything(messages).includes(text))).toEqual([]);
    expect(everything(messages)).not.toContain('shortened');
    expect(messages[1]?.text).toMatch(/^Part 2 of 2\n\n• Step \d+ word/);
    passes(messages);
  });

  it('leaves room among the 50 blocks for the line that says it goes on', () => {
    const part = { kind: 'claims' as const, claims: [makeClaim('Five years.')] };
    const messages = answerMessages(makeAnswer({ lead: [], citations: [], sections: Array(60).fill(part) }));
    expect(messages.map(({ blocks }) => blocks.length)).toEqual([50, 11]);
    passes(messages);
  });

  it('sends at most four messages of facts and says what it left out', () => {
    const claims = Array.from({ length: 200 }, (_, at) => makeClaim(`${at} ${'word '.repeat(400)}`));
    const messages = answerMessages(makeAnswer({ sections: [{ kind: 'claims', claims }] }));
    expect(messages.length).toBeLessThanOrEqual(5);
    expect(everything(messages)).toContain('This answer was shortened');
    expect(everything(messages)).toContain('*Sources*');
    passes(messages);
  });

  it('says when the list of sources was shortened', () => {
    const citations = Array.from({ length: 200 }, (_, at) => makeCitation({ article: `a-${at}` }));
    const messages = answerMessages(makeAnswer({ citations }));
    expect(everything(messages)).toContain('The list of sources was shortened.');
    passes(messages);
  });

  it('shortens a claim that no section can hold, and says so', () => {
    const lead = [makeClaim('word '.repeat(1000), { cites: [] })];
    const [message] = answerMessages(makeAnswer({ lead, citations: [] }));
    expect(JSON.stringify(message?.blocks)).toContain('word … (shortened)');
  });

  it('shortens labels, leaves out a value that no button holds, and stops at four buttons', () => {
    const reading = toReading({
      intent: 'compare-deals',
      subjects: Array.from({ length: 12 }, (_, at) => `${at}`.padEnd(80, 'a')),
      without: Array.from({ length: 12 }, (_, at) => `${at}`.padEnd(80, 'b')),
    });
    const suggestions = [
      makeSuggestion('a'.repeat(75)),
      makeSuggestion(`${'word '.repeat(15)}a`),
      makeSuggestion('too long a value', { reading }),
      makeSuggestion('R&D <!here>', { reading: toReading({ intent: 'fact', places: ['<!here>'] }) }),
      makeSuggestion('a fifth'),
    ];
    const messages = answerMessages(makeAnswer({ suggestions }));
    const row = messages[0]?.blocks.find((block) => block.type === 'actions');
    const buttons = row?.elements.flatMap((one) => (one.type === 'button' ? [one] : [])) ?? [];
    expect(buttons.map(({ action_id, text }) => [action_id, text.text])).toEqual([
      ['suggest:1', 'a'.repeat(75)],
      ['suggest:2', `${'word '.repeat(12)}… (shortened)`],
      ['suggest:4', 'R&D ‹!here>'],
    ]);
    expect(JSON.parse(buttons[2]?.value ?? '')).toEqual({ intent: 'fact', places: ['<!here>'] });
    passes(messages);
  });
});
