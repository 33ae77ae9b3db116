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

/** An input as it was sent to Slack, with what stood in it at first. */
const inputSchema = z.object({
  block_id: z.string(),
  element: z
    .looseObject({
      action_id: z.string(),
      initial_value: z.unknown().optional(),
      initial_option: z.unknown().optional(),
      initial_options: z.unknown().optional(),
      initial_date: z.unknown().optional(),
      initial_user: z.unknown().optional(),
      initial_conversation: z.unknown().optional(),
    })
    .transform(({ action_id: action, ...initial }) => ({
      action,
      held: valueSchema.catch([]).parse({
        value: initial.initial_value,
        selected_option: initial.initial_option,
        selected_options: initial.initial_options,
        selected_date: initial.initial_date,
        selected_user: initial.initial_user,
        selected_conversation: initial.initial_conversation,
      }),
    })),
});

/** The blocks of a view, as the values that its inputs held when it opened. */
export const shownSchema = z
  .array(z.unknown())
  .transform((blocks) => blocks.flatMap((block) => inputSchema.safeParse(block).data ?? []))
  .transform((inputs) => ({
    values: Object.fromEntries(
      inputs.map(({ block_id: id, element }) => [id, { [element.action]: element.held }]),
    ),
  }));

/** What a person entered into a modal, by the ids of its inputs. Whatever they sent: check it before it is used. */
export interface Entered {
  /** The text, day, person, conversation or single choice; undefined where it was left empty. */
  one(id: string): string | undefined;
  /** Everything that was chosen. */
  all(id: string): readonly string[];
}

export const enteredOf = ({ values }: z.output<typeof stateSchema | typeof shownSchema>): Entered => {
  const all = (id: string): readonly string[] => Object.values(values[id] ?? {}).flat();
  return { all, one: (id) => all(id)[0] };
};
