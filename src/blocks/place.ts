import { z } from 'zod';

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

export type Place = z.output<typeof placeSchema>;

export const front: Place = { at: 'front' };

/** `<` is written as an escape of JSON, so that no id can look like markup. */
export const encodePlace = (place: Place): string => JSON.stringify(place).replaceAll('<', '\\u003c');

/** The front where the text is of another version or was tampered with: nobody stands nowhere. */
export const readPlace = (text: string): Place => {
  try {
    return placeSchema.safeParse(JSON.parse(text)).data ?? front;
  } catch {
    return front;
  }
};

/** The same place, turned to another page. */
export const turnedTo = (place: Place, to: number): Place =>
  place.at === 'front' ? place : (placeSchema.safeParse({ ...place, page: to }).data ?? place);
