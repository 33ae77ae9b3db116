import { z } from 'zod';

/** Where a checklist is: the channel it belongs to, and its id. */
export interface Place {
  readonly channel: string;
  readonly checklist: string;
}

/** A place as a button carries it, with what of it is meant: an item, or a page from 0. At most 75 characters. */
export const placeValue = ({ channel, checklist }: Place, what?: string | number): string =>
  [channel, checklist, ...(what === undefined ? [] : [what])].join('/');

/** What a button says it means; who may reach it is another question. */
export const placeSchema = z
  .string()
  .max(75)
  .regex(/^[A-Z0-9]{1,20}\/[\w-]{1,32}(?:\/[\w-]{1,32})?$/)
  .transform((value) => {
    const [channel = '', checklist = '', what] = value.split('/');
    return { place: { channel, checklist }, what };
  });
