/** What is left of a message when Slack's markup, formatting, emoji and invisible characters are taken off. */

const most = 4000;
// Joiners and selectors are written as ranges of code points: none of them combines with its neighbour here.
const invisible = new RegExp(
  [
    '\\u00AD',
    '\\u061C',
    '[\\u200B-\\u200F]',
    '[\\u202A-\\u202E]',
    '[\\u2060-\\u2069]',
    '\\uFEFF',
    '[\\uFE00-\\uFE0F]',
    '(?![\\n\\t])\\p{Cc}',
  ].join('|'),
  'gu',
);
const pictures = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}]/gu;

/** Scripts and statements of a database ask nothing. */
const code =
  /<script\b[^>]*>.*?<\/script>|\bselect \S+ from \w+ where\b|['"]?\s*\bor\s+1\s*=\s*1|\b(?:drop|truncate|alter|delete from|insert into|select \* from) (?:table )?\w+\s*;\s*-*/gi;

const unwrap = (text: string): string =>
  text
    .replaceAll(/<(?:https?|mailto|tel):[^|>\s]*\|([^>]*)>/gi, ' $1 ')
    .replaceAll(/<(?:https?|mailto|tel):[^>\s]*>/gi, ' ')
    .replaceAll(/<[@#!][^>]*>/g, ' ')
    .replaceAll(/\bhttps?:\/\/\S+/gi, ' ');

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Straight quotes, no emphasis marks, no emoji, one space between words; at most 4,000 characters are read. */
export const cleanUtterance = (raw: string): string => {
  const text = unwrap(raw.slice(0, most * 4).normalize('NFKC'));
  return decode(text)
    .replaceAll(code, ' ')
    .replaceAll(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, ' ')
    .replaceAll(invisible, '')
    .replaceAll(/[‘’‛′]/g, "'")
    .replaceAll(/[“”„″]/g, '"')
    .replaceAll(/(?<![A-Za-z0-9]):[a-z0-9_+'-]+:/gi, ' ')
    .replaceAll(pictures, ' ')
    .replaceAll(/^\s*>+/gm, ' ')
    .replaceAll(/[*`~]|(?<!\w)_|_(?!\w)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .replace(text.length > most ? /\s\S*$/ : /$^/, '');
};
