import type { Reading } from '../reading.ts';

/** The form of answer that a question calls for, by its question words; the first pattern that fits decides. */
const patterns: readonly (readonly [Reading['wants'], RegExp])[] = [
  [
    'verdict',
    /\b(?:should|shall) (?:we|i|my \w+) (?:outsource|hire|pick|choose|go with|use|sign|trust|buy)\b|\b(?:would|do|can) you (?:recommend|advise|suggest|choose|pick)\b|\b(?:good|bad|wise|smart|right) (?:idea|choice|decision)\b|\bworth it\b|\b(?:which|who|what)(?:s| is)? (?:the )?(?:\w+ )?(?:is |are |has |was )?(?:the )?(?:best|better|worst)\b(?! (?:way|practices?|approach|case))|\bbest (?:vendor|outsourcer|deal)\b/,
  ],
  [
    'date',
    /\b(?:what|which|wat) (?:exact |precise |specific )?(?:year|month|date|day|weekday|quarter)\b|^(?:year|month|date|day) (?:that |when |of |\w+ (?:\w+ed|began|left|went|got|was|is)\b)|\b(?:by|since|until) when\b|\b(?:signing|start|end|expiry|expiration|launch|kickoff|renewal) (?:date|year|month|day)\b/,
  ],
  [
    'duration',
    /\bhow long\b|\bnumber of (?:years?|months?|weeks?)\b|\b(?:how|hw) (?:many|much) (?:years?|yrs?|months?|weeks?|days?|time)\b|\b(?:duration|length|lenght|lengthy|period of)\b|\b(?:for|over) what period\b|\bover how long\b|\b(?:weeks|months|days|years|time) (?:needed|required|it takes|a |the \w+ takes|to (?:finish|complete))|\bin (?:weeks|months|years|days)\b/,
  ],
  [
    'share',
    /\b(?:what|which|wat) (?:%|percent|percentage|share|fraction|portion|proportion)\b|\bhow much of\b|\b(?:percent|percentage|pct|fraction|proportion|slice)\b|%/,
  ],
  ['money', /\b(?:how|hw) many (?:billions?|millions?|dollars|bucks)\b/],
  [
    'count',
    /\b(?:how|hw) many\b|\btotal (?:number|ppl|people|staff|jobs|headcount|employees|workers)\b|\bnumber of\b|\bheadcount\b|\b\w+ count\b|(?:^|, ?)number\b|\btally\b|\b(?<!who )heads\b/,
  ],
  [
    'money',
    /\bhow much\b(?! (?:access|control|freedom|latitude|say|change|turnover|trust|risk|detail|notice|info\w*|training|experience)\b)|\$|\b(?:what|wat|whats|which) (?:\w+ )?(?:price|amount|fee|budget|dollar|value|sum|price tag)\b|\b(?:dollar|contract) (?:value|size|figure|amount)\b/,
  ],
  [
    'date',
    /\bwhen\b(?! \w+ing\b)(?! (?:we|our|you|your|things|dealing)\b)|\b(?:date|month|weekday|deadline)\b/,
  ],
  ['place', /\bwheres?\b|\b(?:hq|headquarters|headquartered|what city|which city|which state|what state)\b/],
  [
    'reason',
    /\bwhyd?\b|\bhow come\b|\b(?:reasons?|rationale|motives?|motivation|purpose|drivers?)\b|\bwhat for\b/,
  ],
  ['person', /\bwho(?:s|se|m)?\b/],
  [
    'organisation',
    /\b(?:which|what) (?:company|companies|vendors?|firm|hospitals?|system|clients?|organi[sz]ation|outfit)\b/,
  ],
  ['choice', /\b\w+ or (?:the |a )?\w+\b/],
  ['yes-no', /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)\b/],
];

const numeric: readonly Reading['wants'][] = ['date', 'duration', 'share', 'count', 'money'];

/** What an utterance, cleaned and in lower case, wants to be told; nothing in particular where it wants two such things. */
export const wantsOf = (text: string): Reading['wants'] => {
  const wanted = patterns.filter(([, pattern]) => pattern.test(text)).map(([wants]) => wants);
  const both = wanted.includes('count') && wanted.includes('date') && /\band\b|&|,/.test(text);
  return both ? wanted.find((wants) => !numeric.includes(wants)) : wanted[0];
};
