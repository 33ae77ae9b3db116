import { analyse } from '../../src/corpus/search/analysis.ts';
import { type PassageSettings, passageSettings } from '../../src/corpus/search/settings.ts';
import { type Collection, type Document, knownItems } from './collection.ts';
import { miniSearch, type Plain, product } from './engines.ts';
import { type Engine, halves, measure } from './measure.ts';

interface Step {
  readonly name: string;
  readonly engine: (documents: readonly Document[]) => Engine;
  /** A way that was tried and not taken: compared with the step before it, and not built upon. */
  readonly aside?: boolean;
}

const read = (stems: boolean, stops: boolean): NonNullable<Plain['options']> => ({
  tokenize: (text) => analyse(text, { stems, stops }),
  processTerm: (word) => word,
});

const plain =
  (options: Plain) =>
  (documents: readonly Document[]): Engine =>
    miniSearch(documents, options);

const ours =
  (changes: Partial<PassageSettings>) =>
  (documents: readonly Document[]): Engine =>
    product(documents, { ...passageSettings, ...changes });

const { nearness, feedback, saturation, lengthPull, respelling } = passageSettings;
const bm25 = { k: saturation, b: lengthPull, d: 0 };
const far = { ...nearness, weight: 0 };
const deaf = { ...feedback, weight: 0 };
const still = { nearness: far, feedback: deaf };

const steps: readonly Step[] = [
  { name: 'MiniSearch, its defaults', engine: plain({}) },
  {
    name: 'aside: fuzzy and prefix on every word',
    engine: plain({ search: { fuzzy: 0.2, prefix: true } }),
    aside: true,
  },
  { name: '+ score divided by the words matched', engine: plain({ undo: true }) },
  {
    name: '+ signs part words, accents off, Porter',
    engine: plain({ undo: true, options: read(true, false) }),
  },
  { name: '+ small words left out', engine: plain({ undo: true, options: read(true, true) }) },
  {
    name: '+ k, b and d set',
    engine: plain({ undo: true, options: read(true, true), search: { bm25 } }),
  },
  { name: '+ title and text one field (our scoring)', engine: ours({ ...still, titleWeight: 1 }) },
  { name: '+ words of the title count twice', engine: ours(still) },
  { name: '+ pairs side by side', engine: ours({ feedback: deaf }) },
  {
    name: 'aside: feedback by all alike, unrelieved',
    engine: ours({ feedback: { ...feedback, sharpness: 1, relief: 0 } }),
    aside: true,
  },
  { name: '+ feedback (the product)', engine: ours({}) },
  {
    name: 'aside: without stand-ins for unknown words',
    engine: ours({ respelling: { ...respelling, words: 0 } }),
    aside: true,
  },
  {
    name: 'aside: the pool twenty times as large',
    engine: ours({ pool: passageSettings.pool * 20 }),
    aside: true,
  },
];

const figure = (value: number): string => value.toFixed(4);
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;

/** A Markdown table of what each step gives, on the collection and on its documents as known items. */
export const stepsTable = (collection: Collection): string => {
  const items = knownItems(collection);
  let before = 0;
  const rows = steps.map(({ name, engine, aside = false }, at) => {
    const { ndcg10, each, msPerQuery } = measure(engine(collection.documents), collection);
    const known = measure(engine(items.documents), items).ndcg10;
    const gain = at === 0 ? '' : signed(ndcg10 - before);
    if (!aside) before = ndcg10;
    const cells = [
      name,
      figure(ndcg10),
      gain,
      ...halves(each).map(figure),
      figure(known),
      msPerQuery.toFixed(2),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| step | nDCG@10 | gain | odd half | even half | known item | ms |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
};
