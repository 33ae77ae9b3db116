import { type Reading, toReading } from '../reading.ts';
import type { Recognised } from './recognise.ts';

/** What the answer to a reading lists, in its order, and the facts that its first sentences tell. */
export type Answered = (reading: Reading) => {
  readonly listed: readonly string[];
  readonly told: readonly string[];
};

const opening = /^(?:(?:and|so|but|ok|okay|hm+|wait|sorry|really|er|well|hang on) )*/;
const that = '(?:(?:so|that|this|it|those|these|them|all that)\\b ?)';

/** "Says who?", "is that sure?", "how do you know?": of what was told it is asked who tells it, and how surely. */
const warrants = new RegExp(
  `^(?:${[
    `who(?: is| was)?(?: it)? (?:that )?(?:says?|said|saying|claims?|claimed|told|reports?|reported|states?|stated) ?${that}?(?:so|you|us)?`,
    'says who(?:m|ever)?(?: exactly)?',
    'according to who(?:m|ever)?',
    `whose (?:words?|claim|number|figure|estimate|opinion|view|quote|guess|prediction) (?:is|was|are) ${that}`,
    `who (?:is|was) (?:that|this|it) (?:from|by|according to)|who (?:does|did) (?:that|this|it) come from`,
    `where (?:is|was|does|did|do|are) (?:that|this|it|you)(?: (?:come|get|have|take))?(?: (?:that|this|it))? from`,
    `how (?:do|did|would) (?:you|we|they|u) know ?${that}?|how come you know ?${that}?`,
    `(?:is|was|are|were) ${that}(?:(?:really|actually|definitely|100%|absolutely|just|only|all) )?(?:a |an )?(?:for )?(?:sure|certain|certainty|confirmed|official|true|fact|reliable|definite|definitive|correct|right|solid|final|verified|rumou?r|estimate|guess|prediction|plan|promise|target|goal|done deal|hearsay|speculation)(?: or not)?`,
    `(?:are|r) (?:you|we|they|u) (?:\\w+ )?(?:sure|certain|positive)(?: (?:about|of))? ?${that}?`,
    `how (?:sure|certain|reliable|solid|firm|official|confident|definite) (?:is|are|was) (?:${that}|you|they|we)(?: (?:of|about) ${that})?`,
    `can (?:i|we) (?:trust|rely on|quote|cite|believe|bank on) ${that}`,
    `(?:what|which|whats)(?: is| are| was)? (?:your|the|its) (?:source|evidence|basis|proof)(?: for| of| on)? ?${that}?`,
    'sources?|source please|any (?:source|proof|evidence)(?: (?:for|of) (?:that|this|it))?',
  ].join('|')})(?: (?:then|though|exactly|please|pls|again))*$`,
);

const countings =
  /^how many (?:(?:(?:of )?(?:them|those|these|that|they)|are (?:there|they|those|that|these)|is that|in (?:total|all)|altogether|all (?:told|together|in all)|total) ?)+$/;

/** Kinds of turn that list several, and say how many. */
const listing = new Set(['list-deals', 'list-vendors', 'vendor-profile']);
/** Kinds of turn that tell facts in their own words. */
const telling = new Set(['fact', 'transition-checklist']);

/** The words without what opens them and ends them. */
const bare = ({ text }: Recognised): string =>
  text
    .replaceAll(/[^\p{L}\p{N}%' ]+/gu, ' ')
    .replaceAll(/who's/g, 'who is')
    .replaceAll("'", '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(opening, '');

/**
 * A turn that asks nothing new but of the turn before: who says so and how surely, or how many they were. The reading
 * that answers it; undefined where something else is asked.
 */
export const asksAgain = (
  seen: Recognised,
  history: readonly Reading[],
  answered: Answered,
): Reading | undefined => {
  const last = history.at(-1);
  if (!last || seen.mentions.length > 0 || seen.words.length > 9) return undefined;
  const words = bare(seen);
  const { runnerUp: _, ...again } = last;
  if (telling.has(last.intent) && last.facts.length > 0 && warrants.test(words)) {
    const facts = [...answered(last).told];
    return facts.length === 0
      ? again
      : { ...again, intent: 'fact', facts, wants: 'warrant', premises: [], carried: ['topic'] };
  }
  return listing.has(last.intent) && countings.test(words) ? { ...again, carried: ['topic'] } : undefined;
};

const place = '(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|last|final)';
const kind =
  '(?:one|deal|contract|client|customer|vendor|outsourcer|supplier|hospital|system|name|entry|item|(?:of|in|on) (?:them|those|these|the list|that list|your list|it))';
const oneOfList = new RegExp(`\\b${place} ${kind}\\b|\\b(?:the|and|about|on) ${place}(?=\\s*$|\\s*[?,.!])`);

/** Something asked of a deal, and not of which deals: "why?", "who was the vendor?", "how long?". */
const asksOfOne = ({ wants, years, places, people, text }: Recognised): boolean =>
  ['reason', 'money', 'duration', 'person', 'share'].includes(wants ?? '') &&
  years === undefined &&
  places.length + people.length === 0 &&
  !/\b(?:which|who else|else|others?|any|anyone|list|them|those|these)\b/.test(text);

/** The turns before, of which the last is about all whom its answer listed where one of them is meant by its place. */
export const withListed = (
  seen: Recognised,
  history: readonly Reading[],
  answered: Answered,
): readonly Reading[] => {
  const last = history.at(-1);
  if (!last || seen.organisations.length > 0) return history;
  if (last.intent === 'list-deals' && asksOfOne(seen)) {
    const [only, ...more] = answered(last).listed;
    return only === undefined || more.length > 0
      ? history
      : [...history.slice(0, -1), toReading({ intent: 'deal-profile', subjects: [only] })];
  }
  if (!oneOfList.test(seen.text)) return history;
  const subjects = answered(last).listed;
  if (subjects.length < 2) return history;
  return [
    ...history.slice(0, -1),
    { ...last, subjects: [...subjects], attributes: [], terms: [], facts: [] },
  ];
};
