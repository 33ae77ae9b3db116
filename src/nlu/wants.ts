import type { Reading } from '../reading.ts';

/** The form of answer that a question calls for, by its question words; the first pattern that fits decides. */
const patterns: readonly (readonly [RegExp, Reading['wants']])[] = [
  [
    /\bhow (?:long|many years?|many months?|much time)\b|\b(?:duration|length|term length|how lengthy|what period|lenght)\b/,
    'duration',
  ],
  [
    /\bhow much (?:of|did|do) (?:it|the)? ?(?:staff|people|workforce)\b|\bwhat (?:%|percent|percentage|share|fraction|portion|proportion)\b|\b(?:percent|percentage|pct|fraction|proportion|slice)\b|%/,
    'share',
  ],
  [
    /\bhow much\b|\$|\b(?:what|wat|whats|which) (?:\w+ )?(?:price|amount|fee|budget|dollar|value|sum|price tag)\b|\b(?:dollar|contract) (?:value|size|figure|amount)\b/,
    'money',
  ],
  [/\b(?:how|hw) many\b|\bnumber of\b|\bheadcount\b|\bhow big\b|\bcount\b|#/, 'count'],
  [
    /\b(?:what|which|wat) (?:year|month|date|day|weekday|quarter)\b|\bwhen\b|\b(?:date|month|weekday|deadline)\b/,
    'date',
  ],
  [
    /\bwhere\b|\bwheres\b|\b(?:hq|headquarters|headquartered|what city|which city|which state|what state)\b/,
    'place',
  ],
  [
    /\bwhy\b|\bwhyd\b|\bhow come\b|\b(?:reason|reasons|rationale|motive|motivation|purpose|drivers?)\b|\bwhat for\b/,
    'reason',
  ],
  [/\bwho(?:s|se|m)?\b/, 'person'],
  [
    /\b(?:which|what) (?:company|companies|vendor|vendors|firm|hospital|hospitals|system|client|clients|organisation|organization)\b/,
    'organisation',
  ],
  [/\b\w+ or (?:the |a )?\w+\b/, 'choice'],
  [/^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)\b/, 'yes-no'],
];

/** What an utterance, cleaned and in lower case, wants to be told. */
export const wantsOf = (text: string): Reading['wants'] =>
  patterns.find(([pattern]) => pattern.test(text))?.[1];
