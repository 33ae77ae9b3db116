import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { answerView } from '../blocks/answer-view.ts';
import {
  compareCallback,
  compareView,
  dealChoices,
  dealsField,
  fewestDeals,
  mostDeals,
  rowsField,
} from '../blocks/compare-view.ts';
import { decodeReading, encodeReading, toReading } from '../reading.ts';
import { acknowledge } from './acknowledge.ts';
import { keepAddress } from './address.ts';
import { depthOf } from './answer-window.ts';
import { answering, placeOf, placeSchema } from './asked-by-form.ts';
import type { Entered } from './entered.ts';
import type { Form, Verdict } from './form.ts';
import { openModal } from './modal.ts';
import type { Desk } from './parts.ts';
import { readPress } from './press.ts';
import { onSearch } from './search-options.ts';

const pressSchema = z.object({
  actions: z.tuple([z.object({ value: z.string().default('') })]),
});

/** The reading that the button stands under, which names the deals to begin with. */
const chosenBy = ({ asker }: Desk, body: unknown) => {
  const value = pressSchema.safeParse(body).data?.actions[0].value ?? '';
  const reading = decodeReading(value);
  return reading === undefined ? [] : asker.comparing.dealsOf(reading);
};

/** "Compare deals…": the window in which a comparison is put together. */
export const onCompareOpened =
  (desk: Desk) =>
  async ({ ack, body }: SlackActionMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const view = compareView(desk.asker.comparing.rows, chosenBy(desk, body), idsOf(body));
    const opened = await openModal(desk, body, view);
    if (opened !== undefined) await keepAddress(desk, body, opened);
  };

/** What the search for deals offers for what was typed so far. */
export const onDealsSearched = onSearch(({ asker }, typed) => dealChoices(asker.comparing.find(typed)));

/** What is wrong with what was chosen, by input; nothing where all is well. */
const faultsOf = ({ asker }: Desk, deals: readonly string[], rows: readonly string[]) => {
  const known = asker.comparing.deals(deals);
  const wrong =
    (deals.length < fewestDeals && 'Choose at least two deals: one alone has nothing to be compared with.') ||
    (deals.length > mostDeals && `Choose at most six deals; you have chosen ${deals.length}.`) ||
    (known.length < deals.length && 'One of these deals is no longer in the library. Please choose it anew.');
  return {
    ...(wrong === false ? {} : { [dealsField]: wrong }),
    ...(rows.length === 0 ? { [rowsField]: 'Choose at least one attribute to compare the deals by.' } : {}),
  };
};

const chosenIn = ({ asker }: Desk, entered: Entered) => {
  const known = new Set(asker.comparing.rows.map(({ id }) => id));
  return {
    deals: [...new Set(entered.all(dealsField))],
    rows: entered.all(rowsField).filter((id) => known.has(id)),
  };
};

/** Whether just those rows were left chosen that a comparison has by itself. */
const isUsual = ({ asker }: Desk, rows: readonly string[]): boolean =>
  asker.comparing.rows.every(({ id, isUsual: usual }) => usual === rows.includes(id));

/** How many windows there are with this one, where it was opened from Home or from another window. */
const idsSchema = placeSchema.extend({ depth: z.int().min(1).max(3).optional() });

const idsOf = (body: unknown): z.output<typeof idsSchema> => {
  const press = readPress(body);
  return press === undefined ? placeOf(body) : { depth: Math.min(depthOf(press) + 1, 3) };
};

/**
 * The comparison that somebody put together, for them alone: where the window was opened; from Home in the window, and
 * in their direct messages, where it stays and can be shared.
 */
export const compareForm: Form<z.output<typeof idsSchema>> = {
  callbackId: compareCallback,
  ids: idsSchema,
  async submit(desk, submission): Promise<Verdict> {
    const { ids, entered } = submission;
    const { depth, ...place } = ids;
    const { deals, rows } = chosenIn(desk, entered);
    const errors = faultsOf(desk, deals, rows);
    if (Object.keys(errors).length > 0) return { errors };
    const reading = toReading({
      intent: 'compare-deals',
      subjects: deals,
      rows: isUsual(desk, rows) ? [] : rows,
    });
    const after = await answering(desk, submission, place, { value: encodeReading(reading) });
    if (depth === undefined) return { close: 'all', after };
    const { answer } = desk.asker.answerReading(reading);
    return { show: answerView({ answer, reading, depth, isKept: true }), after };
  },
};
