import { z } from 'zod';
import { senderSchema, teamFrom } from './sender.ts';

/** What an element holds that was pressed, typed into or chosen from. */
export const heldSchema = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** What the button holds, what was typed, or what was chosen; empty where nothing was. */
export const heldIn = ({ value, selected_option: option }: z.output<typeof heldSchema>): string =>
  value ?? option?.value ?? '';

/** What we read of an element that was pressed in a view. */
const pressSchema = senderSchema.extend({
  view: z.object({
    id: z.string(),
    hash: z.string().default(''),
    type: z.string(),
    private_metadata: z.string().default(''),
  }),
  actions: z.array(heldSchema.extend({ action_id: z.string() })).min(1),
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
  /** As `heldIn` gives it. */
  readonly value: string;
}

/** The press in a request, or undefined where the element stands in a message. */
export const readPress = (body: unknown): Press | undefined => {
  const parsed = pressSchema.safeParse(body).data;
  const [action] = parsed?.actions ?? [];
  if (parsed === undefined || action === undefined) return undefined;
  const { user, view } = parsed;
  return {
    team: teamFrom(parsed),
    user: user.id,
    view: { id: view.id, hash: view.hash, type: view.type, metadata: view.private_metadata },
    actionId: action.action_id,
    value: heldIn(action),
  };
};
