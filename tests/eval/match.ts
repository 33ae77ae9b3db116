/** Whether an alternative occurs in a reply, by the rules of the question sets: case, dashes, quotes and markup apart. */

const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[*_`]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212-]/g, ' ')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** An alternative that begins or ends with a digit must not touch another digit. */
export const occurs = (text: string, alternative: string): boolean => {
  const wanted = normal(alternative);
  if (wanted === '') return false;
  const before = /^\d/.test(wanted) ? '(?<![\\d.])' : '';
  const after = /\d$/.test(wanted) ? '(?!\\d)(?![.,]\\d)' : '';
  return new RegExp(before + literal(wanted) + after, 'u').test(normal(text));
};
