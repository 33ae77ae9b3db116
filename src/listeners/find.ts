import type { AllMiddlewareArgs, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Turn } from '../answer.ts';
import { answerView } from '../blocks/answer-view.ts';
import { findField, findView, partyField } from '../blocks/find-view.ts';
import { notice } from '../blocks/modal.ts';
import { decodeReading, encodeReading } from '../reading.ts';
import { acknowledge } from './acknowledge.ts';
import { answerSent, depthOf, mostWindows, nothing, type Shown, showAnswer } from './answer-window.ts';
import { answering } from './asked-by-form.ts';
import { forgetPerson, forgotten } from './forget.ts';
import type { Form } from './form.ts';
import { showHome } from './home.ts';
import { openModal, updateModal } from './modal.ts';
import type { Desk } from './parts.ts';
import { type Party, partyOf } from './party.ts';
import { readPress } from './press.ts';
import { noteAnswer, type Person } from './private-answer.ts';
import { staleButton } from './stale.ts';
import { guessed, meantBy, says } from './words.ts';

export type ActionArgs = SlackActionMiddlewareArgs & AllMiddlewareArgs;

const shown = (desk: Desk, person: Person, turn: Turn, began: number, depth: number): Shown => [
  answerView({ ...turn, depth }),
  () => noteAnswer(desk, person, { turn, began, surface: depth > 1 ? 'window' : 'home' }),
];

/** The answer to what somebody typed into a search, and what follows from it. */
const toText = async (desk: Desk, person: Person, text: string, depth: number): Promise<Shown> => {
  const began = desk.now();
  if (says(text, 'forget me')) {
    await forgetPerson(desk, person);
    return [notice('Forgotten', forgotten), nothing];
  }
  const turn = desk.asker.ask(text, []);
  const word = meantBy(turn);
  return word === undefined
    ? shown(desk, person, turn, began, depth)
    : [notice('Did you mean this?', guessed(word).text), nothing];
};

/** The answer to the reading that a button holds. */
const toReading = (desk: Desk, person: Person, value: string, depth: number): Shown => {
  const began = desk.now();
  const reading = decodeReading(value);
  return reading === undefined
    ? [notice('Not finished', staleButton), nothing]
    : shown(desk, person, desk.asker.answerReading(reading), began, depth);
};

/** "Find precedents…": the window to search from. */
export const onFindOpened =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    await openModal(desk, body, findView(desk.asker.holdings().openings));
  };

const emptySearch = 'Type a vendor, a hospital, or a question, or choose below of whom.';
const unknownParty = 'The library no longer holds anything of them. Please choose anew.';

/** What the window to search from asks: words, somebody chosen, or words about them. */
const toSearch = (desk: Desk, person: Person, text: string, party: Party | undefined) => {
  if (party === undefined) return toText(desk, person, text, 1);
  return text === ''
    ? toReading(desk, person, encodeReading(party.profile), 1)
    : toText(desk, person, `${text} ${party.name}`, 1);
};

/** What was typed into the window to search from: the answer takes its place. */
export const findForm: Form<unknown> = {
  callbackId: 'find:ask',
  ids: z.unknown(),
  async submit(desk, { team, user, view, entered }) {
    const text = entered.one(findField)?.trim() ?? '';
    const chosen = entered.one(partyField);
    if (text === '' && chosen === undefined) return { errors: { [findField]: emptySearch } };
    const party = chosen === undefined ? undefined : partyOf(desk, chosen);
    if (chosen !== undefined && party === undefined) return { errors: { [partyField]: unknownParty } };
    return answerSent(desk, view, () => toSearch(desk, { team, user }, text, party));
  },
};

/** What was typed into Home, answered in a window; then Home shows it among the recent questions. */
export const onSearched =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = readPress(body);
    const text = press?.value.trim() ?? '';
    if (press === undefined || text === '') return;
    await showAnswer(desk, { body, press, depth: 1 }, () => toText(desk, press, text, 1));
    await showHome(desk, press);
  };

/** A question that Home offers, or a deal that it lists: answered in a window. */
export const onAsked =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = readPress(body);
    if (press === undefined) return;
    await showAnswer(desk, { body, press, depth: 1 }, () => toReading(desk, press, press.value, 1));
  };

/** A next step under an answer in a window: answered above it, so that closing it leads back. */
export const onStep =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = readPress(body);
    if (press === undefined) return;
    const depth = Math.min(depthOf(press) + 1, mostWindows);
    await showAnswer(desk, { body, press, depth }, () => toReading(desk, press, press.value, depth));
  };

/**
 * "Keep in Messages": the question of the window is asked once more, as one of the person's direct messages, where its
 * answer stays and can be shared. A double click asks it once.
 */
export const onKept =
  (desk: Desk) =>
  async ({ ack, body }: ActionArgs): Promise<void> => {
    await acknowledge(desk, ack);
    const press = readPress(body);
    const reading = decodeReading(press?.value ?? '');
    if (press === undefined || reading === undefined) return;
    const { answer } = desk.asker.answerReading(reading);
    const depth = Math.max(1, depthOf(press));
    const answerIt = await answering(desk, press, {}, { value: press.value });
    await updateModal(desk, press.view, answerView({ answer, reading, depth, isKept: true }));
    await answerIt();
  };
