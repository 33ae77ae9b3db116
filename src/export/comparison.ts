import type { Answer, Cell, Citation, Section } from '../answer.ts';
import type { ExportFile } from './file.ts';
import { fileName } from './file.ts';

export type Comparison = Extract<Section, { readonly kind: 'table' }>;

/** The table of an answer that can be taken away, where it has one. */
export const comparisonIn = ({ sections }: Pick<Answer, 'sections'>): Comparison | undefined =>
  sections.find((part) => part.kind === 'table');

/** What each column is about, in full. */
export const subjectsOf = ({ about, columns }: Comparison): readonly string[] => about ?? columns.slice(1);

const states: Readonly<Record<Cell['state'], string>> = {
  stated: 'stated',
  same: 'stated',
  withheld: 'withheld',
  'not-stated': 'not stated',
  conflicting: 'reports conflict',
};

/** What the library knows of a cell. A file has nothing to its left, so that what is the same is stated. */
export const stateOf = ({ state }: Cell): string => states[state];

export const citationOf = (answer: Answer, article: string): Citation | undefined =>
  answer.citations.find((citation) => citation.article === article);

/** A file on a comparison; `day` is the day on which it is made, as `2026-11-22`. */
export const fileOn = (comparison: Comparison, day: string, ending: string, content: string): ExportFile => ({
  name: fileName('comparison', subjectsOf(comparison), day, ending),
  title: comparison.caption,
  content,
});
