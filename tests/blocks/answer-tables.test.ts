import { describe, expect, it } from 'vitest';
import { answerMessages } from '../../src/blocks/answer.ts';
import { makeAnswer, makeCell, makeCitation, makeTable, sampleCitation } from '../fixtures/make-answer.ts';
import { everything, header, passes, raw, section, small, styled, types } from './drawn.ts';

describe('answerMessages, of a table', () => {
  it('renders a comparison as a native table that says in words what is missing', () => {
    const messages = answerMessages(
      makeAnswer({ sections: [makeTable()], citations: [makeCitation(), sampleCitation] }),
    );
    expect(messages.flatMap(({ blocks }) => blocks)).toEqual([
      section('lead:1', 'The Example–Acme contract runs five years. [1]'),
      {
        type: 'data_table',
        block_id: 'section:1:table',
        caption: 'Example–Acme and Sample–Bolt',
        page_size: 3,
        row_header_column_index: 0,
        rows: [
          [raw('–'), raw('Example–Acme'), raw('Sample–Bolt')],
          [
            styled('Term', 'bold'),
            { type: 'raw_number', value: 5, text: 'five years [1]' },
            raw('roughly ten years [2]'),
          ],
          [styled('Value', 'bold'), styled('withheld', 'italic'), styled('not stated', 'italic')],
          [styled('Country', 'bold'), raw('United States [1]'), raw('same [1]')],
        ],
      },
      small(
        'sources:1',
        "*Sources*\n[1] Example Health hands its service desk to Acme, Example News, 2 April 2019\n[2] Sample signs with Bolt, Bolt, 2021 (inferred) (vendor's own blog)",
      ),
    ]);
    passes(messages);
  });

  it('renders a table without a caption as a plain one', () => {
    const messages = answerMessages(makeAnswer({ lead: [], sections: [makeTable({ caption: '' })] }));
    expect(types(messages)).toEqual([['table', 'context']]);
    passes(messages);
  });

  it('tells a number in many words as a text, and reports that conflict as such', () => {
    const long = makeCell(`five years ${'and more '.repeat(8)}`, { value: 5 });
    const rows = [
      { head: 'Term', cells: [long, makeCell('five years; ten years', { state: 'conflicting' })] },
    ];
    const json = everything(answerMessages(makeAnswer({ sections: [makeTable({ rows })] })));
    expect(json).not.toContain('raw_number');
    expect(json).toContain('reports conflict: five years; ten years [1]');
  });

  it('tells a table row by row where it cannot be native, with the same facts', () => {
    const wide = Array.from({ length: 20 }, (_, at) => `Deal ${at + 1}`);
    const rows = [{ head: 'Term', cells: wide.map((name) => makeCell(`${name} runs five years`)) }];
    const columns = ['', ...wide];
    const messages = answerMessages(makeAnswer({ lead: [], sections: [makeTable({ columns, rows })] }));
    expect(messages[0]?.blocks.slice(0, 2)).toEqual([
      header('section:1:title', 'Example–Acme and Sample–Bolt'),
      section(
        'section:1:1',
        ['*Term*', ...wide.map((name) => `${name}: ${name} runs five years [1]`)].join('\n'),
      ),
    ]);
    passes(messages);
  });

  it('tells every table after the first row by row, and rows of unequal length', () => {
    const ragged = makeTable({ rows: [{ head: 'Term', cells: [makeCell('five years')] }] });
    expect(types(answerMessages(makeAnswer({ sections: [makeTable(), makeTable()] })))).toEqual([
      ['section', 'data_table', 'header', 'section', 'context'],
    ]);
    expect(types(answerMessages(makeAnswer({ sections: [ragged] })))).toEqual([
      ['section', 'header', 'section', 'context'],
    ]);
  });

  it('keeps a table native at exactly 10,000 characters and tells it in rows above', () => {
    const filled = (length: number) =>
      makeTable({
        columns: ['a', 'b', 'c', 'd', 'e', 'f'],
        rows: [
          { head: 'x', cells: Array.from({ length: 5 }, () => makeCell('y'.repeat(length), { cites: [] })) },
        ],
      });
    const exact = filled(1998);
    const [at] = types(answerMessages(makeAnswer({ lead: [], citations: [], sections: [exact] })));
    expect(at).toEqual(['data_table']);
    const over = types(
      answerMessages(makeAnswer({ lead: [], citations: [], sections: [filled(1999)] })),
    ).flat();
    expect(over).not.toContain('data_table');
    expect(over).not.toContain('table');
  });
});
