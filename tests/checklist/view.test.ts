import { expect, it } from 'vitest';
import { apply } from '../../src/checklist/apply.ts';
import { toCsv, toMarkdown } from '../../src/checklist/export.ts';
import type { Checklist } from '../../src/checklist/record.ts';
import { groupsOf, numbered, openFor, pageOf, progressOf } from '../../src/checklist/view.ts';
import { makeChecklist, noon } from '../fixtures/make-checklist.ts';

const today = '2026-11-22';

const edit = (
  checklist: Checklist,
  item: string,
  fields: { assignee?: string; due?: string; note?: string },
) =>
  Object.entries(fields).reduce(
    (list, [field, to]) =>
      apply(list, {
        id: `${item}${field}`,
        by: 'U0DANA',
        at: noon,
        type: 'edit',
        item,
        [field]: { from: null, to },
      }),
    checklist,
  );

const used = (): Checklist => {
  const ticked = apply(makeChecklist({ items: 6 }), {
    id: 't',
    by: 'U0LUIS',
    at: noon,
    type: 'tick',
    item: 's1',
  });
  const removed = apply(ticked, { id: 'r', by: 'U0LUIS', at: noon, type: 'remove', item: 's2' });
  const late = edit(removed, 's3', { assignee: 'U0DANA', due: '2026-11-20', note: '=1+1, *not* a [sum](x)' });
  return edit(edit(late, 's4', { assignee: 'U0DANA' }), 's6', { assignee: 'U0DANA', due: '2026-11-19' });
};

it('progress counts what is there: done, all, and late', () => {
  expect(progressOf(numbered(used()), today)).toEqual({ done: 1, all: 5, late: 2 });
});

it('numbers go through, groups stand together, and what was removed leaves no hole', () => {
  const groups = groupsOf(numbered(used())).map(({ title, items }) => [
    title,
    items.map(({ number }) => number),
  ]);
  expect(groups).toEqual([
    ['Group 1', [1, 2, 3, 4]],
    ['Group 2', [5]],
  ]);
});

it('a page that is not there is the nearest one that is', () => {
  const items = numbered(makeChecklist({ items: 25 }));
  expect(pageOf(items, 1, 10)).toMatchObject({ page: 1, pages: 3, items: items.slice(10, 20) });
  expect(pageOf(items, 9, 10)).toMatchObject({ page: 2, items: items.slice(20) });
  expect(pageOf(items, -4, 10).page).toBe(0);
  expect(pageOf([], 3, 10)).toEqual({ items: [], page: 0, pages: 1 });
});

it('what a person has to do stands in the order of its days', () => {
  expect(openFor(used(), 'U0DANA').map(({ item }) => item.id)).toEqual(['s6', 's3', 's4']);
  expect(openFor(used(), 'U0LUIS')).toEqual([]);
});

const around = {
  today,
  nameOf: (person: string) => (person === 'U0DANA' ? 'Dana Whitfield' : 'Luis Ortega'),
  sourceOf: () => 'A guide, Example News, June 8, 2021',
  precedentsOf: (item: { id: string }) => (item.id === 's6' ? ['Some staff are excited. (B, 2020)'] : []),
};

it('as Markdown it is readable, and what was typed stays text', () => {
  expect(toMarkdown(used(), around)).toBe(`# Riverside to Acme

As of November 22, 2026: 1 of 5 done, 2 late.

## Group 1

- [x] Step 1 is carried out. (done November 22, 2026)
  - From: A guide, Example News, June 8, 2021
- [ ] Step 3 is carried out. (Dana Whitfield; due November 20, 2026)
  - Note: =1+1, \\*not\\* a \\[sum\\](x)
  - From: A guide, Example News, June 8, 2021
- [ ] Step 4 is carried out. (Dana Whitfield)
  - From: A guide, Example News, June 8, 2021
- [ ] Step 5 is carried out.
  - From: A guide, Example News, June 8, 2021

## Group 2

- [ ] Step 6 is carried out. (Dana Whitfield; due November 19, 2026)
  - From: A guide, Example News, June 8, 2021
  - Elsewhere: Some staff are excited. (B, 2020)
`);
});

it('as CSV it has a header, a row for each item, and no formula', () => {
  const lines = toCsv(used(), around).split('\r\n');
  expect(lines[0]).toBe('\uFEFFnumber,group,item,done,done by,done on,assignee,due,note,source');
  expect(lines[1]).toBe(
    '1,Group 1,Step 1 is carried out.,yes,Luis Ortega,2026-11-22,,,,"A guide, Example News, June 8, 2021"',
  );
  expect(lines[2]).toContain(`,"'=1+1, *not* a [sum](x)",`);
  expect(lines).toHaveLength(7);
});
