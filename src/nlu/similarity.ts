import { stemOf, wordsOf } from '../corpus/terms.ts';

/** Counts of word 1–2-grams and character 3–5-grams: the features that serve short, misspelled questions best. */
const features = (text: string): Map<string, number> => {
  const words = wordsOf(text).map(stemOf);
  const counts = new Map<string, number>();
  const add = (feature: string, weight: number): void =>
    void counts.set(feature, (counts.get(feature) ?? 0) + weight);
  for (const [at, word] of words.entries()) {
    // A mark that no word has sets words apart from letters.
    add(`=${word}`, 2);
    const next = words[at + 1];
    if (next !== undefined) add(`=${word} ${next}`, 2);
  }
  const line = ` ${words.join(' ')} `;
  for (const size of [3, 4, 5])
    for (let at = 0; at + size <= line.length; at += 1) add(line.slice(at, at + size), 1 / size);
  return counts;
};

/** How near a text is to the examples of a label, 0 to 1. */
export interface Nearness {
  readonly nearest: number;
  /** Three parts the nearest, one part the second. */
  readonly blend: number;
}

/** Nearness of a text to each label's examples. Names are expected to be masked. */
export type Similarity = (text: string) => ReadonlyMap<string, Nearness>;

/** What is learnt of a feature: how much it counts, and in which examples it stands with which part of their length. */
interface Learnt {
  readonly rarity: number;
  readonly examples: number[];
  readonly weights: number[];
}

/** The rarer among the examples, the more a feature counts. */
const rarityOf = (examples: number, spread: number): number => Math.log((1 + examples) / (1 + spread)) + 0.2;

const learn = (texts: readonly string[]): ReadonlyMap<string, Learnt> => {
  const learnt = new Map<string, Learnt>();
  const counted = texts.map(features);
  const spread = new Map<string, number>();
  for (const counts of counted)
    for (const feature of counts.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  for (const [feature, many] of spread)
    learnt.set(feature, { rarity: rarityOf(texts.length, many), examples: [], weights: [] });
  for (const [example, counts] of counted.entries()) {
    const weights = [...counts].map(
      ([feature, count]) => [feature, Math.sqrt(count) * (learnt.get(feature)?.rarity ?? 0)] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    for (const [feature, weight] of weights) {
      learnt.get(feature)?.examples.push(example);
      learnt.get(feature)?.weights.push(weight / length);
    }
  }
  return learnt;
};

/** The cosine of a text with each example. */
const cosinesOf = (learnt: ReadonlyMap<string, Learnt>, examples: number, text: string): Float64Array => {
  const cosines = new Float64Array(examples);
  const unseen = rarityOf(examples, 0);
  let square = 0;
  for (const [feature, count] of features(text)) {
    const known = learnt.get(feature);
    const rarity = known?.rarity ?? unseen;
    square += count * rarity * rarity;
    if (known === undefined) continue;
    const weight = Math.sqrt(count) * rarity;
    for (let at = 0; at < known.examples.length; at += 1) {
      const example = known.examples[at] ?? 0;
      cosines[example] = (cosines[example] ?? 0) + weight * (known.weights[at] ?? 0);
    }
  }
  const length = Math.sqrt(square) || 1;
  return cosines.map((product) => product / length);
};

/** Learns from labelled examples; the rarer a feature among them, the more it counts. Deterministic. */
export const createSimilarity = (
  examples: readonly { readonly label: string; readonly text: string }[],
): Similarity => {
  const learnt = learn(examples.map(({ text }) => text));
  return (text) => {
    const cosines = cosinesOf(learnt, examples.length, text);
    const nearest = new Map<string, { first: number; second: number }>();
    for (const [at, { label }] of examples.entries()) {
      const cosine = cosines[at] ?? 0;
      const { first, second } = nearest.get(label) ?? { first: 0, second: 0 };
      if (cosine > first) nearest.set(label, { first: cosine, second: first });
      else nearest.set(label, { first, second: Math.max(second, cosine) });
    }
    return new Map(
      [...nearest].map(([label, { first, second }]) => [
        label,
        { nearest: first, blend: 0.75 * first + 0.25 * second },
      ]),
    );
  };
};
