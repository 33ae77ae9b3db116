import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { type ChoiceGroup, suggestedGroups } from '../blocks/choices.ts';
import type { Shelf } from '../holdings.ts';
import { type Reading, type ReadingInput, toReading } from '../reading.ts';
import type { Desk } from './parts.ts';

const groups = { vendor: 'Vendors', client: 'Clients' } as const;
const kinds = ['vendor', 'client'] as const;
const intents = { vendor: 'vendor-profile', client: 'deal-profile' } as const;

const plainly = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const choicesOf = (shelves: readonly Shelf[], typed: string): ChoiceGroup['choices'] =>
  shelves
    .filter(({ label }) => plainly(label).includes(plainly(typed)))
    .map(({ id, label, deals }) => ({
      value: id,
      label,
      about: `${deals.length.toLocaleString('en-US')} ${deals.length === 1 ? 'deal' : 'deals'}`,
    }));

const querySchema = z.object({ value: z.string().max(1000).default('') });

/** The vendors and clients whose names hold what was typed, of all that the library holds. */
export const onPartiesSearched =
  (desk: Desk) =>
  async ({
    ack,
    body,
  }: SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs): Promise<void> => {
    const typed = querySchema.safeParse(body).data?.value ?? '';
    const { shelves } = desk.asker.holdings();
    const found = kinds.map((kind) => ({ label: groups[kind], choices: choicesOf(shelves[kind], typed) }));
    await ack({ option_groups: suggestedGroups(found) });
  };

/** A party of the library: its name, and what is known of it in one reading. */
export interface Party {
  readonly name: string;
  readonly profile: Reading;
}

/** The party that was chosen; undefined where the library holds none of this id. */
export const partyOf = ({ asker }: Desk, id: string): Party | undefined => {
  const { shelves } = asker.holdings();
  for (const kind of kinds) {
    const shelf = shelves[kind].find((one) => one.id === id);
    const profile: ReadingInput = { intent: intents[kind], subjects: [id] };
    if (shelf !== undefined) return { name: shelf.label, profile: toReading(profile) };
  }
  return undefined;
};
