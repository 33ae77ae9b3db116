import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answerView, waitingView } from '../blocks/answer-view.ts';
import { notice } from '../blocks/modal.ts';
import { decodeReading } from '../reading.ts';
import { explain } from './failure.ts';
import type { Verdict } from './form.ts';
import { openModal, updateModal } from './modal.ts';
import type { Desk } from './parts.ts';
import { type Press, readPress } from './press.ts';

/** Slack takes so many windows above each other. */
export const mostWindows = 3;

const idsSchema = z.object({
  depth: z.int().min(1).max(mostWindows),
  isKept: z.boolean().default(false),
});

/** What the window carries in which the press was. */
const carriedBy = ({ view }: Press): z.output<typeof idsSchema> => {
  const unknown = { depth: 1, isKept: false };
  try {
    return idsSchema.safeParse(JSON.parse(view.metadata)).data ?? unknown;
  } catch {
    return unknown;
  }
};

/** How many windows stand above each other where the press was; 0 in Home. */
export const depthOf = (press: Press): number => (press.view.type === 'modal' ? carriedBy(press).depth : 0);

/**
 * Says what came of a press on a button that holds the reading of its window, at the foot of that window. False where
 * the press was in no window, or the window was closed meanwhile.
 */
export const sayInWindow = async (desk: Desk, body: unknown, said: string): Promise<boolean> => {
  const press = readPress(body);
  const reading = decodeReading(press?.value ?? '');
  if (press === undefined || reading === undefined || press.view.type !== 'modal') return false;
  const { answer } = desk.asker.answerReading(reading);
  return updateModal(desk, press.view, answerView({ answer, reading, ...carriedBy(press), said }));
};

/** A window, and what is done once the person sees it. */
export type Shown = readonly [view: ModalView, after: () => Promise<void>];

export const nothing = async (): Promise<void> => {};

type Work = () => Shown | Promise<Shown>;

/** With more deals than this an answer may take longer than a press is good for. */
const manyDeals = 500;

const isLarge = ({ asker }: Desk): boolean => asker.holdings().deals.size > manyDeals;

/** Puts the answer in the place of a window that waits for it. A window never goes on waiting in vain. */
const fill = async (desk: Desk, id: string, work: Work): Promise<void> => {
  try {
    const [view, after] = await work();
    if (await updateModal(desk, { id }, view)) await after();
  } catch (error) {
    await updateModal(desk, { id }, notice('Not finished', explain(desk, error)));
  }
};

/** Opens a window with an answer, above another where there is one. Over a large library it opens first and waits. */
export const openAnswer = async (desk: Desk, body: unknown, depth: number, work: Work): Promise<void> => {
  if (isLarge(desk)) {
    const id = await openModal(desk, body, waitingView(depth));
    return id === undefined ? undefined : fill(desk, id, work);
  }
  const [view, after] = await work();
  if ((await openModal(desk, body, view)) !== undefined) await after();
};

/**
 * Shows an answer in a window above what is open; in the place of the topmost where there is no room above it. Over a
 * large library the window opens first and waits: a press is good for three seconds.
 */
export const showAnswer = async (
  desk: Desk,
  at: { readonly body: unknown; readonly press: Press; readonly depth: number },
  work: Work,
): Promise<void> => {
  const { body, press, depth } = at;
  if (press.view.type === 'modal' && depthOf(press) >= mostWindows) return fill(desk, press.view.id, work);
  return openAnswer(desk, body, depth, work);
};

/** The same in the place of a window that was sent. */
export const answerSent = async (
  desk: Desk,
  { id }: { readonly id: string },
  work: Work,
): Promise<Verdict> => {
  if (isLarge(desk)) return { show: waitingView(1), after: () => fill(desk, id, work) };
  const [view, after] = await work();
  return { show: view, after };
};
