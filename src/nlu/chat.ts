/** Talk around a question: who is waiting for the answer, and what for. It asks for nothing and is not read. */
const someone =
  '(?:cfo|ceo|cio|coo|cmo|cto|boss(?:es)?|board|chair|chairman|vp|director|manager|supervisor|exec(?:s|utives?)?|lawyers?|legal|counsel|hr|partner|team|hubby|wife|husband|union|committee|colleagues?|students?|prof(?:essor)?|editor|assistant|leadership|bargaining team)';
const occasions =
  '(?:board|sheet|spreadsheet|meeting|memo|deck|slides?|pack|report|table|file|notes|call|boss|cfo|ceo|cio|friend|committee|newsletter|negotiation)';
const chat: readonly RegExp[] = [
  /^(?:hi|hey|hello)?[ ,]*(?:i represent|i speak for|i work (?:for|at)|i(?:'m| am|m) (?:a|an|the|with)|as an?) [\w -]{2,30}?(?: and (?=\w)|[,.;:] | here[, ])/gi,
  new RegExp(
    `,?\\s*\\b(?:the |my |our )?${someone} (?:is |are |was |keeps )?(?:asking|asks|asked|wants?|needs?|waiting|wondering)(?: (?:to know|for it|about it|for this))?\\b`,
    'gi',
  ),
  new RegExp(
    `\\bfor (?:the |my |our |a |an )?${occasions}(?: (?:pack|deck|meeting|call|paper|book|memo|slide))?\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?:(?:to |for |with |by )?(?:tell|show|convince|sell (?:it|this|that) to|explain (?:it|this|that) to|to|for|with)? ?(?:my|our)) ${someone}\\b(?:'s)?(?: (?:would|will|can|could|might))?(?: (?:love|like|appreciate|see|have|use|read|get))?`,
    'gi',
  ),
  /\b(?:need|want) (?:it|this|that) for (?:\w+ ?){1,3}$/gi,
  /\b(?:much appreciated|many thanks|thanks (?:a lot|so much|in advance)|thank you(?: so much| very much)?|would you (?:kindly|please|be so (?:kind|good) as to)|could you (?:kindly|please)|if you (?:can|could|would|dont mind|don't mind)|no rush|whenever you can|good (?:morning|afternoon|evening|day)|have a (?:nice|good) (?:one|day))\b/gi,
  /\b(?:in|with|as) (?:\w+ )?(?:bullets?|bullet ?points?|a table|plain english|simple terms|layman'?s? terms|one (?:line|sentence)|a (?:line|sentence)|(?:two|three|2|3) (?:lines|sentences)|\d+ words(?: or less)?)\b/gi,
  /\b(?:a )?ball ?park(?: figure| number)?(?: is (?:fine|ok|okay|enough))?\b/gi,
  /\brings? (?:a|any) bells?\b/gi,
  /\b(?:bring|brings) to the table\b/gi,
  /\b(?:give me|need|got any) (?:some )?ammo\b/gi,
  /\b(?:asap|tmrw|quick one|quick q|real quick|30 sec|in a hurry|long story short|just curious|curious)\b/gi,
];

/** Short forms as people type them, and sayings whose words mean something else by themselves. */
const spelled: readonly (readonly [RegExp, string])[] = [
  [/\bcut(?:ting|s)? (?:\w+ ){0,3}slack\b/gi, 'latitude'],
  [/\bwhere (?:it|they|we) (?:was|were|is|are)\b/gi, 'in place'],
  [/\b(to|who|must|should|can|whose|gets?) ok(?:ay)?s?\b/gi, '$1 approve'],
  [/\bchief medical (?:officer|exec\w*)\b/gi, 'cmo'],
  [/\bchief nursing (?:officer|exec\w*)\b/gi, 'cno'],
  [/\bchief financ\w+ (?:officer|exec\w*)\b/gi, 'cfo'],
  [/\bchief operat\w+ (?:officer|exec\w*)\b/gi, 'coo'],
  [/\bchief executive(?: officer)?\b/gi, 'ceo'],
  [/\bchief (?:technology|technical) (?:officer|exec\w*)\b/gi, 'cto'],
  [/\bchief info\w* (?:officer|exec\w*)\b/gi, 'cio'],
  [/\b(?:it|i\.t\.|tech|technology|information) (?:chiefs?|boss(?:es)?|heads?)\b/gi, 'cio'],
  [/\bintl\b/gi, 'international'],
  [/\ball told\b/gi, 'in total'],
  [/^\W*dump (?:me )?(?=(?:the|all|every)\b)/gi, 'list '],
  [/\bsummari[sz]e\b/gi, 'summary of'],
  [/\bdeets\b/gi, 'details'],
  [/(?<=\w )101$/gi, 'overview'],
  [/\bhelp[ -]?desks?\b/gi, 'helpdesk'],
  [/\bcios\b/gi, 'posts of cio'],
  [/\bwhere (?:do|does|did) (?:they|it|things|this|that) stand\b/gi, 'status'],
  [/(?:'s|s') (?:take|thoughts|views?|opinions?) on\b/gi, ' said on'],
  [/\bmidwestern\b/gi, 'midwest'],
  [/\bnortheastern\b/gi, 'northeast'],
  [/\bsoutheastern\b/gi, 'southeast'],
  [/\bb4\b/gi, 'before'],
  [/\bw\/o\b/gi, 'without'],
  [/\bdat\b/gi, 'that'],
  [/\bda\b/gi, 'the'],
  [/\bdis\b/gi, 'this'],
  [/\bdem\b/gi, 'them'],
  [/\b(?:lil|lil'|lttle)\b/gi, 'small'],
  [/\bmgmt\b/gi, 'management'],
  [/\b(?:nr|no|num|nbr)\.? of\b/gi, 'number of'],
  [/\bpct\b/gi, 'percent'],
  [/\byrs\b/gi, 'years'],
  [/\byr\b/gi, 'year'],
  [/\bgov['’]?t\b/gi, 'government'],
  [/\b4 (?=(?:me|us|my|our|it|them|how|what|who|a|the)\b)/gi, 'for '],
  [/\b2 (?=(?:me|us|my|our|be|get|do|know|see|win|keep|make|go|have|find)\b)/gi, 'to '],
  [/\bpromis(?:ed|es|ing)? (?:\w+ )?(?:spots?|places?|slots?)\b/gi, 'job offer'],
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

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
/** "no. 3", "#3", "point 3": one of several by its number. "Number one" is the biggest. */
const numbered = /(?:\b(?:no\.?|nr\.?|number|(point|step|item|bullet)) ?|#)([1-6])(?!\d|[.,]\d)\b/gi;

/** Plain spelling for short forms: "b4", "abt", "25k", "no. 3". */
export const spellOut = (text: string): string =>
  spelled
    .reduce((left, [pattern, plain]) => left.replaceAll(pattern, plain), text)
    .replaceAll(numbered, (_, noun: string | undefined, digit: string) =>
      [places[Number(digit) - 1] ?? digit, noun ?? ''].join(' ').trim(),
    );

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
