import { attributes } from '../corpus/attributes.ts';
import { stemOf, wordsOf } from '../corpus/terms.ts';

interface Trigger {
  readonly attribute: string;
  readonly stems: readonly string[];
}

const triggers: readonly Trigger[] = attributes
  .flatMap(({ id, label, words }) =>
    [label, ...words.split(',')].map((phrase) => ({ attribute: id, stems: wordsOf(phrase).map(stemOf) })),
  )
  .filter((trigger) => trigger.stems.length > 0)
  .sort((a, b) => b.stems.length - a.stems.length);

/** An attribute that words of an utterance stand for. */
export interface AttributeMention {
  readonly attribute: string;
  readonly from: number;
  readonly to: number;
}

/** The attributes named, longest phrases first. One phrase may stand for several attributes; phrases do not overlap. */
export const attributesIn = (words: readonly string[]): AttributeMention[] => {
  const stems = words.map(stemOf);
  const found: AttributeMention[] = [];
  for (const trigger of triggers) {
    for (let at = 0; at + trigger.stems.length <= stems.length; at += 1) {
      if (!trigger.stems.every((stem, offset) => stems[at + offset] === stem)) continue;
      const to = at + trigger.stems.length;
      // The same words may name two attributes; a part of a longer phrase names none.
      if (found.some((other) => at < other.to && other.from < to && (other.from !== at || other.to !== to)))
        continue;
      found.push({ attribute: trigger.attribute, from: at, to });
    }
  }
  return found;
};
