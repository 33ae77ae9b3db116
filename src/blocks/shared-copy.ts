import { z } from 'zod';
import type { Answer } from '../answer.ts';
import type { Reading } from '../reading.ts';
import { asMessages, type OutgoingMessage, readParts } from './answer.ts';
import { feedback } from './feedback.ts';
import { sourcesButton } from './foot.ts';
import { bar, button, context } from './kit.ts';
import { clean, escapeText, shorten } from './mrkdwn.ts';
import type { Part } from './parts.ts';
import { attributionId, attributionTo } from './pings.ts';
import { answerText, fitMessageText } from './text.ts';
import { inValue } from './value.ts';

const askedMax = 600;

/** Who shared what: all that the button to remove it carries. */
const removalSchema = z.object({ by: z.string(), share: z.string() });
export type Removal = z.output<typeof removalSchema>;

/** What a button to remove a shared answer carries; undefined when it is not one of ours. */
export const removalIn = (value: string): Removal | undefined => {
  try {
    return removalSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
};

/** What it is about, by how it was read: nobody's own words go along. */
const askedOf = ({ about }: Answer): string => shorten(clean(about), askedMax);

const headParts = (answer: Answer, { by }: Removal): Part[] => [
  { blocks: [context(attributionId, attributionTo(by))], text: '' },
  { blocks: [context('asked', escapeText(askedOf(answer)))], text: askedOf(answer) },
];

const footPart = (answer: Answer, reading: Reading, removal: Removal): Part => {
  const remove = button('share:remove', 'Remove (sharer only)', inValue(JSON.stringify(removal)));
  const row = bar('foot', [sourcesButton(answer, reading), remove]);
  return { blocks: [...row, ...feedback(answer, reading)], text: '' };
};

/**
 * A copy of an answer for everybody, that stands alone: who shared it, the question as it was read, the answer with its
 * sources, and the way to take it back. `removal.by` is the user id of whoever shares it.
 */
export const sharedMessages = (answer: Answer, reading: Reading, removal: Removal): OutgoingMessage[] =>
  asMessages(
    [...headParts(answer, removal), ...readParts(answer), footPart(answer, reading, removal)],
    fitMessageText(`${askedOf(answer)}\n\n${answerText(answer)}`),
  );
