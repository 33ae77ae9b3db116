import { z } from 'zod';

const id = z.object({ id: z.string() });

/** What we read of an element that was pressed in a view. */
const pressSchema = z.object({
  user: id,
  team: id.nullish(),
  enterprise: id.nullish(),
  view: z.object({
    id: z.string(),
    hash: z.string().default(''),
    type: z.string(),
    private_metadata: z.string().default(''),
  }),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

/** An element of Home or of a modal that a person pressed, typed into or chose from. */
export interface Press {
  readonly team: string;
  readonly user: string;
  readonly view: {
    readonly id: string;
    readonly type: string;
    readonly metadata: string;
    readonly hash: string;
  };
  readonly actionId: string;
  /** What the button holds, what was typed, or what was chosen; empty where nothing was. */
  readonly value: string;
}

/** The press in a request, or undefined where the element stands in a message. */
export const readPress = (body: unknown): Press | undefined => {
  const parsed = pressSchema.safeParse(body).data;
  const [action] = parsed?.actions ?? [];
  if (parsed === undefined || action === undefined) return undefined;
  const { user, team, enterprise, view } = parsed;
  return {
    team: team?.id ?? enterprise?.id ?? 'unknown',
    user: user.id,
    view: { id: view.id, hash: view.hash, type: view.type, metadata: view.private_metadata },
    actionId: action.action_id,
    value: action.value ?? action.selected_option?.value ?? '',
  };
};
