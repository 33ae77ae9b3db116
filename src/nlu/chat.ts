/** Talk around a question: who is waiting for the answer, and what for. It asks for nothing and is not read. */
const someone =
  '(?:cfo|ceo|cio|coo|boss|board|chair|vp|director|manager|lawyers?|legal|hr|partner|team|hubby|wife|husband|union|committee)';
const occasions =
  '(?:board|sheet|spreadsheet|meeting|memo|deck|slides?|pack|report|table|file|notes|call|boss|cfo|ceo|cio|friend|committee|newsletter|negotiation)';
const chat: readonly RegExp[] = [
  new RegExp(
    `,?\\s*\\b(?:the |my |our )?${someone} (?:is |are |was |keeps )?(?:asking|asks|asked|wants?|needs?|waiting|wondering)(?: (?:to know|for it|about it|for this))?\\b`,
    'gi',
  ),
  new RegExp(
    `\\bfor (?:the |my |our |a |an )?${occasions}(?: (?:pack|deck|meeting|call|paper|book|memo|slide))?\\b`,
    'gi',
  ),
  /\b(?:give me|need|got any) (?:some )?ammo\b/gi,
  /\b(?:asap|tmrw|quick one|quick q|real quick|30 sec|in a hurry|long story short|just curious|curious)\b/gi,
];

/** Short forms as people type them, and sayings whose words mean something else by themselves. */
const spelled: readonly (readonly [RegExp, string])[] = [
  [/\bcut(?:ting|s)? (?:\w+ ){0,3}slack\b/gi, 'latitude'],
  [/\bwhere (?:it|they|we) (?:was|were|is|are)\b/gi, 'in place'],
  [/\b(to|who|must|should|can|whose|gets?) ok(?:ay)?s?\b/gi, '$1 approve'],
  [/\bmidwestern\b/gi, 'midwest'],
  [/\bnortheastern\b/gi, 'northeast'],
  [/\bsoutheastern\b/gi, 'southeast'],
  [/\bb4\b/gi, 'before'],
  [/\bu\b/gi, 'you'],
  [/\br\b/gi, 'are'],
  [/\bur\b/gi, 'your'],
  [/\b(?:abt|bout)\b/gi, 'about'],
  [/\bw\/(?=\s)/gi, 'with '],
  [/(?<=\s)n(?=\s)/gi, 'and'],
  [/\bw[au]t\b/gi, 'what'],
  [/\bppl\b/gi, 'people'],
  [/\bkinda\b/gi, 'kind of'],
  [/\b(\d+(?:\.\d+)?)k\b/gi, '$1,000'],
];

/** Plain spelling for short forms: "b4", "abt", "25k". */
export const spellOut = (text: string): string =>
  spelled.reduce((left, [pattern, plain]) => left.replaceAll(pattern, plain), text);

/** "apart from the data centers": what is known already and not asked again; the rest says "besides". */
const apart =
  /\b(?:apart from|other than|aside from|besides|except(?: for)?|beyond|past|rather than|instead of|as opposed to) (?:the |just |only )?((?:(?!\b(?:what|which|who|does|did|do|is|are|was)\b)[\w-]+ ?){1,3})/i;
export const knownAlready = (text: string): string => apart.exec(text)?.[1]?.trim() ?? '';

/** The text without the talk around its question; the text itself where nothing else would be left. */
export const withoutChat = (text: string): string => {
  const rest = chat
    .reduce((left, pattern) => left.replaceAll(pattern, ' '), text)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return rest === '' ? text : rest;
};
