import { beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../src/corpus/fact.ts';
import type { Library } from '../../src/corpus/library.ts';
import {
  claimOf,
  claimOver,
  enumerate,
  enumerateSome,
  fitting,
  plural,
  remark,
} from '../../src/wording/claim.ts';
import { cautionsOf } from '../../src/wording/fact.ts';
import { seedLibrary } from '../fixtures/library.ts';

let library: Library;
beforeAll(async () => {
  library = await seedLibrary();
});

const fact = (id: string): Fact => {
  const found = library.facts.get(id);
  if (!found) throw new Error(`There is no fact ${id}.`);
  return found;
};

describe('a claim', () => {
  it('of one fact says its sentence, with its hedge, and cites its article', () => {
    expect(claimOf(fact('kaiser-ibm-2009/kaiser-ibm/value/1'))).toEqual({
      text: 'The Kaiser Permanente–IBM deal is reportedly worth $500 million to IBM; neither company is quoted confirming the figure.',
      facts: ['kaiser-ibm-2009/kaiser-ibm/value/1'],
      cites: ['kaiser-ibm-2009'],
    });
  });

  it('over several names each fact and each article once', () => {
    const [term, value] = [
      fact('kaiser-ibm-2009/kaiser-ibm/term/1'),
      fact('kaiser-ibm-2009/kaiser-ibm/value/1'),
    ];
    const other = fact('mission-cerner-2014/mission-cerner/term/1');
    expect(claimOver('Two deals state a term.', [term, value, term, other], [2])).toEqual({
      text: 'Two deals state a term.',
      facts: [term.id, value.id, other.id],
      cites: ['kaiser-ibm-2009', 'mission-cerner-2014'],
      counts: [2],
    });
  });

  it('that states no fact still cites what was read', () => {
    expect(remark('Nothing is said of it.', ['a', 'a'])).toEqual({
      text: 'Nothing is said of it.',
      facts: [],
      cites: ['a'],
    });
  });
});

describe('words', () => {
  it('are joined as one says them', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((items) => enumerate(items))).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
  });

  it('are counted as one says them', () => {
    expect([0, 1, 2, 5_000].map((count) => plural(count, 'deal'))).toEqual([
      '0 deals',
      '1 deal',
      '2 deals',
      '5,000 deals',
    ]);
  });

  it('are named as far as one reads, and the rest counted', () => {
    expect(enumerateSome(['A', 'B', 'C'], 3)).toEqual({ text: 'A, B and C', left: 0 });
    expect(enumerateSome(['A', 'B', 'C', 'D'], 2)).toEqual({ text: 'A, B and 2 more', left: 2 });
  });
});

describe('claims that must fit', () => {
  const three = ['aaaa', 'bbbb', 'cccc'].map((text) => remark(text));
  it('are taken from the front while they do', () => {
    expect([0, 4, 9, 10, 14, 15].map((most) => fitting(three, most).length)).toEqual([1, 1, 1, 2, 2, 3]);
  });
});

describe('a caution', () => {
  it('travels with the facts of its subject and attribute', () => {
    const cut = fact('kaiser-ibm-2009/kaiser-ibm/staff-cut/1');
    expect(cautionsOf(library, [cut]).map(({ id }) => id)).toEqual([
      'kaiser-ibm-2009/kaiser-ibm/staff-cut/3',
    ]);
    expect(cautionsOf(library, [fact('mission-cerner-2014/mission-cerner/term/1')])).toEqual([]);
  });
});
