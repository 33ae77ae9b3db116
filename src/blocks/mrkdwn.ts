const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0\u034F\u17B4\u17B5]/gu;
const joiners = /[\u200C\u200D]/u;

/**
 * Text as we show it: no control, bidirectional or invisible characters, runs of white space as one space.
 * Joiners stay where they bind two visible characters, as in family emoji and in Persian.
 */
export const clean = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(invisible, (character, at: number, whole: string) =>
      joiners.test(character) && /[^\s\p{C}]$/u.test(whole.slice(0, at)) && /^[^\s\p{C}]/u.test(whole.slice(at + 1))
        ? character
        : '',
    )
    .replace(/ {2,}/g, ' ')
    .trim();

/** Makes the three characters that Slack reads as control literal. Apply exactly once, to plain text. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** For text that Slack does not unescape (plain_text, raw_text, rich_text): takes the teeth out of `<!channel>`. */
export const defuse = (text: string): string => text.replace(/<(?=[!@#])/g, '‹');

/** Length as Slack counts it: code points, after escaping. */
export const escapedLength = (text: string): number => [...escapeText(text)].length;

const longestStart = (characters: readonly string[], room: number): number => {
  let used = 0;
  const at = characters.findIndex((character) => {
    used += escapeText(character).length === character.length ? 1 : escapeText(character).length;
    return used > room;
  });
  return at === -1 ? characters.length : at;
};

/**
 * Plain text whose escaped form has at most `max` code points. Cut between words, so that no figure is cut in two,
 * and ending in `ending`, which says that it was shortened. `max` must leave room for `ending`.
 */
export const shorten = (text: string, max: number, ending = '… (shortened)'): string => {
  if (escapedLength(text) <= max) return text;
  const characters = [...text];
  const start = characters.slice(0, longestStart(characters, max - escapedLength(ending) - 1)).join('');
  const lastSpace = start.search(/\s\S*$/u);
  return `${(lastSpace > 0 ? start.slice(0, lastSpace) : start).trimEnd()} ${ending}`;
};

/** A Slack link, or only its label where the address is not plain http(s) or is over 1,000 characters. */
export const link = (url: string | undefined, label: string): string => {
  if (url === undefined || url.length > 1000 || !/^https?:\/\/[^\s<>|"]+$/i.test(url)) return escapeText(label);
  return `<${escapeText(url)}|${escapeText(label)}>`;
};
