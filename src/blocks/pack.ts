import { grammar, maxOf } from './grammar.ts';
import { weight } from './measure.ts';
import type { Part } from './parts.ts';

/** Left free in every message for the line that says the answer goes on: one block, and its text. */
const reserve = { blocks: 1, weight: 200 } as const;

const room = {
  blocks: maxOf('message', 'blocks') - reserve.blocks,
  weight: grammar.totals.message.text - reserve.weight,
} as const;

/** Parts in as few messages as Slack's limits allow, in order. */
export const pack = (parts: readonly Part[]): Part[][] => {
  const messages: Part[][] = [];
  const used = { blocks: room.blocks, weight: room.weight };
  for (const part of parts) {
    used.blocks += part.blocks.length;
    used.weight += weight(part.blocks);
    if (used.blocks <= room.blocks && used.weight <= room.weight) messages.at(-1)?.push(part);
    else {
      messages.push([part]);
      used.blocks = part.blocks.length;
      used.weight = weight(part.blocks);
    }
  }
  return messages;
};

/** The first parts that weigh at most `most` together, and how many were left out. */
export const within = (
  parts: readonly Part[],
  most: number,
): { readonly kept: readonly Part[]; readonly left: number } => {
  let sum = 0;
  const over = parts.findIndex((part) => {
    sum += weight(part.blocks);
    return sum > most;
  });
  return over === -1 ? { kept: parts, left: 0 } : { kept: parts.slice(0, over), left: parts.length - over };
};
