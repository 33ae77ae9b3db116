import { z } from 'zod';

/** What a channel decides for itself. */
export const settingsSchema = z.object({
  /** Where a mention is answered: in its thread, for all, or for the asker alone. */
  answers: z.enum(['thread', 'private']),
  /** The channel or user group that answers where the library does not; null for nobody, missing for what is configured. */
  owners: z
    .string()
    .regex(/^[CGS][A-Z0-9]{2,}$/)
    .nullable()
    .optional(),
  /** Whether thumbs stand under answers. */
  feedback: z.boolean(),
  /** Whether people are told directly what they are given on a checklist. */
  assignments: z.boolean().default(true),
  /** Who changed it last; the person is missing where they asked to be forgotten. */
  changed: z.object({ by: z.string().optional(), at: z.number() }).optional(),
});

export type Settings = z.output<typeof settingsSchema>;

/** What holds where a channel decided nothing. */
export const defaults: Settings = { answers: 'thread', feedback: true, assignments: true };

/** How somebody wants it from now on. */
export interface Change extends Pick<Settings, 'answers' | 'feedback' | 'assignments'> {
  /** Null for nobody, undefined for what is configured. */
  readonly owners: Settings['owners'];
  readonly by: string;
  readonly at: number;
}

export const change = ({ by, at, owners, ...wanted }: Change): Settings => ({
  ...wanted,
  ...(owners !== undefined && { owners }),
  changed: { by, at },
});

/** Who answers for people: what the channel chose, else what is configured; undefined where nobody does. */
export const ownersOf = ({ owners }: Settings, configured: string | undefined): string | undefined =>
  owners === undefined ? configured : (owners ?? undefined);

/** The settings without the name of a person. */
export const withoutPerson = (settings: Settings, person: string): Settings =>
  settings.changed?.by === person ? { ...settings, changed: { at: settings.changed.at } } : settings;
