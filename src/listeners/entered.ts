import { z } from 'zod';

const option = z.object({ value: z.string() });

/** What one input holds, whatever its kind, as a list of texts and ids. */
const valueSchema = z
  .object({
    value: z.string().nullish(),
    selected_option: option.nullish(),
    selected_options: z.array(option).nullish(),
    selected_date: z.string().nullish(),
    selected_user: z.string().nullish(),
    selected_users: z.array(z.string()).nullish(),
    selected_conversation: z.string().nullish(),
    selected_conversations: z.array(z.string()).nullish(),
  })
  .transform((held) => [
    ...[held.value, held.selected_option?.value, held.selected_date],
    ...[held.selected_user, held.selected_conversation],
    ...(held.selected_options ?? []).map(({ value }) => value),
    ...[...(held.selected_users ?? []), ...(held.selected_conversations ?? [])],
  ])
  .transform((values) => values.map((value) => (value ?? '').trim()).filter((value) => value !== ''));

/** `state` of a view: the values by block, then by action. */
export const stateSchema = z.object({
  values: z.record(z.string(), z.record(z.string(), valueSchema)).default({}),
});

/** What a person entered into a modal, by the ids of its inputs. Whatever they sent: check it before it is used. */
export interface Entered {
  /** The text, day, person, conversation or single choice; undefined where it was left empty. */
  one(id: string): string | undefined;
  /** Everything that was chosen. */
  all(id: string): readonly string[];
}

export const enteredOf = ({ values }: z.output<typeof stateSchema>): Entered => {
  const all = (id: string): readonly string[] => Object.values(values[id] ?? {}).flat();
  return { all, one: (id) => all(id)[0] };
};
