import type { ChoiceGroup } from '../blocks/choices.ts';
import type { Shelf } from '../holdings.ts';
import { type Reading, type ReadingInput, toReading } from '../reading.ts';
import type { Desk } from './parts.ts';
import { onSearch } from './search-options.ts';

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

/** The vendors and clients whose names hold what was typed, of all that the library holds. */
export const onPartiesSearched = onSearch(({ asker }, typed) => {
  const { shelves } = asker.holdings();
  return kinds.map((kind) => ({ label: groups[kind], choices: choicesOf(shelves[kind], typed) }));
});

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
