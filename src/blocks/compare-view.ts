import type { KnownBlock, ModalView } from '@slack/types';
import type { Comparing, DealChoice, DealGroup } from '../comparing.ts';
import type { Choice, ChoiceGroup } from './choices.ts';
import { searchSeveral, selectSeveral } from './input.ts';
import { section } from './kit.ts';
import { modal } from './modal.ts';

/** The button that opens the window, under answers and on Home. */
export const compareOpen = 'compare:open';
/** The window's name, and those of its inputs. */
export const compareCallback = 'compare:deals';
export const dealsField = 'compare:which';
export const rowsField = 'compare:rows';

export const fewestDeals = 2;
export const mostDeals = 6;

const choiceOf = ({ id, name, reported }: DealChoice): Choice => ({
  value: id,
  label: name,
  ...(reported === '' ? {} : { about: reported }),
});

/** Deals as a search for them offers them. */
export const dealChoices = (groups: readonly DealGroup[]): ChoiceGroup[] =>
  groups.map(({ label, deals }) => ({ label, choices: deals.map(choiceOf) }));

const intro =
  'Each deal gets a column and each attribute a row, with its source. What an article withholds or does not say is ' +
  'shown as such. Only you see the result; you can share it from there.';

/** The window in which a comparison is put together. `chosen` are the deals to begin with; `ids` come back with it. */
export const compareView = (
  rows: Comparing['rows'],
  chosen: readonly DealChoice[],
  ids: unknown,
): ModalView => {
  const inputs: KnownBlock[] = [
    searchSeveral({
      id: dealsField,
      label: 'Deals',
      hint: `${fewestDeals} to ${mostDeals}. Type a hospital, a vendor or a place.`,
      placeholder: 'Search for deals',
      initial: chosen.slice(0, mostDeals).map(choiceOf),
      most: mostDeals,
    }),
    selectSeveral({
      id: rowsField,
      label: 'Attributes',
      hint: 'Rows in which the deals differ come first.',
      placeholder: 'Choose what to compare',
      choices: rows.map(({ id, head }) => ({ value: id, label: head })),
      initial: rows.filter(({ isUsual }) => isUsual).map(({ id }) => id),
    }),
  ];
  return modal({
    callbackId: compareCallback,
    title: 'Compare deals',
    submit: 'Compare',
    ids,
    blocks: [section('intro', intro), ...inputs],
  });
};
