import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Reading, readingSchema } from '../reading.ts';

export const mostText = 500;

/**
 * A question that could not be answered, or whose answer did not help, for whoever extends the library. Nothing in it says
 * who asked or where.
 */
export const gapSchema = z.object({
  text: z.string().max(mostText),
  why: z.enum(['not-stated', 'not-held', 'unclear', 'disliked']),
  /** What somebody said of an answer that did not help. */
  remark: z.string().max(mostText).optional(),
  /** What was understood: ids, without a word that was typed. */
  reading: readingSchema.optional(),
  /** The day, as `2026-11-22`. */
  day: z.string(),
  /** Who may send it on to people, as a mark that only its button can be held against: it leads to nobody. */
  sender: z.string().optional(),
  /** A curator dealt with it; it is listed no more. */
  isClosed: z.boolean().optional(),
});

export type Gap = z.output<typeof gapSchema>;

/** Gaps that lack the same thing. */
export interface GapGroup {
  /** Names the group by what its gaps share, so that it is the same whoever looks, and whatever was added since. */
  readonly id: string;
  readonly why: Gap['why'];
  /** Each way in which it was asked once, latest first. */
  readonly texts: readonly string[];
  readonly remarks: readonly string[];
  readonly reading: Reading | undefined;
  readonly many: number;
  /** The latest, as `2026-11-22`. */
  readonly day: string;
}

/** Words of a question as they are compared: capitals, signs and spaces apart. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What was understood, where that tells one question from another; else its words. */
const matter = ({ text, reading }: Gap): unknown => {
  if (reading === undefined) return plainly(text);
  const { intent, subjects, attributes, missing, terms } = reading;
  const told = subjects.length + attributes.length + missing.filter((one) => one !== 'unheard').length;
  return told === 0 ? plainly(text) : [intent, subjects, attributes, missing, terms];
};

/** Names what a gap lacks. */
export const matterOf = (gap: Gap): string =>
  createHash('sha256')
    .update(JSON.stringify([gap.why, matter(gap)]))
    .digest('base64url')
    .slice(0, 16);

const unique = (all: readonly string[]): string[] => [...new Set(all)];

/** Open gaps in groups, the one last asked first; of the same day the one asked most. */
export const groupGaps = (gaps: readonly Gap[]): GapGroup[] => {
  const groups = new Map<string, Gap[]>();
  const open = gaps.filter(({ isClosed }) => isClosed !== true);
  for (const gap of open.toSorted(
    (a, b) => b.day.localeCompare(a.day, 'en') || a.text.localeCompare(b.text, 'en'),
  ))
    groups.set(matterOf(gap), [...(groups.get(matterOf(gap)) ?? []), gap]);
  return [...groups]
    .flatMap(([id, all]) => {
      const [latest] = all;
      if (latest === undefined) return [];
      const { why, reading, day } = latest;
      const remarks = unique(all.flatMap(({ remark }) => remark ?? []));
      return [
        { id, why, texts: unique(all.map(({ text }) => text)), remarks, reading, many: all.length, day },
      ];
    })
    .sort((a, b) => b.day.localeCompare(a.day, 'en') || b.many - a.many || a.id.localeCompare(b.id, 'en'));
};
