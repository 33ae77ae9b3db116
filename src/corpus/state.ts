import { type Fact, isWithheld, type State } from './fact.ts';
import type { Library } from './library.ts';

const amountKey = (fact: Fact): string | undefined => {
  const { years, usd, people, counted, money } = fact.values;
  const amounts = years ?? usd ?? people;
  if (!amounts || fact.values.as === 'caution') return undefined;
  return JSON.stringify([counted, money, amounts.map(({ low, high }) => [low, high])]);
};

/** Two articles that give different values for the same attribute and the same thing counted. */
const conflicting = (facts: readonly Fact[]): boolean => {
  const byCounted = new Map<string, Map<string, string>>();
  for (const fact of facts) {
    const key = amountKey(fact);
    if (key === undefined) continue;
    const counted = JSON.stringify([fact.values.counted, fact.values.money]);
    const values = byCounted.get(counted) ?? new Map<string, string>();
    values.set(key, values.get(key) ?? fact.article);
    byCounted.set(counted, values);
  }
  return [...byCounted.values()].some((values) => new Set(values.values()).size > 1);
};

/** Withheld where every fact says so; conflicting where two articles differ; not stated where there is none. */
export const stateOf = (stated: readonly Fact[]): State => {
  if (stated.length === 0) return 'not-stated';
  if (stated.every(isWithheld)) return 'withheld';
  return conflicting(stated) ? 'conflicting' : 'stated';
};

const events = ['ended', 'insourced', 'renewed', 'extended', 'starts', 'announced'];

/** Of a deal's events the latest that is told, in the order of a deal's life. */
export const latestEventOf = (library: Library, deal: string): Fact | undefined =>
  events.flatMap((attribute) => library.find(deal, attribute).facts).at(0);
