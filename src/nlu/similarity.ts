import { stemOf, wordsOf } from '../corpus/terms.ts';

/** Counts of word 1–2-grams and character 3–5-grams: the features that serve short, misspelled questions best. */
const features = (text: string): Map<string, number> => {
  const words = wordsOf(text).map(stemOf);
  const counts = new Map<string, number>();
  const add = (feature: string, weight: number): void =>
    void counts.set(feature, (counts.get(feature) ?? 0) + weight);
  for (const [at, word] of words.entries()) {
    add(`w ${word}`, 2);
    const next = words[at + 1];
    if (next !== undefined) add(`w ${word} ${next}`, 2);
  }
  const line = ` ${words.join(' ')} `;
  for (const size of [3, 4, 5])
    for (let at = 0; at + size <= line.length; at += 1) add(`c ${line.slice(at, at + size)}`, 1 / size);
  return counts;
};

type Rarity = (feature: string) => number;

const normalise = (counts: ReadonlyMap<string, number>, rarity: Rarity): (readonly [string, number])[] => {
  const weighed = [...counts].map(
    ([feature, count]) => [feature, Math.sqrt(count) * rarity(feature)] as const,
  );
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weighed.map(([feature, weight]) => [feature, weight / length] as const);
};

/** How near a text is to the examples of a label, 0 to 1. */
export interface Nearness {
  readonly nearest: number;
  /** Three parts the nearest, one part the second. */
  readonly blend: number;
}

/** Nearness of a text to each label's examples. Names are expected to be masked. */
export type Similarity = (text: string) => ReadonlyMap<string, Nearness>;

interface Posting {
  readonly example: number;
  readonly weight: number;
}

const spreadOf = (counted: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> => {
  const spread = new Map<string, number>();
  for (const counts of counted)
    for (const feature of counts.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  return spread;
};

/** Learns from labelled examples; the rarer a feature among them, the more it counts. Deterministic. */
export const createSimilarity = (
  examples: readonly { readonly label: string; readonly text: string }[],
): Similarity => {
  const counted = examples.map((example) => features(example.text));
  const spread = spreadOf(counted);
  const rarity: Rarity = (feature) =>
    Math.log((1 + examples.length) / (1 + (spread.get(feature) ?? 0))) + 0.2;
  const postings = new Map<string, Posting[]>();
  for (const [example, counts] of counted.entries()) {
    for (const [feature, weight] of normalise(counts, rarity))
      postings.set(feature, [...(postings.get(feature) ?? []), { example, weight }]);
  }
  const labels = [...new Set(examples.map((example) => example.label))];
  return (text) => {
    const cosines = new Float64Array(examples.length);
    for (const [feature, weight] of normalise(features(text), rarity)) {
      for (const posting of postings.get(feature) ?? [])
        cosines[posting.example] = (cosines[posting.example] ?? 0) + posting.weight * weight;
    }
    return new Map(
      labels.map((label) => {
        const [first = 0, second = 0] = examples
          .flatMap((example, at) => (example.label === label ? [cosines[at] ?? 0] : []))
          .sort((a, b) => b - a);
        return [label, { nearest: first, blend: 0.75 * first + 0.25 * second }];
      }),
    );
  };
};
