import { z } from 'zod';

const record = z.record(z.string(), z.unknown());
const block = z.looseObject({
  type: z.string().optional(),
  block_id: z.string().optional(),
  dispatch_action: z.boolean().optional(),
});
const interactive = z.looseObject({ type: z.string(), action_id: z.string() });

/** A button, select or input, as found in the blocks of a message or view. */
export interface FoundElement {
  readonly element: Readonly<Record<string, unknown>>;
  readonly blockId: string;
  /** Whether using it tells the bot at once; an input does so only where its block asks for it. */
  readonly dispatches: boolean;
}

/** The interactive element with this action id, somewhere in the blocks. */
export const findElement = (blocks: readonly unknown[], actionId: string): FoundElement | undefined =>
  elementsIn(blocks).find(({ element }) => element.action_id === actionId);

/** Every interactive element in the blocks, in order of appearance. */
export const elementsIn = (blocks: unknown): readonly FoundElement[] =>
  Array.isArray(blocks) ? blocks.flatMap(elementsOfBlock) : [];

/** The blocks with an id each: Slack makes up what the bot left out. */
export const withBlockIds = (blocks: unknown, made: string): readonly unknown[] =>
  Array.isArray(blocks)
    ? blocks.map((one, at) => ({ ...record.parse(one), block_id: idOf(one) ?? `${made}-${at + 1}` }))
    : [];

const elementsOfBlock = (each: unknown, at: number): FoundElement[] => {
  const parsed = block.safeParse(each);
  const { type, dispatch_action = false } = parsed.success ? parsed.data : {};
  const blockId = idOf(each) ?? `block-${at + 1}`;
  const dispatches = type !== 'input' || dispatch_action;
  return interactiveIn(each).map((element) => ({ element, blockId, dispatches }));
};

const idOf = (value: unknown): string | undefined => {
  const parsed = block.safeParse(value);
  return parsed.success ? parsed.data.block_id : undefined;
};

const interactiveIn = (value: unknown): z.output<typeof interactive>[] => {
  if (Array.isArray(value)) return value.flatMap(interactiveIn);
  const itself = interactive.safeParse(value);
  if (itself.success) return [itself.data];
  const parsed = record.safeParse(value);
  return parsed.success ? Object.values(parsed.data).flatMap(interactiveIn) : [];
};
