import fc from 'fast-check';
import type { Asker, Turn } from '../../src/answer.ts';
import { readQuestions } from '../eval/evaluate.ts';
import { openSets } from '../eval/sets.ts';

/** What people asked in our own sets, without the earlier turns. The sealed set stays sealed. */
const questions = openSets.flatMap(readQuestions).map(({ text }) => text);

/** An address that stands in no article. */
export const strangeAddress = 'https://evil.example/pay?now=1';

const markup = [
  '<!channel>',
  '<!here|here>',
  '<!subteam^S012|@board>',
  '<@U0123ABCD>',
  '<@U0BOT|outsourcing>',
  '<#C012|general>',
  `<${strangeAddress}|kaiser>`,
  `<${strangeAddress}>`,
  strangeAddress,
  '&lt;!channel&gt;',
  '&amp;lt;@U1&amp;gt;',
  '@channel',
  '<<!here>>',
  '<!chan<!here>nel>',
  '*bold*',
  '`code`',
  '> ',
  '[1]',
];
const odd = [
  '\u202E',
  '\u200B',
  '\uD800',
  '👩\u200D💻',
  ':tada:',
  '$500 million',
  '2,000',
  '81%',
  '½',
  '٣',
  'ﬁve years',
];
const names = [
  'kaiser',
  'Optum',
  'allina',
  'the other one',
  'SSM',
  'mission',
  'bidmc',
  'halamka',
  'and',
  'vs',
  'how long',
  'worth?',
];

const joined = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((all) => all.join(' '));
const asked = fc.constantFrom(...questions);
const shuffled = asked.chain((text) => {
  const words = text.split(/\s+/);
  return fc.shuffledSubarray(words, { minLength: Math.ceil(words.length / 2) }).map((all) => all.join(' '));
});

/** Anything that a person, or a program, could type. */
export const utterance = fc.oneof(
  { weight: 3, arbitrary: asked },
  { weight: 3, arbitrary: shuffled },
  { weight: 2, arbitrary: joined([...markup, ...odd, ...names]) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...markup, ...odd), asked, fc.constantFrom(...markup, ...odd))
      .map((all) => all.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** What was said, oldest first; the last is the question. Up to four turns before it. */
export const conversation = fc.array(utterance, { minLength: 1, maxLength: 5 });

/** The last turn of a conversation. */
export const lastTurn = (asker: Asker, texts: readonly string[]): Turn => {
  const turns: Turn[] = [];
  for (const text of texts) turns.push(asker.ask(text, turns));
  const last = turns.at(-1);
  if (last === undefined) throw new Error('A conversation has at least one turn.');
  return last;
};
