import { describe, expect, it } from 'vitest';
import {
  clean,
  defuse,
  escapedLength,
  escapeText,
  fitMarkup,
  joinWithin,
  linked,
  shorten,
} from '../../src/blocks/mrkdwn.ts';

describe('clean', () => {
  it('strips invisible and bidirectional characters', () => {
    expect(clean('Kai\u200Bser\u202E IBM\u2066\uFEFF\u00AD\u0000')).toBe('Kaiser IBM');
  });

  it('writes every run of white space as one space', () => {
    expect(clean('  seven\n\n years\t\u00A0on ')).toBe('seven years on');
  });

  it('keeps the joiners of emoji and drops all others', () => {
    expect(clean('👩\u200D💻 a\u200Db')).toBe('👩\u200D💻 ab');
  });

  it('drops halves of characters', () => {
    expect(clean('a\uD83Db')).toBe('ab');
  });
});

describe('escapeText', () => {
  it('escapes the three characters once, in text that looks escaped too', () => {
    expect(escapeText('R&D <b> &amp;')).toBe('R&amp;D &lt;b&gt; &amp;amp;');
  });
});

describe('defuse', () => {
  it('takes the teeth out of mentions and leaves other brackets', () => {
    expect(defuse('<!here> <@U1> <#C1> < 5')).toBe('‹!here> ‹@U1> ‹#C1> < 5');
  });
});

describe('shorten', () => {
  it('leaves what fits as it is', () => {
    expect(shorten('a'.repeat(75), 75)).toBe('a'.repeat(75));
  });

  it('cuts between words and says so', () => {
    expect(shorten('The contract is worth $1,500,000 a year', 38)).toBe(
      'The contract is worth … (shortened)',
    );
  });

  it('measures after escaping', () => {
    expect(shorten('&'.repeat(15), 75)).toBe('&'.repeat(15));
    expect(escapedLength(shorten('&'.repeat(16), 75))).toBeLessThanOrEqual(75);
  });

  it('counts an emoji as one and never cuts it in two', () => {
    expect(shorten('😀'.repeat(30), 30)).toBe('😀'.repeat(30));
    expect(shorten('😀'.repeat(31), 30)).toBe(`${'😀'.repeat(16)} … (shortened)`);
  });

  it('cuts a single long word where it must', () => {
    expect(shorten('a'.repeat(31), 30)).toBe(`${'a'.repeat(16)} … (shortened)`);
  });
});

describe('fitMarkup', () => {
  it('gives up links, not entities, when markup is too long', () => {
    expect(fitMarkup(`<https://a.example/|A &amp; B> ${'word '.repeat(8)}`, 40)).toBe(
      'A &amp; B word word word … (shortened)',
    );
  });
});

describe('linked', () => {
  it('links plain addresses and escapes both halves', () => {
    expect(linked('https://a.example/?x=1&y=2', 'A <b>')).toBe(
      '<https://a.example/?x=1&amp;y=2|A &lt;b&gt;>',
    );
  });

  it('keeps only the label of every other address', () => {
    const addresses = [
      'javascript:alert(1)',
      'https://a.example/|x',
      'https://a b',
      `https://a/${'x'.repeat(1000)}`,
      undefined,
    ];
    expect(addresses.map((address) => linked(address, 'A'))).toEqual(['A', 'A', 'A', 'A', 'A']);
  });
});

describe('joinWithin', () => {
  it('fills each text before it starts the next', () => {
    expect(joinWithin(['aa', 'bb', 'cc', 'dd'], '\n', 5)).toEqual(['aa\nbb', 'cc\ndd']);
    expect(joinWithin(['aa', 'bb', 'cc'], '\n', 4)).toEqual(['aa', 'bb', 'cc']);
    expect(joinWithin([], '\n', 5)).toEqual([]);
  });
});
