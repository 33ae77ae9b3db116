/** Reads the figures of an English sentence: digits, number words, dozens, fractions, money and percentages. */

const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const words = new Map<string, number>([...units.entries()].map(([value, word]) => [word, value]));
const scales = new Map<string, number>([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['million', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
]);
const shares: readonly (readonly [RegExp, number])[] = [
  [/\b(?:a|one)[ -]third\b/gi, 1 / 3],
  [/\btwo[ -]thirds\b/gi, 2 / 3],
  [/\bthree[ -]quarters\b/gi, 0.75],
  [/\b(?:a|one)[ -]half\b/gi, 0.5],
];

/** A number found in a sentence, with the place where it stands. */
export interface Figure {
  readonly value: number;
  readonly index: number;
  readonly text: string;
}

const digits =
  /(?<![\w.])\$?(\d[\d,]*(?:\.\d+)?)\s?(k|m|mn|b|bn|thousand|million|billion)?(?![\w])(\s?%|\s?percent\b)?/gi;
const spelled = new RegExp(`\\b(?:(two|three|four|a) )?(dozen|${units.slice(2).join('|')})\\b`, 'gi');

/** Every figure in the order it stands. Percentages and fractions are shares of 1. "One" is not taken for a figure. */
export const figuresIn = (sentence: string): Figure[] => {
  const found: Figure[] = [];
  let rest = sentence;
  for (const [pattern, value] of shares) {
    rest = rest.replace(pattern, (text, index: number) => {
      found.push({ value, index, text });
      return ' '.repeat(text.length);
    });
  }
  for (const match of rest.matchAll(digits)) {
    const plain = Number((match[1] ?? '').replaceAll(',', ''));
    const scaled = plain * (scales.get((match[2] ?? '').toLowerCase()) ?? 1);
    found.push({ value: match[3] === undefined ? scaled : scaled / 100, index: match.index, text: match[0] });
  }
  for (const match of rest.matchAll(spelled)) {
    const multiple = words.get((match[1] ?? '').toLowerCase()) ?? 1;
    const word = (match[2] ?? '').toLowerCase();
    const value = word === 'dozen' ? multiple * 12 : (words.get(word) ?? Number.NaN);
    found.push({ value, index: match.index, text: match[0] });
  }
  return found.sort((a, b) => a.index - b.index);
};
