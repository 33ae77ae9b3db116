import { describe, expect, it } from 'vitest';
import { type Gap, groupGaps } from '../../src/desk/gap.ts';
import { toReading } from '../../src/reading.ts';

const gap = (text: string, overrides: Partial<Gap> = {}): Gap => ({
  text,
  why: 'not-held',
  day: '2026-11-20',
  ...overrides,
});
const severance = toReading({ intent: 'fact', subjects: ['kaiser-permanente'], missing: ['severance'] });

describe('gaps', () => {
  it('are one where the same was understood, or the same was typed', () => {
    const groups = groupGaps([
      gap('did Kaiser pay severance?', { why: 'not-stated', reading: severance }),
      gap('Kaiser severance', { why: 'not-stated', reading: severance, day: '2026-11-22' }),
      gap('Zebra crossings?'),
      gap('zebra  crossings', { day: '2026-11-21' }),
      gap('zebra crossings', { why: 'disliked' }),
    ]);
    expect(groups.map(({ texts, many, day, why }) => ({ texts, many, day, why }))).toEqual([
      {
        texts: ['Kaiser severance', 'did Kaiser pay severance?'],
        many: 2,
        day: '2026-11-22',
        why: 'not-stated',
      },
      { texts: ['zebra  crossings', 'Zebra crossings?'], many: 2, day: '2026-11-21', why: 'not-held' },
      { texts: ['zebra crossings'], many: 1, day: '2026-11-20', why: 'disliked' },
    ]);
  });

  it('of which nothing was understood are told apart by their words', () => {
    const unheard = toReading({ intent: 'fact', missing: ['unheard'] });
    const groups = groupGaps([gap('one thing', { reading: unheard }), gap('another', { reading: unheard })]);
    expect(groups).toHaveLength(2);
  });

  it('that are closed are not listed; a group keeps its name whatever is added to it', () => {
    const [open] = groupGaps([gap('zebra')]);
    const [later] = groupGaps([
      gap('Zebra!', { day: '2026-11-23' }),
      gap('zebra'),
      gap('gnu', { isClosed: true }),
    ]);
    expect(later?.id).toBe(open?.id);
    expect(groupGaps([gap('zebra', { isClosed: true })])).toEqual([]);
  });

  it('carry what was said of an answer, each once', () => {
    const [group] = groupGaps([
      gap('x', { why: 'disliked', remark: 'Out of date' }),
      gap('x', { why: 'disliked', remark: 'Out of date' }),
    ]);
    expect(group?.remarks).toEqual(['Out of date']);
  });
});
