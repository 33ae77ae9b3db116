import type { Reading } from '../reading.ts';

/** What a question asks for that a fact may tell less exactly, or not yet; the first pattern that fits decides. */
const patterns: readonly (readonly [NonNullable<Reading['beyond']>, RegExp])[] = [
  [
    'result',
    /\bin the end\b|\b(?:end(?:ed)? up|turn(?:ed)? out|c[ao]me true|pan(?:ned)? out|material[iy][sz]ed?)\b|\bactually (?:accept|agree|cut|go|got|hit|join|leave|left|lose|lost|move|moved|quit|reach|reached|save|saved|said yes|say yes|stay|stayed|took|take|went)\w*\b|\bfinal (?:tally|number|count|figure|total)\b|\b(?:did|have|has) (?:they|it|he|she|that|this) (?:ever |really |actually )?(?:get there|got there|gotten there|make it|made it|manage(?:d)? it|happen(?:ed)?|succeed(?:ed)?|deliver(?:ed)?|work(?:ed)?(?: out)?|reach(?:ed)? (?:it|that)|achieve(?:d)? (?:it|that)|hit (?:it|that))\b|\b(?:did|does|has|have|was|is)\b.*\b(?:success(?:ful)?|succeed(?:ed)?|work(?:ed|ing)? out|pa(?:y|id|ying|ys) off|go(?:ne)? (?:well|badly)|fail(?:ed|ure)?)\b|\bstill (?:running|going|active|alive|valid|ongoing|on|there|in (?:place|force|effect))\b/,
  ],
  [
    'day',
    /\b(?:which|what|exact|precise|specific) (?:exact |precise |specific )?(?:week)?day\b|\b(?:exact|precise) date\b/,
  ],
  ['per-month', /\b(?:per|a|each|every) month\b|\bmonthly\b/],
  [
    'sum',
    /\b(?:average|mean|median)\b.*\b(?:deals?|contracts?|terms?|lengths?|values?|prices?|sizes?)\b|\b(?:total|combined|sum|aggregate|altogether|add(?:ed|s)? up)\b.*\b(?:all|every|deals|contracts|hospitals|together|across)\b|\b(?:all|every|deals|contracts|together)\b.*\b(?:total|combined|sum|add up|altogether|on average)\b/,
  ],
  ['per-year', /\b(?:per|a|each|every) (?:year|annum)\b|\b(?:yearly|annual(?:ly)?)\b/],
];

export const beyondOf = (text: string): Reading['beyond'] =>
  patterns.find(([, pattern]) => pattern.test(text))?.[0];

/** "How many people does Allina have": all who work there, of whom one deal moves or cuts some. */
const workforce =
  /\bhow many (?:[\w-]+ ){1,4}(?:does|do|did) (?:[\w-]+ ){1,3}(?:have|employ|got)\b(?! (?:at|on|in (?!total|all)|left|remaining|to|there|stay\w*))/;
export const asksWorkforce = (text: string): boolean => workforce.test(text);

/** "Had nobody signed, where would we be": what never happened, of which no report tells. */
const counterfactual =
  /^(?:and |so |but )?had \w+ (?:\w+ ){0,6}(?:\w+ed|been|done|gone|kept|held|left|not)\b.*\b(?:would|could|might)\b|\bif (?:\w+ ){1,3}(?:had|hadnt|had not) .*\bwould\b|\bwould (?:\w+ ){0,3}have (?:cost|paid|saved|lost|happened|earned)\b/;
export const supposes = (text: string): boolean => counterfactual.test(text);
