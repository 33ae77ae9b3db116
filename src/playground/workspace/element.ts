import { z } from 'zod';
import type { FoundElement } from './payload.ts';

const record = z.record(z.string(), z.unknown());
const block = z.looseObject({ block_id: z.string().optional() });
const interactive = z.looseObject({ type: z.string(), action_id: z.string() });

/** The interactive element with this action id, somewhere in the blocks. */
export const findElement = (blocks: readonly unknown[], actionId: string): FoundElement | undefined => {
  for (const [index, each] of blocks.entries()) {
    const element = interactiveIn(each).find((one) => one.action_id === actionId);
    const parsed = block.safeParse(each);
    const blockId = parsed.success ? parsed.data.block_id : undefined;
    if (element) return { element, blockId: blockId ?? `block-${index + 1}` };
  }
  return undefined;
};

/** The action ids in the blocks, in order of appearance. */
export const actionIds = (blocks: readonly unknown[]): readonly string[] =>
  blocks.flatMap((each) => interactiveIn(each).map((one) => one.action_id));

const interactiveIn = (value: unknown): z.output<typeof interactive>[] => {
  if (Array.isArray(value)) return value.flatMap(interactiveIn);
  const itself = interactive.safeParse(value);
  if (itself.success) return [itself.data];
  const parsed = record.safeParse(value);
  return parsed.success ? Object.values(parsed.data).flatMap(interactiveIn) : [];
};
