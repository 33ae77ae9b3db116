import type { Turn } from '../../answer.ts';
import { startBlocks, startOffer } from '../../blocks/checklist/offer.ts';
import { isChannel } from '../members.ts';
import type { Outgoing } from '../post.ts';
import type { Asked } from '../question.ts';

/** Under the steps of a transition, in a channel: how to carry them out there. `name` is what somebody wants it called. */
export const withChecklist = (
  messages: readonly Outgoing[],
  { reading }: Pick<Turn, 'reading'>,
  { channel }: Pick<Asked, 'channel'>,
  name: string | undefined,
): readonly Outgoing[] => {
  const last = messages.at(-1);
  const isGuide = reading.intent === 'transition-checklist' && isChannel(channel);
  if (last?.blocks === undefined || (name === undefined && !isGuide)) return messages;
  const offer = name === undefined ? startBlocks : startOffer(name);
  return [...messages.slice(0, -1), { ...last, blocks: [...last.blocks, ...offer] }];
};
