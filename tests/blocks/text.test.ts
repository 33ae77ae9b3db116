import { describe, expect, it } from 'vitest';
import { answerText, messageText } from '../../src/blocks/text.ts';
import {
  makeAnswer,
  makeCell,
  makeCitation,
  makeClaim,
  makeTable,
  missingCell,
  sampleCitation,
} from '../fixtures/make-answer.ts';

describe('answerText', () => {
  it('is a cited sentence and its source for a single fact', () => {
    const text = answerText(makeAnswer({ readAs: 'fact · Example–Acme · term' }));
    expect(text).toBe(
      [
        'The Example–Acme contract runs five years. [1]',
        '',
        'Sources',
        '[1] Example Health hands its service desk to Acme, Example News, 2 April 2019',
      ].join('\n'),
    );
    expect(text.length).toBeLessThan(900);
  });

  it('marks every claim with all its sources, numbers steps, and tells notes last', () => {
    const text = answerText(
      makeAnswer({
        lead: [makeClaim('One.'), makeClaim('Two.', { cites: ['sample-2021', 'example-2019', 'nowhere'] })],
        sections: [
          { kind: 'note', text: '2 deals in 2 articles; not a census.' },
          {
            kind: 'claims',
            title: 'Staff',
            claims: [makeClaim('120 people move.'), makeClaim('None is cut.', { cites: [] })],
          },
          { kind: 'claims', title: 'Steps', ordered: true, claims: [makeClaim('Plan.'), makeClaim('Move.')] },
          {
            kind: 'usage',
            title: 'Try',
            examples: [{ text: 'compare a vs b', about: 'two deals side by side' }],
          },
        ],
        citations: [makeCitation(), sampleCitation],
      }),
    );
    expect(text).toBe(
      [
        'One. [1] Two. [1][2]',
        '',
        'Staff',
        '- 120 people move. [1]',
        '- None is cut.',
        '',
        'Steps',
        '1. Plan. [1]',
        '2. Move. [1]',
        '',
        'Try',
        '- compare a vs b: two deals side by side',
        '',
        '2 deals in 2 articles; not a census.',
        '',
        'Sources',
        '[1] Example Health hands its service desk to Acme, Example News, 2 April 2019',
        "[2] Sample signs with Bolt, Bolt, 2021 (inferred) (vendor's own blog)",
      ].join('\n'),
    );
  });

  it('tells a table row by row, with words for what is missing and one line for what is the same', () => {
    expect(
      answerText(
        makeAnswer({ lead: [], sections: [makeTable()], citations: [makeCitation(), sampleCitation] }),
      ),
    ).toBe(
      [
        'Example–Acme and Sample–Bolt',
        '',
        'Term',
        'Example–Acme: five years [1]',
        'Sample–Bolt: roughly ten years [2]',
        '',
        'Value',
        'Example–Acme: withheld',
        'Sample–Bolt: not stated',
        '',
        'Country',
        'Example–Acme, Sample–Bolt: United States [1]',
        '',
        'Sources',
        '[1] Example Health hands its service desk to Acme, Example News, 2 April 2019',
        "[2] Sample signs with Bolt, Bolt, 2021 (inferred) (vendor's own blog)",
      ].join('\n'),
    );
  });

  it('keeps cells that have no column and a repeat that has nothing to its left', () => {
    const rows = [{ head: 'Term', cells: [missingCell('same'), makeCell('ten years', { cites: [] })] }];
    const sections = [makeTable({ caption: '', columns: ['', 'A'], rows })];
    expect(answerText(makeAnswer({ lead: [], sections, citations: [] }))).toBe(
      'Term\nA: not stated\nten years',
    );
  });
});

describe('messageText', () => {
  it('is the whole text, escaped', () => {
    const answer = makeAnswer({ lead: [makeClaim('R&D <!channel> stays.', { cites: [] })], citations: [] });
    expect(messageText(answer)).toBe('R&amp;D &lt;!channel&gt; stays.');
  });

  it('fits 4,000 characters and says where the rest is', () => {
    const exact = makeAnswer({ lead: [makeClaim('a'.repeat(4000), { cites: [] })], citations: [] });
    const over = makeAnswer({ lead: [makeClaim(`${'word '.repeat(800)}end`, { cites: [] })], citations: [] });
    expect(messageText(exact)).toBe('a'.repeat(4000));
    expect([...messageText(over)].length).toBeLessThanOrEqual(4000);
    expect(messageText(over)).toMatch(/word … \(shortened; the rest stands in the message itself\)$/);
  });

  it('is never empty', () => {
    expect(messageText(makeAnswer({ lead: [], citations: [] }))).toBe('This answer is empty.');
  });
});
