import { describe, expect, it } from 'vitest';
import { answerMessages } from '../../src/blocks/answer.ts';
import { toReading } from '../../src/reading.ts';
import {
  makeAnswer,
  makeCell,
  makeCitation,
  makeClaim,
  makeSuggestion,
  makeTable,
  missingCell,
} from '../fixtures/make-answer.ts';
import { everything, header, passes, section, small } from './drawn.ts';

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
