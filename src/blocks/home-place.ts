import { z } from 'zod';
import { inValue } from './value.ts';

const kind = z.enum(['vendor', 'client', 'outcome']);
const page = z.int().nonnegative().max(100_000).default(0);

/**
 * Where somebody stands in Home: at its front, at all shelves of a kind, or at one of them. Ids of the library and page
 * numbers from 0; what a button or the view itself carries.
 */
const placeSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('front') }),
  z.strictObject({ at: z.literal('shelves'), kind, page }),
  z.strictObject({ at: z.literal('shelf'), kind, id: z.string().max(80), page }),
]);

export type HomePlace = z.output<typeof placeSchema>;

export const front: HomePlace = { at: 'front' };

export const encodePlace = (place: HomePlace): string => inValue(JSON.stringify(place));

/** The front where the text is of another version or was tampered with: nobody stands nowhere. */
export const readPlace = (text: string): HomePlace => {
  try {
    return placeSchema.safeParse(JSON.parse(text)).data ?? front;
  } catch {
    return front;
  }
};

/** The same place, turned to another page. */
export const turnedTo = (place: HomePlace, to: number): HomePlace =>
  place.at === 'front' ? place : (placeSchema.safeParse({ ...place, page: to }).data ?? place);
