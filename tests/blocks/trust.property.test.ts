import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { answerMessages } from '../../src/blocks/answer.ts';
import { answerView } from '../../src/blocks/answer-view.ts';
import { suggestedGroups, suggestedOptions } from '../../src/blocks/choices.ts';
import { compareView, dealChoices } from '../../src/blocks/compare-view.ts';
import { findView } from '../../src/blocks/find-view.ts';
import { homeView } from '../../src/blocks/home.ts';
import { actions, button, header, styledCell, table, textCell } from '../../src/blocks/kit.ts';
import { answerText, fitMessageText } from '../../src/blocks/text.ts';
import type { Holdings } from '../../src/holdings.ts';
import { failureSentence } from '../../src/listeners/failure.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';
import { answerOf, expectTame, hostile, marker, newline, reading, runs, strings } from './tame.ts';

/** Two shelves of each kind, one of a single deal, with names of anybody's making. */
const holdingsOf = (text: string, other: string): Holdings => {
  const shelves = [
    { id: 'one', label: text, deals: ['a'] },
    { id: 'two', label: other, deals: ['a', 'b'] },
  ];
  const deal = { label: text, reported: other, reading };
  return {
    scope: text,
    limits: other,
    shelves: { vendor: shelves, client: shelves, outcome: shelves },
    deals: new Map([
      ['a', deal],
      ['b', { ...deal, label: other, reported: text }],
    ]),
    openings: [{ title: text, text: other, reading }],
  };
};

describe('whatever a text holds, it pings nobody, links nowhere and begins no line', () => {
  it('in an answer', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const url = 'https://news.example/a?b=1&c=2';
        expectTame(answerMessages(answerOf(text, url)), [url]);
        // An address that is none becomes no link.
        expectTame(answerMessages(answerOf(text, `javascript:${text}`)));
      }),
      runs,
    );
  });

  it('in Home, wherever a name, a question or a scope stands', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const holdings = holdingsOf(text, other);
        expectTame(
          homeView({
            holdings,
            recent: [
              { label: text, reading, at: 0 },
              { label: other, reading, at: 0 },
            ],
          }),
        );
        expectTame(homeView({ holdings, recent: [] }, { at: 'shelves', kind: 'client', page: 0 }));
        expectTame(homeView({ holdings, recent: [] }, { at: 'shelf', kind: 'vendor', id: 'two', page: 0 }));
      }),
      runs,
    );
  });

  it('in a window with an answer', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const url = 'https://news.example/a?b=1&c=2';
        expectTame(answerView({ answer: answerOf(text, url), reading, depth: 1 }), [url]);
      }),
      runs,
    );
  });

  it('in headings, buttons and cells, which hold one line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const one = button('suggest:1', text, 'v');
        const built = [
          header('h', text),
          actions('a', one === undefined ? [] : [one]),
          textCell(text),
          styledCell(text, 'bold'),
          table('t', [text, text], [[textCell(text), styledCell(text, 'italic')]]),
        ].filter((block) => block !== undefined);
        expectTame(built);
        expect(strings(built).filter(({ value }) => newline.test(value))).toEqual([]);
      }),
      runs,
    );
  });

  it('in the text for notifications, and in the sentence of a failure', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expectTame({ text: fitMessageText(answerText(answerOf(text, 'https://news.example'))) });
      }),
      runs,
    );
    expectTame({ text: failureSentence('01234567') });
  });
});

describe('whatever a text holds, in the windows that search and compare', () => {
  it('it is words alone: chosen from and offered', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const deal = { id: 'a', name: text, reported: other };
        const groups = dealChoices([{ label: text, deals: [deal, { ...deal, id: 'b', name: other }] }]);
        expectTame(findView([{ title: text, text: other, reading }]));
        expectTame(compareView([{ id: 'term', head: text, isUsual: true }], [deal], { channel: 'C0A' }));
        expectTame(suggestedGroups(groups));
        expectTame(suggestedOptions(groups.flatMap(({ choices }) => choices)));
      }),
      runs,
    );
  });
});

describe('what a person types', () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await seedAsker();
  });

  it('stands in a reply and on Home as words at most, and in no button', () => {
    const words = fc.constantFrom(
      'Optum',
      'how long is the Kaiser contract',
      'compare kaiser vs',
      'who is',
      'help',
      'why',
    );
    fc.assert(
      fc.property(words, hostile, words, (before, text, after) => {
        const first = asker.ask(`${before} *${marker}* ${text}`, []);
        const second = asker.ask(`${after} ${text} \`${marker}\``, [first]);
        for (const { answer } of [first, second]) {
          const messages = answerMessages(answer);
          expectTame(
            [
              messages,
              answerView({ ...first, answer, depth: 1 }),
              homeView({
                holdings: asker.holdings(),
                recent: [{ label: answer.readAs, reading: first.reading, at: 0 }],
              }),
            ],
            answer.citations.flatMap(({ url }) => url ?? []),
          );
          const held = strings(messages).filter(({ pointer }) =>
            /\/(?:value|action_id|block_id)$/.test(pointer),
          );
          expect(held.filter(({ value }) => value.includes(marker))).toEqual([]);
          const styled = strings(messages).filter(({ value }) =>
            /[*_~`]zqforgedqz|zqforgedqz[*_~`]/.test(value),
          );
          expect(styled).toEqual([]);
        }
      }),
      { numRuns: 100, seed: 12 },
    );
  });
});
