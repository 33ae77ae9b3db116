import type { Reading } from '../reading.ts';

const deal =
  '(?:outsourcing |it |recorded |known )*(?:deals?|contracts?|agreements?|precedents?|terms?|arrangements?|one)';
const oldest = /\b(?:oldest|earliest|first ever|very first|older than \d{1,2} (?:years|yrs))\b/;
const newest = new RegExp(`\\b(?:newest|most recent|latest) ${deal}\\b|\\bnewest\\b`);
const longest = /\blongest\b/;
const people =
  /\b(?:biggest|largest|most|highest)\b.*\b(?:deals?|contracts?|by|number of)\b.*\b(?:people|staff|employees|headcount|workers|jobs|ppl)\b/;
const shortest = /\bshortest\b/;

/** Which end of the deals in order an utterance asks for: of their dates, or of their terms. */
export const orderOf = (text: string): Reading['order'] => {
  if (people.test(text)) return 'most-people';
  const [first, last] = [oldest.test(text), newest.test(text)];
  if (first && last) return 'oldest-newest';
  if (first) return 'oldest';
  if (last) return 'newest';
  if (longest.test(text)) return 'longest';
  return shortest.test(text) ? 'shortest' : undefined;
};
