import { describe, expect, it } from 'vitest';
import { answerMessages, type OutgoingMessage } from '../../src/blocks/answer.ts';
import { checkMessage } from '../../src/blocks/checker.ts';
import { toReading } from '../../src/reading.ts';
import {
  makeAnswer,
  makeCell,
  makeCitation,
  makeClaim,
  makeSuggestion,
  makeTable,
  missingCell,
  sampleCitation,
} from '../fixtures/make-answer.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', verbatim: true, text });
const section = (block_id: string, text: string) => ({
  type: 'section',
  block_id,
  expand: true,
  text: mrkdwn(text),
});
const small = (block_id: string, text: string) => ({ type: 'context', block_id, elements: [mrkdwn(text)] });
const header = (block_id: string, text: string) => ({
  type: 'header',
  block_id,
  text: { type: 'plain_text', text, emoji: false },
});
const raw = (text: string) => ({ type: 'raw_text', text });
const styled = (text: string, style: 'bold' | 'italic') => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { [style]: true } }] }],
});

const types = (messages: readonly OutgoingMessage[]) =>
  messages.map(({ blocks }) => blocks.map(({ type }) => type));
const everything = (messages: readonly OutgoingMessage[]) =>
  JSON.stringify(messages.map(({ blocks }) => blocks));
const passes = (messages: readonly OutgoingMessage[]) =>
  expect(messages.flatMap((one) => checkMessage(one))).toEqual([]);

describe('answerMessages', () => {
  it('renders a single fact as its sentence, its source, how it was read and what to ask next', () => {
    const messages = answerMessages(
      makeAnswer({
        citations: [
          makeCitation({
            url: 'https://news.example/a?b=1&c=2',
            remark: 'only the first page was available',
          }),
        ],
        suggestions: [
          makeSuggestion('Profile of Example–Acme'),
          makeSuggestion('Deals with Acme', {
            reading: toReading({ intent: 'list-deals', subjects: ['acme'] }),
          }),
        ],
        readAs: 'fact · Example–Acme · term',
      }),
    );
    expect(messages).toEqual([
      {
        text: [
          'The Example–Acme contract runs five years. [1]',
          '',
          'Sources',
          '[1] Example Health hands its service desk to Acme, Example News, 2 April 2019 (only the first page was available)',
        ].join('\n'),
        blocks: [
          section('lead:1', 'The Example–Acme contract runs five years. [1]'),
          small(
            'sources:1',
            '*Sources*\n[1] <https://news.example/a?b=1&amp;c=2|Example Health hands its service desk to Acme>, Example News, 2 April 2019 (only the first page was available)',
          ),
          small('read-as:1', 'Read as: fact · Example–Acme · term'),
          {
            type: 'actions',
            block_id: 'suggestions',
            elements: [
              {
                type: 'button',
                action_id: 'suggest:1',
                text: { type: 'plain_text', text: 'Profile of Example–Acme', emoji: false },
                value: '{"intent":"deal-profile","subjects":["example-acme"]}',
              },
              {
                type: 'button',
                action_id: 'suggest:2',
                text: { type: 'plain_text', text: 'Deals with Acme', emoji: false },
                value: '{"intent":"list-deals","subjects":["acme"]}',
              },
            ],
          },
        ],
      },
    ]);
    passes(messages);
  });

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

  it('renders groups of steps under headings, numbered, with usage and notes', () => {
    const messages = answerMessages(
      makeAnswer({
        lead: [makeClaim('Four elements.', { cites: [] })],
        sections: [
          { kind: 'note', text: 'From 1 article.' },
          {
            kind: 'claims',
            title: 'Plan',
            ordered: true,
            claims: [makeClaim('Ask.'), makeClaim('R&D signs.')],
          },
          { kind: 'claims', claims: [makeClaim('Pay is kept.')] },
          { kind: 'usage', title: 'Try', examples: [{ text: 'compare `a` vs b', about: 'side by side' }] },
        ],
      }),
    );
    expect(messages.flatMap(({ blocks }) => blocks)).toEqual([
      section('lead:1', 'Four elements.'),
      header('section:2:title', 'Plan'),
      section('section:2:1', '1. Ask. [1]\n2. R&amp;D signs. [1]'),
      section('section:3:1', '• Pay is kept. [1]'),
      header('section:4:title', 'Try'),
      section('section:4:1', "• `compare 'a' vs b` – side by side"),
      small('note:1', 'From 1 article.'),
      small(
        'sources:1',
        '*Sources*\n[1] Example Health hands its service desk to Acme, Example News, 2 April 2019',
      ),
    ]);
    passes(messages);
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

  it('makes hostile text inert wherever it stands', () => {
    const evil = '<!channel> <@U1> <https://x|y> *a* `b` \u202E';
    const hostile = makeAnswer({
      lead: [makeClaim(evil)],
      sections: [
        makeTable({ caption: evil, columns: [evil, evil], rows: [{ head: evil, cells: [makeCell(evil)] }] }),
        { kind: 'claims', title: evil, claims: [makeClaim(evil)] },
        { kind: 'usage', title: evil, examples: [{ text: evil, about: evil }] },
        { kind: 'note', text: evil },
      ],
      citations: [makeCitation({ title: evil, publisher: evil, published: evil, remark: evil, url: evil })],
      suggestions: [makeSuggestion(evil)],
      readAs: evil,
    });
    passes(answerMessages(hostile));
    expect(everything(answerMessages(hostile))).not.toMatch(/<[!@]|\u202E/);
  });

  it('says one honest sentence for an empty answer', () => {
    const empty = makeAnswer({
      lead: [],
      citations: [],
      sections: [makeTable({ caption: '', columns: [], rows: [] })],
    });
    expect(answerMessages(empty)).toEqual([{ text: 'This answer is empty.', blocks: [] }]);
    passes(answerMessages(empty));
  });

  it('gives every missing cell its words', () => {
    const states = ['stated', 'not-stated', 'withheld', 'conflicting', 'same'] as const;
    const rows = states.map((state) => ({ head: state, cells: [missingCell(state)] }));
    const [message] = answerMessages(
      makeAnswer({
        lead: [],
        citations: [],
        sections: [makeTable({ caption: '', columns: ['', 'A'], rows })],
      }),
    );
    expect(message?.text).toBe(
      'stated\nA: not stated\n\nnot-stated\nA: not stated\n\nwithheld\nA: withheld\n\nconflicting\nA: reports conflict\n\nsame\nA: not stated',
    );
  });
});
