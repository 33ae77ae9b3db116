import type { Answer, Claim, Section } from '../../src/answer.ts';
import { citationText } from '../../src/blocks/text.ts';
import type { Fact } from '../../src/corpus/fact.ts';
import type { Library } from '../../src/corpus/library.ts';

const claimsIn = (section: Section): readonly Claim[] => {
  if (section.kind === 'claims') return section.claims;
  return section.kind === 'table' ? section.rows.flatMap(({ cells }) => cells) : [];
};

export const claimsOf = ({ lead, sections }: Answer): Claim[] => [...lead, ...sections.flatMap(claimsIn)];

export const factsOf = (library: Library, claim: Claim): Fact[] =>
  claim.facts.flatMap((id) => library.facts.get(id) ?? []);

/** Every figure in digits, as it is written: `2,000`, `40`, `2009`. */
export const digitsIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** What a list or comparison says that it was computed over: counts of the library and its first and last year. */
const coverage = (library: Library): string[] => {
  const deals = [...library.deals.values()];
  const outsourced = deals.filter(({ vendors }) => vendors.length > 0).length;
  const years = [...library.articles.values()].map(({ published }) => published.year);
  return [
    outsourced,
    deals.length - outsourced,
    library.articles.size,
    Math.min(...years),
    Math.max(...years),
  ].map(String);
};

/**
 * The digits of an answer's lead, sections and notes that stand in no sentence of a fact that it rests on, no source
 * line, no count that it declares, and not in what it says it was computed over. Written without the code that
 * keeps them out.
 */
export const strangeDigits = (library: Library, answer: Answer): string[] => {
  const facts = claimsOf(answer).flatMap((claim) => factsOf(library, claim));
  const known = new Set([
    ...facts.flatMap(({ sentence, values }) => digitsIn(`${sentence} ${values.group ?? ''}`)),
    ...answer.citations.flatMap((citation) => digitsIn(citationText(citation))),
    ...claimsOf(answer).flatMap(({ counts = [] }) => counts.map(String)),
    ...[...library.organisations.values()].flatMap(({ name }) => digitsIn(name)),
  ]);
  const parts = [
    ...claimsOf(answer).map(({ text }) => text),
    ...answer.sections.flatMap((part) => {
      if (part.kind === 'claims') return [part.title ?? ''];
      return part.kind === 'table'
        ? [part.caption, ...part.columns, ...part.rows.map(({ head }) => head)]
        : [];
    }),
  ];
  const notes = answer.sections.flatMap((part) => (part.kind === 'note' ? [part.text] : []));
  const computed = new Set([...known, ...coverage(library)]);
  return [
    ...parts.flatMap((text) =>
      digitsIn(text)
        .filter((digits) => !known.has(digits))
        .map((digits) => `${digits} in "${text}"`),
    ),
    ...notes.flatMap((text) =>
      digitsIn(text)
        .filter((digits) => !computed.has(digits))
        .map((digits) => `${digits} in "${text}"`),
    ),
  ];
};

/** Names of the library in a text that stand in no fact of the articles cited. */
export const strangeNames = (library: Library, text: string, articles: readonly string[]): string[] => {
  const told = [...library.facts.values()]
    .filter(({ article }) => articles.includes(article))
    .map(({ sentence, subjects }) => [sentence, ...subjects.map(library.nameOf)].join(' '))
    .join('\n');
  return [...library.organisations.values(), ...library.people.values()]
    .map(({ name }) => name)
    .filter((name) => text.includes(name) && !told.includes(name));
};
