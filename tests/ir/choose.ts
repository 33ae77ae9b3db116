import { type PassageSettings, passageSettings } from '../../src/corpus/search/settings.ts';
import type { Collection } from './collection.ts';
import { product } from './engines.ts';
import { halves, measure } from './measure.ts';

interface Knob {
  readonly name: string;
  readonly values: readonly number[];
  readonly turn: (settings: PassageSettings, value: number) => PassageSettings;
}

/** What is chosen by the questions. The guards against drift, sharpness and relief, are not: see docs/ranking.md. */
const knobs: readonly Knob[] = [
  { name: 'titleWeight', values: [1, 2, 3], turn: (s, titleWeight) => ({ ...s, titleWeight }) },
  { name: 'saturation', values: [1.2, 1.5, 2], turn: (s, saturation) => ({ ...s, saturation }) },
  { name: 'lengthPull', values: [0.65, 0.75, 0.85], turn: (s, lengthPull) => ({ ...s, lengthPull }) },
  {
    name: 'nearness.weight',
    values: [0, 0.25, 0.5, 0.75],
    turn: (s, weight) => ({ ...s, nearness: { ...s.nearness, weight } }),
  },
  {
    name: 'feedback.passages',
    values: [3, 5, 8],
    turn: (s, passages) => ({ ...s, feedback: { ...s.feedback, passages } }),
  },
  {
    name: 'feedback.words',
    values: [10, 20, 40],
    turn: (s, words) => ({ ...s, feedback: { ...s.feedback, words } }),
  },
  {
    name: 'feedback.weight',
    values: [0, 0.2, 0.35, 0.5],
    turn: (s, weight) => ({ ...s, feedback: { ...s.feedback, weight } }),
  },
];

/** Where the search begins: textbook BM25 and nothing beside it. */
const textbook: PassageSettings = {
  ...passageSettings,
  titleWeight: 1,
  saturation: 1.2,
  lengthPull: 0.75,
  nearness: { ...passageSettings.nearness, weight: 0 },
  feedback: { ...passageSettings.feedback, weight: 0 },
};

type Pair = readonly [number, number];

/** Turns one knob after the other, twice round, to what serves one half of the questions best. */
const choose = (score: (settings: PassageSettings) => Pair, half: 0 | 1): [PassageSettings, string[]] => {
  let settings = textbook;
  const chosen = new Map<string, number>();
  for (const knob of [...knobs, ...knobs]) {
    const tried = knob.values.map((value) => ({ value, at: knob.turn(settings, value) }));
    const [best] = tried
      .map((entry) => ({ ...entry, score: score(entry.at)[half] }))
      .sort((a, b) => b.score - a.score);
    if (!best) continue;
    settings = best.at;
    chosen.set(knob.name, best.value);
  }
  return [settings, [...chosen].map(([name, value]) => `${name} ${value}`)];
};

/** Chooses settings on each half of the questions, and measures them on the other half. */
export const crossValidate = (collection: Collection): string => {
  const known = new Map<string, Pair>();
  const score = (settings: PassageSettings): Pair => {
    const key = JSON.stringify(settings);
    const scored =
      known.get(key) ?? halves(measure(product(collection.documents, settings), collection).each);
    known.set(key, scored);
    return scored;
  };
  const lines = ([0, 1] as const).map((half) => {
    const [settings, chosen] = choose(score, half);
    const name = half === 0 ? 'odd' : 'even';
    const other = half === 0 ? 'even' : 'odd';
    const scored = score(settings);
    return `chosen on the ${name} half: ${chosen.join(', ')}\n  ${scored[half].toFixed(4)} there, ${scored[half === 0 ? 1 : 0].toFixed(4)} on the ${other} half`;
  });
  const [odd, even] = score(passageSettings);
  return [...lines, `the product's settings: odd ${odd.toFixed(4)}, even ${even.toFixed(4)}`].join('\n');
};
