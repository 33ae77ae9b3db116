import type { Analysis } from './analysis.ts';

/** How long passages are searched. Chosen by `npm run eval:search -- FOLDER --choose`; see docs/ranking.md. */
export interface PassageSettings {
  readonly analysis: Analysis;
  /** A word of the title counts as so many words of the text. */
  readonly titleWeight: number;
  /** BM25's k: how slowly a word that is repeated in a passage ceases to count. */
  readonly saturation: number;
  /** BM25's b: how far a long passage is held back, 0 to 1. */
  readonly lengthPull: number;
  /** So many best passages by their words alone are looked at again by what follows. */
  readonly pool: number;
  /** Words that follow each other in the question and stand side by side in a passage. */
  readonly nearness: {
    /** So many of the best passages are looked at. */
    readonly passages: number;
    /** What a pair counts against the mean of its two words. */
    readonly weight: number;
  };
  /** Words of the best passages, added to the question. */
  readonly feedback: {
    readonly passages: number;
    readonly words: number;
    /** Share of the score that the added words have, 0 to 1, when the question is hardly covered. */
    readonly weight: number;
    /** The best passages count by their score to this power: one that stands out speaks almost alone. */
    readonly sharpness: number;
    /** How much of the weight is lost when the best passage covers the whole question, 0 to 1. */
    readonly relief: number;
  };
  /** What stands in for a word that no passage has. */
  readonly respelling: {
    readonly words: number;
    /** What a stand-in counts against the word itself. */
    readonly weight: number;
    /** Share of a word's letters that may differ. */
    readonly fuzzy: number;
    /** Shorter words have no stand-ins by their beginning. */
    readonly prefixFrom: number;
  };
}

/** The settings of the product for long passages. */
export const passageSettings: PassageSettings = {
  analysis: { stems: true, stops: true },
  titleWeight: 2,
  saturation: 1.5,
  lengthPull: 0.75,
  pool: 50,
  nearness: { passages: 50, weight: 0.5 },
  feedback: { passages: 5, words: 20, weight: 0.35, sharpness: 8, relief: 0.7 },
  respelling: { words: 3, weight: 0.6, fuzzy: 0.15, prefixFrom: 4 },
};
