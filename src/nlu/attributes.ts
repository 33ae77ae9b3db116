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

/** The places in that order of the triggers that begin with a stem. */
const ranksByFirst = new Map<string, number[]>();
for (const [rank, { stems }] of triggers.entries()) {
  const [first = ''] = stems;
  ranksByFirst.set(first, [...(ranksByFirst.get(first) ?? []), rank]);
}

/** An attribute that words of an utterance stand for. */
export interface AttributeMention {
  readonly attribute: string;
  readonly from: number;
  readonly to: number;
}

/** Every trigger that stands in the words, longest phrases first. */
const standing = (stems: readonly string[]): AttributeMention[] =>
  stems
    .flatMap((stem, from) =>
      (ranksByFirst.get(stem) ?? []).flatMap((rank) => {
        const trigger = triggers[rank];
        const stands = trigger?.stems.every((part, offset) => stems[from + offset] === part);
        return trigger && stands
          ? [{ rank, attribute: trigger.attribute, from, to: from + trigger.stems.length }]
          : [];
      }),
    )
    .sort((a, b) => a.rank - b.rank || a.from - b.from)
    .map(({ attribute, from, to }) => ({ attribute, from, to }));

/** The attributes named, longest phrases first. One phrase may stand for several attributes; phrases do not overlap. */
export const attributesIn = (words: readonly string[]): AttributeMention[] => {
  const found: AttributeMention[] = [];
  for (const { attribute, from, to } of standing(words.map(stemOf))) {
    // The same words may name two attributes; a part of a longer phrase names none.
    if (found.some((other) => from < other.to && other.from < to && (other.from !== from || other.to !== to)))
      continue;
    found.push({ attribute, from, to });
  }
  return found;
};
