const thanks =
  /^(?:(?:ok|okay|great|perfect|cool|awesome|nice|super|many|much|no|got it|all good|brilliant|lovely)[ ,!.]*)*(?:thanks?|thank you|thx|ty|cheers|appreciated|much appreciated)(?: (?:a lot|so much|very much|you|all|everyone|again|bot|mate|man|for that|for this))*[ !.]*$/i;
const pictures = /:[a-z0-9_+-]+:|\p{Extended_Pictographic}/iu;

/** Whether a cleaned utterance is thanks and nothing else. */
export const isThanks = (clean: string): boolean => thanks.test(clean);

/** Whether a message holds emoji: one of nothing else is no question, and no call for help either. */
export const hasPictures = (raw: string): boolean => pictures.test(raw);
