/** A figure as an article gives it; both ends are the same but for a range. */
export interface Figure {
  readonly low: number;
  readonly high: number;
  readonly mark: 'exactly' | 'about' | 'over' | 'under' | 'range';
  readonly unit: 'years' | 'US dollars' | 'people' | 'share';
}

/** One sentence that a cell rests on, whole, for those who take the table away. */
export interface Statement {
  /** Stands alone: its hedge, speaker and date are in it. */
  readonly text: string;
  readonly speakers: readonly string[];
  readonly hedges: readonly string[];
  /** `plan`, `prediction`, `opinion`, …; missing for a plain report. */
  readonly nature?: string;
  /** Where the sentence gives exactly one. */
  readonly figure?: Figure;
  /** The article that it stands in: one of `Answer.citations`. */
  readonly article: string;
}
