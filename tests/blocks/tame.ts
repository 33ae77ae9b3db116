/** Texts that would forge something, and how what is drawn with them stays tame. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { checkPings } from '../../src/blocks/pings.ts';
import { isRecord, places } from '../../src/blocks/problem.ts';
import { toReading } from '../../src/reading.ts';

export const marker = 'zqforgedqz';

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

export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 10 })
  .map((all) => all.join(''));

export const strings = (payload: unknown): { readonly value: string; readonly pointer: string }[] =>
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

export const newline = /[\n\r\u2028\u2029]/;

/** Nothing pings, nothing links where it should not, and no line begins that we did not begin. */
export const expectTame = (payload: unknown, allowed: readonly string[] = []): void => {
  expect(checkPings(payload, {})).toEqual([]);
  expect(links(payload).filter((link) => !allowed.includes(link.replaceAll('&amp;', '&')))).toEqual([]);
  const forged = strings(payload).filter(({ value }) => /zqline[ \t]*[\n\r\u2028\u2029]/.test(value));
  expect(forged).toEqual([]);
};

export const answerOf = (text: string, url: string): Answer => {
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

export const reading = toReading({ intent: 'deal-profile', subjects: ['a'] });

export const runs = { numRuns: 150, seed: 11 };
