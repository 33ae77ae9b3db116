/** Talk around a question: who is waiting for the answer, and what for. It asks for nothing and is not read. */
const someone = '(?:cfo|ceo|cio|coo|boss|board|chair|vp|director|manager|lawyers?|legal|hr|partner|team|hubby|wife|husband|union|committee)';
const occasions = '(?:board|sheet|spreadsheet|meeting|memo|deck|slides?|pack|report|table|file|notes|call|boss|cfo|ceo|cio|friend|committee|newsletter|negotiation)';
const chat: readonly RegExp[] = [
  new RegExp(`,?\\s*\\b(?:the |my |our )?${someone} (?:is |are |was |keeps )?(?:asking|asks|asked|wants?|needs?|waiting|wondering)(?: (?:to know|for it|about it|for this))?\\b`, 'gi'),
  new RegExp(`\\bfor (?:the |my |our |a |an )${occasions}(?: (?:pack|deck|meeting|call|paper|book))?\\b`, 'gi'),
  /\b(?:give me|need|got any) (?:some )?ammo\b/gi,
  /\b(?:asap|tmrw|quick one|quick q|real quick|30 sec|in a hurry|long story short|just curious|curious)\b/gi,
];

/** The text without the talk around its question; the text itself where nothing else would be left. */
export const withoutChat = (text: string): string => {
  const rest = chat.reduce((left, pattern) => left.replaceAll(pattern, ' '), text).replaceAll(/\s+/g, ' ').trim();
  return rest === '' ? text : rest;
};
