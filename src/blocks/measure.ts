import { isRecord } from './problem.ts';

const bareAmpersand = /&(?!(?:amp|lt|gt);)/g;
const unseen = new Set(['type', 'block_id', 'action_id', 'value', 'style', 'align']);

const surrogate = /[\uD800-\uDFFF]/;

/** Code points, which is what Slack counts. */
export const codePoints = (text: string): number => {
  if (!surrogate.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Length of mrkdwn as Slack stores it: an ampersand that is not escaped yet counts as five. */
export const markupLength = (text: string): number => codePoints(text.replace(bareAmpersand, '&amp;'));

/** Length of literal text as Slack stores it: `&`, `<` and `>` count as their entities. */
export const literalLength = (text: string): number =>
  /[&<>]/.test(text)
    ? codePoints(text.replace(bareAmpersand, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    : codePoints(text);

/**
 * How much blocks weigh against a message's total, in code points. Slack publishes no rule, so that every string
 * counts, addresses included, apart from ids, values and styles.
 */
export const weight = (blocks: unknown): number => {
  if (typeof blocks === 'string') return literalLength(blocks);
  if (Array.isArray(blocks)) return blocks.reduce((sum: number, block) => sum + weight(block), 0);
  if (!isRecord(blocks)) return 0;
  let sum = 0;
  for (const key in blocks) if (!unseen.has(key)) sum += weight(blocks[key]);
  return sum;
};
