import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Asker } from '../../src/answer.ts';
import { answerMessages } from '../../src/blocks/answer.ts';
import { answerView } from '../../src/blocks/answer-view.ts';
import { suggestedGroups, suggestedOptions } from '../../src/blocks/choices.ts';
import { compareView, dealChoices } from '../../src/blocks/compare-view.ts';
import { feedbackView } from '../../src/blocks/feedback-view.ts';
import { findView } from '../../src/blocks/find-view.ts';
import { homeView } from '../../src/blocks/home.ts';
import { actions, button, header, styledCell, table, textCell } from '../../src/blocks/kit.ts';
import { checkPings } from '../../src/blocks/pings.ts';
import { isRecord, places } from '../../src/blocks/problem.ts';
import { shareView } from '../../src/blocks/share-view.ts';
import { sharedMessages } from '../../src/blocks/shared-copy.ts';
import { sourceView } from '../../src/blocks/source-view.ts';
import { answerText, fitMessageText } from '../../src/blocks/text.ts';
import type { Holdings } from '../../src/holdings.ts';
import { failureSentence } from '../../src/listeners/failure.ts';
import { toReading } from '../../src/reading.ts';
import { seedAsker } from '../fixtures/seed-asker.ts';

const marker = 'zqforgedqz';
const pieces = [
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1|team>',
  '<!date^0^{date}|x>',
  '<@U123>',
  '<#C123|general>',
  `<https://${marker}.example|Approved>`,
  `https://${marker}.example`,
  'zqline\n*Approved by Legal*\n',
  'zqline\r\n> quoted',
  'zqline\u2028quoted',
  'zqline\u2029quoted',
  '```',
  '`',
  '&lt;!channel&gt;',
  '&',
  '<',
  '>',
  '|',
  '\u202E',
  '\u200B',
  '@channel',
  ' ',
  'Kaiser',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 10 })
  .map((all) => all.join(''));

const strings = (payload: unknown): { readonly value: string; readonly pointer: string }[] =>
  [...places(payload)].flatMap(({ value, pointer }) =>
    typeof value === 'string' ? [{ value, pointer }] : [],
  );

/** What Slack shows as it stands, markup and all. */
const literal = new Set(['plain_text', 'raw_text', 'text']);

const literalTexts = (payload: unknown): ReadonlySet<unknown> =>
  new Set(
    [...places(payload)].flatMap(({ value }) =>
      isRecord(value)
        ? [...(literal.has(String(value.type)) ? [value.text] : []), value.accessibility_label]
        : [],
    ),
  );

/** Everything that would be a link: markup with an address, and elements that have one. */
const links = (payload: unknown): string[] => {
  const shownAsItStands = literalTexts(payload);
  return strings(payload).flatMap(({ value, pointer }) => [
    ...(shownAsItStands.has(value) || pointer.endsWith('/initial_value')
      ? []
      : [...value.matchAll(/<((?:https?|mailto):[^>|]*)/gi)].map(([, address = '']) => address)),
    ...(pointer.endsWith('/url') ? [value] : []),
  ]);
};

const newline = /[\n\r\u2028\u2029]/;

/** Nothing pings, nothing links where it should not, and no line begins that we did not begin. */
const expectTame = (payload: unknown, allowed: readonly string[] = []): void => {
  expect(checkPings(payload, {})).toEqual([]);
  expect(links(payload).filter((link) => !allowed.includes(link.replaceAll('&amp;', '&')))).toEqual([]);
  const forged = strings(payload).filter(({ value }) => /zqline[ \t]*[\n\r\u2028\u2029]/.test(value));
  expect(forged).toEqual([]);
};

const answerOf = (text: string, url: string): Answer => {
  const claim = { text, facts: ['a#1'], cites: ['a'] };
  const cell = { ...claim, state: 'stated' as const };
  return {
    outcome: 'answered',
    lead: [claim],
    sections: [
      { kind: 'claims', title: text, claims: [claim, claim] },
      { kind: 'table', caption: text, columns: ['', text], rows: [{ head: text, cells: [cell] }] },
      { kind: 'usage', title: text, examples: [{ text, about: text }] },
      { kind: 'note', text },
    ],
    citations: [{ article: 'a', title: text, publisher: text, published: text, url, remark: text }],
    suggestions: [],
    readAs: text,
    about: text,
  };
};

const reading = toReading({ intent: 'deal-profile', subjects: ['a'] });

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

const runs = { numRuns: 150, seed: 11 };

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

describe('whatever a text holds, under an answer and in its windows', () => {
  const url = 'https://news.example/a?b=1&c=2';

  it('the menu of other readings and the buttons ping and link nobody', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const others = (['question', 'deal', 'attribute'] as const).map((changes) => ({
          changes,
          label: text,
          reading,
        }));
        const foot = {
          reading,
          others,
          share: 'thread',
          thread: '1700000000.000100',
          comparable: true,
        } as const;
        expectTame(answerMessages(answerOf(text, url), foot), [url]);
      }),
      runs,
    );
  });

  it('a shared copy names whoever shared it once, and nobody else', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('U0DANA', '<!channel>', 'U0DANA> <!here', 'u0dana'),
        (text, by) => {
          const messages = sharedMessages(answerOf(text, url), reading, { by, share: 'id' });
          expectTame(messages, [url]);
          const named = strings(messages).filter(
            ({ value, pointer }) => value.includes('<@') && !pointer.endsWith('/value'),
          );
          expect(named.map(({ value }) => value)).toEqual(by === 'U0DANA' ? ['Shared by <@U0DANA>'] : []);
        },
      ),
      runs,
    );
  });

  it('a source, the question of a thumb and the window to share from are words alone', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const source = {
          citation: { article: 'a', title: text, publisher: text, published: text, url, remark: text },
          kind: text,
          author: text,
          headings: [{ title: text, facts: [{ sentence: text, isCited: true }], left: text }],
        };
        expectTame(sourceView({ sources: [source, source], at: 0, reading: 'r' }), [url]);
        expectTame(feedbackView({ answer: 'a', reading: 'r' }, text));
        expectTame(shareView(answerOf(text, url), { reading: 'r' }));
      }),
      runs,
    );
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
