import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, actionSchema } from '../../src/checklist/action.ts';
import { apply, isApplied, objectionTo } from '../../src/checklist/apply.ts';
import { withoutPerson } from '../../src/checklist/forget.ts';
import { type Checklist, checklistSchema, itemOf, limits } from '../../src/checklist/record.ts';
import { nameOf } from '../../src/checklist/start.ts';
import { createChance, shuffled } from '../fixtures/chance.ts';
import { makeChecklist, noon, someAction } from '../fixtures/make-checklist.ts';

const act = { by: 'U0LUIS', at: noon };

const all = (checklist: Checklist, ...actions: readonly Action[]): Checklist =>
  actions.reduce(apply, checklist);

/** What stands in a checklist, without how it came there. */
const contents = ({ items }: Checklist) => items;

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const actionsOf = (seed: number, many: number): Action[] => {
  const chance = createChance(seed);
  return Array.from({ length: many }, (_, at) => someAction(chance, `x${at}`, 6));
};

describe('an item', () => {
  it('is ticked by whoever ticks it first, and unticked', () => {
    const once = apply(makeChecklist(), { ...act, id: '1', type: 'tick', item: 's1' });
    const twice = apply(once, { id: '2', by: 'U0DANA', at: noon + 1, type: 'tick', item: 's1' });
    expect(itemOf(twice, 's1')?.ticked).toEqual({ by: 'U0LUIS', at: noon });
    expect(itemOf(apply(twice, { ...act, id: '3', type: 'untick', item: 's1' }), 's1')).not.toHaveProperty(
      'ticked',
    );
  });

  it('is given to somebody until a day, with a note; each can be taken away', () => {
    const given = apply(makeChecklist(), {
      ...act,
      id: '1',
      type: 'edit',
      item: 's2',
      assignee: { from: null, to: 'U0DANA' },
      due: { from: null, to: '2026-12-03' },
      note: { from: null, to: 'Ask payroll.' },
    });
    expect(itemOf(given, 's2')).toMatchObject({
      assignee: 'U0DANA',
      due: '2026-12-03',
      note: 'Ask payroll.',
    });
    const bare = apply(given, {
      ...act,
      id: '2',
      type: 'edit',
      item: 's2',
      assignee: { from: 'U0DANA', to: null },
      note: { from: 'Ask payroll.', to: null },
    });
    expect(itemOf(bare, 's2')).toEqual({
      ...itemOf(makeChecklist(), 's2'),
      due: '2026-12-03',
    });
  });

  it('keeps what two people change in different fields at once', () => {
    const both = all(
      makeChecklist(),
      { ...act, id: '1', type: 'edit', item: 's1', assignee: { from: null, to: 'U0DANA' } },
      { ...act, id: '2', type: 'edit', item: 's1', due: { from: null, to: '2026-12-03' } },
    );
    expect(itemOf(both, 's1')).toMatchObject({ assignee: 'U0DANA', due: '2026-12-03' });
  });

  it('is not overwritten by somebody who had not seen what another one wrote', () => {
    const first = apply(makeChecklist(), {
      ...act,
      id: '1',
      type: 'edit',
      item: 's1',
      note: { from: null, to: 'From Luis' },
    });
    const late: Action = {
      id: '2',
      by: 'U0DANA',
      at: noon,
      type: 'edit',
      item: 's1',
      note: { from: null, to: 'From Dana' },
      due: { from: null, to: '2026-12-03' },
    };
    expect(objectionTo(first, late)).toEqual({ why: 'changed', fields: ['note'] });
    expect(contents(apply(first, late))).toEqual(contents(first));
    const same: Action = { ...late, id: '3', note: { from: null, to: 'From Luis' } };
    expect(itemOf(apply(first, same), 's1')).toMatchObject({ note: 'From Luis', due: '2026-12-03' });
  });

  it('is added at the end of its group, and a new group at the end', () => {
    const more = all(
      makeChecklist({ items: 7 }),
      { ...act, id: '1', type: 'add', item: 'a1', text: 'Tell the union', group: 'Group 1' },
      {
        ...act,
        id: '2',
        type: 'add',
        item: 'a2',
        text: 'Close the books',
        group: 'Finance',
        due: '2026-12-03',
      },
    );
    expect(more.items.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4', 's5', 'a1', 's6', 's7', 'a2']);
  });

  it('is removed with all that belongs to it, and comes back with it', () => {
    const noted = apply(makeChecklist(), {
      ...act,
      id: '1',
      type: 'edit',
      item: 's1',
      note: { from: null, to: 'Keep' },
    });
    const gone = apply(noted, { ...act, id: '2', type: 'remove', item: 's1' });
    expect(itemOf(gone, 's1')).toBeUndefined();
    expect(objectionTo(gone, { ...act, id: '3', type: 'tick', item: 's1' })).toEqual({ why: 'no-item' });
    const back = apply(gone, { ...act, id: '4', type: 'restore', item: 's1' });
    expect(contents(back)).toEqual(contents(noted));
  });

  it('is one of at most two hundred', () => {
    const full = makeChecklist({ items: limits.items });
    const more: Action = { ...act, id: '1', type: 'add', item: 'a1', text: 'One more', group: '' };
    expect(objectionTo(full, more)).toEqual({ why: 'full' });
    expect(contents(apply(full, more))).toEqual(contents(full));
  });
});

describe('any actions', () => {
  it('count once however often and however late they are delivered again', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const actions = actionsOf(seed, 40);
        const again = createChance(seed + 1);
        // Each action for the first time in order, and anything that came before it at any time after.
        const delivered = actions.flatMap((action, at) =>
          again() < 0.5 ? [action] : [action, ...shuffled(again, actions.slice(0, at + 1)).slice(0, 3)],
        );
        expect(all(makeChecklist({ items: 6 }), ...delivered)).toEqual(
          all(makeChecklist({ items: 6 }), ...actions),
        );
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('on different items come to the same in whatever order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const actions = actionsOf(seed, 30).filter(({ type }) => type !== 'add');
        const own = actions.filter(
          (action, at) => actions.findIndex(({ item }) => item === action.item) === at,
        );
        const one = all(makeChecklist({ items: 6 }), ...own);
        const other = all(makeChecklist({ items: 6 }), ...shuffled(createChance(seed), own));
        expect(contents(other)).toEqual(contents(one));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('leave a record that is what it should be, and count themselves', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const actions = actionsOf(seed, 60);
        const after = all(makeChecklist({ items: 6 }), ...actions);
        expect(checklistSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
        expect(actions.every((action) => isApplied(after, action))).toBe(true);
        expect(after.revision).toBeLessThanOrEqual(actions.length);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('are remembered for a day', () => {
    const first = apply(makeChecklist(), { ...act, id: '1', type: 'tick', item: 's1' });
    const later = apply(first, { ...act, at: noon + 86_400_000, id: '2', type: 'tick', item: 's2' });
    expect(later.applied).toEqual([{ id: '2', at: noon + 86_400_000 }]);
  });
});

it('what comes from outside is an action only in the shape of one', () => {
  const good = { ...act, id: '1', type: 'edit', item: 's1', due: { from: null, to: '2026-12-03' } };
  expect(actionSchema.parse(good)).toEqual(good);
  for (const bad of [
    { ...good, due: { from: null, to: '2026-02-30' } },
    { ...good, note: { from: null, to: '   ' } },
    { ...good, note: { from: null, to: 'x'.repeat(limits.note + 1) } },
    { ...good, type: 'add', text: ' ', group: '' },
    { ...good, type: 'burn' },
    { ...good, item: '' },
  ])
    expect(actionSchema.safeParse(bad).success).toBe(false);
});

it('a name is one line of at most eighty characters', () => {
  expect(nameOf('  Riverside \n to Acme ')).toBe('Riverside to Acme');
  expect(nameOf(' \n ')).toBeUndefined();
  expect([...(nameOf('🏥'.repeat(100)) ?? '')]).toHaveLength(80);
});

it('a person who is forgotten leaves what they did, without their name', () => {
  const used = all(
    makeChecklist(),
    { id: '1', by: 'U0DANA', at: noon, type: 'tick', item: 's1' },
    {
      ...act,
      id: '2',
      type: 'edit',
      item: 's2',
      assignee: { from: null, to: 'U0DANA' },
      note: { from: null, to: 'n' },
    },
    { id: '3', by: 'U0DANA', at: noon, type: 'remove', item: 's3' },
    { ...act, id: '4', type: 'tick', item: 's4' },
  );
  const without = withoutPerson(used, 'U0DANA');
  expect(JSON.stringify(without)).not.toContain('U0DANA');
  expect(without.items[0]?.ticked).toEqual({ at: noon });
  expect(without.items[1]).toMatchObject({ note: 'n' });
  expect(without.items[3]?.ticked).toEqual({ by: 'U0LUIS', at: noon });
  expect(withoutPerson(without, 'U0DANA')).toBe(without);
});
