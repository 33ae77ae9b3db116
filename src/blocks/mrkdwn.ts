/** Controls, bidirectional marks and fillers. A joiner inside an emoji family stays. */
const invisible =
  /(?!(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D\p{Extended_Pictographic})(?!\s)[\p{Cc}\p{Cf}\p{Cs}]|\uFEFF|\u034F|\u115F|\u1160|\u17B4|\u17B5|\u3164|\uFFA0/gu;

/** What nothing would be taken from: letters and signs of everyday, words one space apart. */
const isPlain = /^[!-~–—‘’“”…]+(?: [!-~–—‘’“”…]+)*$/;

/** Text on one line as we show it: without invisible characters, with runs of white space as one space. */
export const clean = (text: string): string =>
  isPlain.test(text) ? text : text.replace(invisible, '').replace(/\s+/gu, ' ').trim();

/** Makes the three characters that Slack reads as control literal. Apply exactly once, to plain text. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** For text that Slack does not unescape (plain_text, raw_text, rich_text): takes the teeth out of `<!channel>`. */
export const defuse = (text: string): string => text.replace(/<(?=[!@#])/g, '‹');

const escapedLengths: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4 };

const lengthOf = (character: string): number => escapedLengths[character] ?? 1;

/** Length as Slack counts it: code points, after escaping. */
export const escapedLength = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += lengthOf(character);
  return sum;
};

const startWithin = (text: string, room: number): string => {
  let used = 0;
  let start = '';
  for (const character of text) {
    used += lengthOf(character);
    if (used > room) break;
    start += character;
  }
  return start;
};

/**
 * Plain text whose escaped form has at most `max` code points. Cut between words, so that no figure is cut in two,
 * and ending in `ending`, which says that it was shortened. `max` leaves room for a word before `ending`.
 */
export const shorten = (text: string, max: number, ending = '… (shortened)'): string => {
  if (escapedLength(text) <= max) return text;
  const start = startWithin(text, max - escapedLength(ending) - 1);
  const whole = /\s/u.test(text.charAt(start.length)) ? start : start.replace(/\s\S*$/u, '');
  return `${whole.trimEnd()} ${ending}`;
};

const link = /<([^<>|]*)(?:\|([^<>]*))?>/g;

/** Our own mrkdwn as plain text: links as their labels, headings without stars, entities as characters. */
export const unmarked = (markup: string): string =>
  markup
    .replace(link, (_, address: string, label: string | undefined) => label ?? address)
    .replace(/^\*(.*)\*$/gm, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Escaped mrkdwn of at most `max` code points. What is too long loses its links and is shortened as plain text. */
export const fitMarkup = (markup: string, max: number): string =>
  [...markup].length <= max ? markup : escapeText(shorten(unmarked(markup), max));

/** A Slack link, or only its label where the address is not plain http(s) or is over 1,000 characters. */
export const linked = (url: string | undefined, label: string): string => {
  if (url === undefined || url.length > 1000 || !/^https?:\/\/[^\s<>|"]+$/i.test(url))
    return escapeText(label);
  return `<${escapeText(url)}|${escapeText(label)}>`;
};

/** Markup pieces joined into as few texts as possible, none over `max` code points. */
export const joinWithin = (pieces: readonly string[], separator: string, max: number): string[] => {
  const texts: string[] = [];
  for (const piece of pieces.map((piece) => fitMarkup(piece, max))) {
    const longer = `${texts.at(-1) ?? ''}${separator}${piece}`;
    if (texts.length > 0 && [...longer].length <= max) texts[texts.length - 1] = longer;
    else texts.push(piece);
  }
  return texts;
};
