import type { Claim } from '../answer.ts';
import type { Fact } from '../corpus/fact.ts';

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** A fact in its own words: the sentence carries hedge, speaker and date. */
export const claimOf = (fact: Fact): Claim => ({
  text: fact.sentence,
  facts: [fact.id],
  cites: [fact.article],
});

/** Our own sentence over several facts. `counts` are numbers that we counted, and that stand in none of them. */
export const claimOver = (text: string, facts: readonly Fact[], counts: readonly number[] = []): Claim => ({
  text,
  facts: unique(facts.map((fact) => fact.id)),
  cites: unique(facts.map((fact) => fact.article)),
  ...(counts.length > 0 ? { counts } : {}),
});

/** A sentence that states no fact but read some articles to be able to say so. */
export const remark = (text: string, articles: readonly string[] = []): Claim => ({
  text,
  facts: [],
  cites: unique(articles),
});

/** `A`, `A and B`, `A, B and C`. */
export const enumerate = (items: readonly string[], joint = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;

/** `A, B and C`; beyond `most` of them `A, B and 4,480 more`. The number that stands for the rest comes with it. */
export const enumerateSome = (
  items: readonly string[],
  most: number,
): { readonly text: string; readonly left: number } => {
  const left = Math.max(0, items.length - most);
  const shown = left === 0 ? items : [...items.slice(0, most), `${left.toLocaleString('en-US')} more`];
  return { text: enumerate(shown), left };
};

/** `1 deal`, `3 deals`, `5,000 deals`. */
export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

/** As many claims from the front as fit into the characters given, at least one. */
export const fitting = (claims: readonly Claim[], characters: number): Claim[] => {
  const kept: Claim[] = [];
  let length = 0;
  for (const claim of claims) {
    length += [...claim.text].length + 1;
    if (kept.length > 0 && length > characters) break;
    kept.push(claim);
  }
  return kept;
};
