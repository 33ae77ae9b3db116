import { listHere } from './checklist/mine.ts';
import { startHere } from './checklist/start.ts';
import { gapsFor } from './desk/gap-list.ts';
import { forgetPerson, forgotten } from './forget.ts';
import type { AskedTicket } from './hold.ts';
import type { Desk } from './parts.ts';
import type { Outgoing } from './post.ts';
import { type Asked, saidIn } from './question.ts';
import { settingsHere } from './settings/change.ts';
import { says, type Word } from './words.ts';

/** Words that act. They are exact and read before the parser, which never guesses an action. */
interface Deed {
  /** What follows the words, where they are meant; undefined where they are not. */
  meant(text: string): string | undefined;
  /** Carries it out, once or again after a crash, and gives what to answer. */
  carryOut(desk: Desk, ticket: AskedTicket, rest: string): Promise<readonly Outgoing[]>;
}

/** Words that stand for themselves. */
const exactly =
  (...all: readonly Word[]): Deed['meant'] =>
  (text) =>
    all.some((word) => says(text, word)) ? '' : undefined;

/** Words that something of the person's own follows. */
const followed =
  (words: Word): Deed['meant'] =>
  (text) =>
    `${text.toLowerCase()} `.startsWith(`${words} `) ? text.slice(words.length).trim() : undefined;

const deeds: readonly Deed[] = [
  {
    meant: exactly('forget me'),
    carryOut: async (desk, { question, run }) => {
      await forgetPerson(desk, question, run);
      return [{ text: forgotten }];
    },
  },
  { meant: followed('checklist start'), carryOut: startHere },
  {
    meant: exactly('checklist', 'checklist mine'),
    carryOut: (desk, { question }) => listHere(desk, question),
  },
  { meant: exactly('gaps'), carryOut: (desk, { question }) => gapsFor(desk, question) },
  { meant: exactly('settings'), carryOut: (desk, { question }) => settingsHere(desk, question) },
];

/** What a question orders to be done, ready to be carried out; undefined where it asks something. */
export const deedOf = (
  question: Asked,
): ((desk: Desk, ticket: AskedTicket) => Promise<readonly Outgoing[]>) | undefined => {
  const text = (saidIn(question) ?? '').trim().replace(/\s+/g, ' ');
  for (const { meant, carryOut } of deeds) {
    const rest = meant(text);
    if (rest !== undefined) return (desk, ticket) => carryOut(desk, ticket, rest);
  }
  return undefined;
};
