import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanUtterance } from '../../src/nlu/utterance.ts';

describe('an utterance', () => {
  it.each<[what: string, raw: string, clean: string]>([
    ['a mention', '<@U0BOT> what about Optum', 'what about Optum'],
    ['a mention with a name', '<@U0BOT|outsourcing> what about Optum', 'what about Optum'],
    ['a mention in the middle', 'so <@U0BOT> what about Optum?', 'so what about Optum?'],
    ['a channel', 'from <#C0123|deals>: what about Optum', 'from : what about Optum'],
    ['everyone', '<!here> <!subteam^S012|@cio> Optum', 'Optum'],
    ['a link with a label', 'see <https://example.com/a|the Optum deal>', 'see the Optum deal'],
    ['a link alone', 'see <https://example.com/a> Optum', 'see Optum'],
    ['a bare address', 'https://example.com/optum?x=1 Optum', 'Optum'],
    ['an e-mail address', '<mailto:a@example.com|a@example.com> Optum', 'a@example.com Optum'],
    ['entities', 'IBM &amp; Kaiser &lt;2009&gt;', 'IBM & Kaiser <2009>'],
    ['an entity that was typed', '&amp;lt;', '&lt;'],
    ['bold, italics, strike and code', '*Optum* _deal_ ~now~ `term`', 'Optum deal now term'],
    ['an underscore within a word', 'deal_profile', 'deal_profile'],
    ['a quotation', '&gt; they said so\nOptum?', 'they said so Optum?'],
    ['emoji by name', 'Optum :tada: :+1::skin-tone-2:', 'Optum'],
    ['emoji as such', 'Optum 🎉👍🏽 🇺🇸', 'Optum'],
    ['a time of day', 'at 09:06 AM', 'at 09:06 AM'],
    ['zero-width characters', 'Op\u200Btum\uFEFF de\u00ADal', 'Optum deal'],
    ['direction marks', '\u202EOptum\u202C', 'Optum'],
    ['smart quotes', '‘Allina’s “deal”', '\'Allina\'s "deal"'],
    ['wide letters', 'Ｏｐｔｕｍ', 'Optum'],
    ['spaces, tabs and lines', '  Optum\t\n\n deal\u00A0 ', 'Optum deal'],
    ['control characters', 'Optum\u0007\u0000', 'Optum'],
    ['nothing', ' \n<@U0BOT> ', ''],
  ])('loses what Slack adds: %s', (_, raw, clean) => {
    expect(cleanUtterance(raw)).toBe(clean);
  });

  it('of 8,400 characters is read up to 4,000', () => {
    const clean = cleanUtterance(`what about Optum ${'blah '.repeat(1_700)}`);
    expect([clean.length <= 4_000, clean.startsWith('what about Optum blah')]).toEqual([true, true]);
  });

  it('that is mostly invisible is read to its end', () => {
    expect(cleanUtterance(`${'\u200B'.repeat(8_400)}Optum`)).toBe('Optum');
  });

  it('of hostile markup ends soon and leaves plain text', () => {
    for (const piece of ['<', '<@', '<https://', '&amp;', ':', '_', '*', '> ', '<!'])
      expect(cleanUtterance(piece.repeat(4_200)).length).toBeLessThanOrEqual(4_000);
  });

  it('once clean stays as it is, but for what looks like markup in plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab IBM.,?\'"-–’“🎉\u200B*`') }), (raw) => {
        const clean = cleanUtterance(raw);
        expect(cleanUtterance(clean)).toBe(clean);
      }),
    );
  });

  it('never grows and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (raw) => {
        expect(cleanUtterance(raw).length).toBeLessThanOrEqual(raw.normalize('NFKC').length);
      }),
    );
  });
});
