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

type Vector = ReadonlyMap<string, number>;

const normalise = (counts: ReadonlyMap<string, number>, rarity: (feature: string) => number): Vector => {
  const weighed = [...counts].map(
    ([feature, count]) => [feature, Math.sqrt(count) * rarity(feature)] as const,
  );
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighed.map(([feature, weight]) => [feature, weight / length]));
};

const cosine = (a: Vector, b: Vector): number => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0);
  return sum;
};

/** Nearness of a text to each label's nearest examples, 0 to 1. Names are expected to be masked. */
export type Similarity = (text: string) => ReadonlyMap<string, number>;

/** Learns from labelled examples; the rarer a feature among them, the more it counts. Deterministic. */
export const createSimilarity = (
  examples: readonly { readonly label: string; readonly text: string }[],
): Similarity => {
  const counted = examples.map((example) => ({ label: example.label, counts: features(example.text) }));
  const spread = new Map<string, number>();
  for (const { counts } of counted)
    for (const feature of counts.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const rarity = (feature: string): number =>
    Math.log((1 + examples.length) / (1 + (spread.get(feature) ?? 0))) + 0.2;
  const known = counted.map(({ label, counts }) => ({ label, vector: normalise(counts, rarity) }));
  return (text) => {
    const vector = normalise(features(text), rarity);
    const nearest = new Map<string, number[]>();
    for (const { label, vector: other } of known)
      nearest.set(label, [...(nearest.get(label) ?? []), cosine(vector, other)]);
    return new Map(
      [...nearest].map(([label, scores]) => {
        const [first = 0, second = 0] = scores.sort((a, b) => b - a);
        return [label, 0.75 * first + 0.25 * second];
      }),
    );
  };
};
