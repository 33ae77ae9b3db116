import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkMessage, checkView } from '../../src/blocks/checker.ts';
import { boardMessage, endedBoard, pageSize } from '../../src/blocks/checklist/board.ts';
import { givenMessage } from '../../src/blocks/checklist/given.ts';
import {
  addModal,
  deleteModal,
  itemModal,
  removedItemsModal,
  removedModal,
} from '../../src/blocks/checklist/item-modal.ts';
import { listMessage } from '../../src/blocks/checklist/list.ts';
import { startMessage } from '../../src/blocks/checklist/offer.ts';
import { isRecord, places } from '../../src/blocks/problem.ts';
import { type Checklist, type Item, limits } from '../../src/checklist/record.ts';
import { numbered, openFor } from '../../src/checklist/view.ts';
import { makeChecklist, noon } from '../fixtures/make-checklist.ts';

const today = '2026-11-22';
const sources = ['<!channel> *A*, P, 2020', '&'.repeat(400), 'B'];
const place = { channel: 'C0SOURCING', checklist: 'abcdefghijklmnop' };

/** What people type who want to ping, link, format or break out. */
const nasty = fc.constantFrom(
  '<!channel>',
  '<@U0LUIS>',
  '<https://evil.example|our intranet>',
  'https://evil.example',
  '*bold* _it_ ~gone~ `code`',
  '\n\n> quoted\n• item',
  '@here &amp; <!subteam^S1>',
  '\u202Ereversed\u0000',
  '&&&&&&&&&&&&&&&&&&&&',
  '🏥👩‍⚕️',
);
const typed = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 80 })), { maxLength: 24 })
    .map((parts) => `x${parts.join(' ')}`.slice(0, most));

const moment = fc.record({ by: fc.constantFrom('U0DANA', 'not a person <!channel>'), at: fc.constant(noon) });
const item = (at: number): fc.Arbitrary<Item> =>
  fc.record(
    {
      id: fc.constant(`s${at + 1}`),
      text: typed(limits.text),
      group: fc.oneof(fc.constant('One group'), typed(limits.group)),
      ticked: moment,
      assignee: fc.constantFrom('U0LUIS', 'U0DANA'),
      due: fc.constantFrom('2026-11-21', '2030-01-31'),
      note: typed(limits.note),
      removed: moment,
    },
    { requiredKeys: ['id', 'text', 'group'] },
  );
const checklists: fc.Arbitrary<Checklist> = fc
  .integer({ min: 0, max: limits.items })
  .chain((many) =>
    fc.record({
      name: typed(limits.name),
      items: fc.tuple(...Array.from({ length: many }, (_, at) => item(at))),
    }),
  )
  .map(({ name, items }) => ({ ...makeChecklist(), name, items }));

const citation = {
  article: 'a',
  title: '<!channel> *A*',
  publisher: 'P',
  published: '2020',
  url: 'https://a.example',
};
const learned = { source: citation, precedents: [{ deal: '<@U1>', text: '<!here> *x*', citation }] };

/** Every text that Slack reads as markup: what is plain text stands there as it is. */
const markupIn = (payload: unknown): string[] => [
  ...(isRecord(payload) && typeof payload.text === 'string' ? [payload.text] : []),
  ...[...places(payload)].flatMap(({ value }) =>
    isRecord(value) && value.type === 'mrkdwn' ? [String(value.text)] : [],
  ),
];

/** Nothing in it calls, links or formats anything that we did not mean. */
const harmless = (payload: unknown): void => {
  for (const markup of markupIn(payload)) {
    expect(markup).not.toMatch(/<!|<https?:\/\/evil/);
    // The only people named are those who have to do with an item, by their ids.
    for (const [, id] of markup.matchAll(/<@([^>]*)>/g)) expect(id).toMatch(/^U0(?:DANA|LUIS)$/);
  }
};

it('a board of any items is within the limits of Slack on every page, and calls nobody when it is new', () => {
  fc.assert(
    fc.property(checklists, (checklist) => {
      const pages = Math.ceil(numbered(checklist).length / pageSize);
      for (const page of new Set([0, 1, Math.floor(pages / 2), pages - 1, 999])) {
        const shown = boardMessage(checklist, { place, page, today, sources, isNamed: true });
        expect(checkMessage(shown, { allowMentions: true })).toEqual([]);
        harmless(shown);
        expect(
          checkMessage(boardMessage(checklist, { place, page, today, sources, isNamed: false })),
        ).toEqual([]);
      }
      expect(checkMessage(endedBoard(checklist.name, 'this checklist was deleted.'))).toEqual([]);
    }),
    { numRuns: 40, seed: 7 },
  );
}, 30_000);

it('so are its windows and lists, and what people typed forms nothing in them', () => {
  fc.assert(
    fc.property(checklists, (checklist) => {
      const [first] = numbered(checklist);
      const [removed] = checklist.items;
      const views = [
        addModal(checklist, place),
        deleteModal(checklist, place),
        removedItemsModal(checklist, place),
        ...(first ? [itemModal(first, place, { learned, today })] : []),
        ...(removed ? [removedModal(removed, place)] : []),
      ];
      for (const view of views) {
        expect(checkView(view, { allowMentions: true })).toEqual([]);
        harmless(view);
      }
      const mine = [{ place, checklist, items: openFor(checklist, 'U0LUIS') }].filter(
        ({ items }) => items.length > 0,
      );
      for (const isPrivate of [true, false]) {
        const list = listMessage({ lists: [{ place, checklist }], mine, today, isPrivate, drawn: 1 });
        expect(checkMessage(list, { allowMentions: true })).toEqual([]);
        harmless(list);
      }
    }),
    { numRuns: 40, seed: 7 },
  );
}, 30_000);

it('so is the offer to start one, and what somebody reads who was given an item', () => {
  fc.assert(
    fc.property(item(0), typed(limits.name), fc.option(typed(120), { nil: undefined }), (given, name, by) => {
      for (const message of [
        startMessage(name),
        givenMessage({
          item: given,
          name,
          channel: 'C0SOURCING',
          link: 'https://x.slack.com/archives/C1/p1',
          by,
        }),
      ]) {
        expect(checkMessage(message)).toEqual([]);
        harmless(message);
      }
    }),
    { numRuns: 150, seed: 7 },
  );
});

it('two hundred items of the longest kind are taken page by page, each of them once', () => {
  const long = '&'.repeat(limits.text);
  const items = Array.from({ length: limits.items }, (_, at) => ({
    id: `s${at + 1}`,
    text: long,
    group: '&'.repeat(limits.group),
    assignee: 'U0LUIS',
    due: '2026-11-21',
    note: '&'.repeat(limits.note),
  }));
  const checklist = { ...makeChecklist(), items };
  const seen = Array.from({ length: limits.items / pageSize }, (_, page) => {
    const shown = boardMessage(checklist, { place, page, today, sources, isNamed: true });
    expect(checkMessage(shown, { allowMentions: true })).toEqual([]);
    return [...JSON.stringify(shown).matchAll(/"value":"C0SOURCING\/abcdefghijklmnop\/(s\d+)"/g)].map(
      ([, id]) => id,
    );
  }).flat();
  expect(new Set(seen).size).toBe(limits.items);
});
