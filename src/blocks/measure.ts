import { places } from './problem.ts';

const bareAmpersand = /&(?!(?:amp|lt|gt);)/g;
const unseen = new Set(['type', 'block_id', 'action_id', 'value', 'style', 'align']);

/** Code points, which is what Slack counts. */
export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Length of mrkdwn as Slack stores it: an ampersand that is not escaped yet counts as five. */
export const markupLength = (text: string): number => codePoints(text.replace(bareAmpersand, '&amp;'));

/** Length of literal text as Slack stores it: `&`, `<` and `>` count as their entities. */
export const literalLength = (text: string): number =>
  codePoints(text.replace(bareAmpersand, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));

/**
 * How much blocks weigh against a message's total, in code points. Slack publishes no rule, so that every string
 * counts, addresses included, apart from ids, values and styles.
 */
export const weight = (blocks: unknown): number => {
  let sum = 0;
  for (const { value, key } of places(blocks))
    if (typeof value === 'string' && !unseen.has(key)) sum += literalLength(value);
  return sum;
};
