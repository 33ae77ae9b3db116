import levenshtein from 'damerau-levenshtein';
import { isAnswered, type Turn } from '../answer.ts';
import { asking } from '../blocks/asking.ts';
import { bar, section } from '../blocks/kit.ts';
import { toReading } from '../reading.ts';
import type { Outgoing } from './post.ts';

/** What is understood before the parser, and only as it stands here: the parser never guesses an action. */
export const words = [
  'help',
  'forget me',
  'checklist',
  'checklist mine',
  'checklist start',
  'gaps',
  'settings',
] as const;

export type Word = (typeof words)[number];

/** Words that ask and do nothing: they may stand on a button. */
const harmless: Partial<Record<Word, string>> = { help: 'help' };

const plainly = (text: string): string =>
  text
    .trim()
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Whether a text is this word and nothing else. */
export const says = (text: string, word: Word): boolean => plainly(text) === word;

const starting =
  /^(?:(?:please|can you|could you) )?(?:start|begin|create|make|open|set up|track) (?:(?:a|an|the|our|us|me|new|another) ){0,3}(?:transition )?check-?list ?(?:for|called|named|:) ?(.+)$/i;
const swapped = /^start (?:transition )?check-?list (.+)$/i;

/** The name of a checklist that a text in plain words wants to be started; undefined where it wants none. */
export const nameToStart = (text: string): string | undefined => {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length > 200) return undefined;
  const name = (starting.exec(line) ?? swapped.exec(line))?.[1];
  return (
    name
      ?.replace(/[.!?]+$/, '')
      .replace(/^[“"'](.+)[”"']$/, '$1')
      .trim() || undefined
  );
};

/** Slips that a word of this length may have: a swapped pair of letters is one. */
const slips = (word: string): number => (word.length > 5 ? 2 : 1);

/** The word that a text probably was to be; undefined where it is one, or far from all. */
export const nearWord = (text: string): Word | undefined => {
  const typed = plainly(text);
  if (words.some((word) => word === typed)) return undefined;
  const near = words
    // Of very different lengths they are far apart: a long question is not measured letter by letter.
    .filter((word) => Math.abs(word.length - typed.length) <= slips(word))
    .map((word) => ({ word, steps: levenshtein(typed, word).steps }))
    .filter(({ word, steps }) => steps <= slips(word))
    .sort((a, b) => a.steps - b.steps);
  return near[0]?.word;
};

/** The word that was probably meant by a question that got no answer. */
export const meantBy = ({ utterance = '', answer }: Turn): Word | undefined =>
  isAnswered(answer.outcome) ? undefined : nearWord(utterance);

/** "Did you mean …?": an action is never done on a guess. */
export const guessed = (word: Word): Outgoing & { readonly text: string } => {
  const intent = harmless[word];
  const text =
    intent === undefined
      ? `I found nothing for that. Did you mean \`/outsourcing ${word}\`? I have done nothing: write it exactly like this, and I will.`
      : `I found nothing for that. Did you mean \`${word}\`?`;
  const buttons = intent === undefined ? [] : [asking('suggest:1', word, toReading({ intent }))];
  return { text, blocks: [section('guess', text), ...bar('suggestions', buttons)] };
};
