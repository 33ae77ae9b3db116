import type { KnownBlock } from '@slack/types';
import type { Answer, Suggestion } from '../answer.ts';
import { encodeReading } from '../reading.ts';
import { actions, button, context } from './kit.ts';
import { pack, within } from './pack.ts';
import { bodyParts, leadParts, noteParts, type Part, readAsParts, sourceParts } from './parts.ts';
import { fitMessageText, messageText } from './text.ts';

/** What goes to `chat.postMessage`, beside channel and thread. */
export interface OutgoingMessage {
  /** Escaped, at most 4,000 code points; stands alone. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export interface AnswerOptions {
  /** False leaves the buttons out, as in a copy that is shared. True by default. */
  readonly suggestions?: boolean;
}

/** An answer of more messages than this buries its thread; the rest is left out, and the last message says so. */
const mostMessages = 4;
/** Notes and sources get at most this much of a message each, in characters. */
const mostSmallPrint = 5500;

const shortenedPart = (id: string, text: string): Part => ({ blocks: [context(id, text)], text });

const bodyWithin = (answer: Answer): Part[] => {
  const messages = pack([...leadParts(answer), ...bodyParts(answer)]);
  const kept = messages.slice(0, mostMessages).flat();
  if (messages.length <= mostMessages) return kept;
  const said = 'This answer was shortened: it does not fit in Slack. Ask about a part of it to see the rest.';
  return [...kept, shortenedPart('shortened', said)];
};

const smallPrint = (parts: readonly Part[], id: string, what: string): Part[] => {
  const { kept, left } = within(parts, mostSmallPrint);
  return left === 0
    ? [...kept]
    : [...kept, shortenedPart(`${id}:shortened`, `The list of ${what} was shortened.`)];
};

/** `<` is written as an escape of JSON, so that no value can look like markup. */
const suggestionValue = ({ reading }: Suggestion): string =>
  encodeReading(reading).replaceAll('<', '\\u003c');

const suggestionParts = (suggestions: readonly Suggestion[]): Part[] => {
  const buttons = suggestions
    .slice(0, 4)
    .flatMap(
      (suggestion, at) => button(`suggest:${at + 1}`, suggestion.label, suggestionValue(suggestion)) ?? [],
    );
  const block = actions('suggestions', buttons);
  return block === undefined ? [] : [{ blocks: [block], text: '' }];
};

const message = (parts: readonly Part[], at: number, many: number): OutgoingMessage => {
  const text = parts.map((part) => part.text).filter((text) => text !== '');
  const blocks = parts.flatMap((part) => part.blocks);
  const last = at === many - 1;
  return {
    text: fitMessageText([`Part ${at + 1} of ${many}`, ...text].join('\n\n')),
    blocks: last
      ? blocks
      : [
          ...blocks,
          context('continued', `Part ${at + 1} of ${many}. The answer goes on in the next message.`),
        ],
  };
};

/**
 * An answer as Slack messages, in the order to send them; nearly always one. What exceeds a limit is split over
 * messages, or shortened with a word that says so. Never asks which intent produced the answer.
 */
export const answerMessages = (answer: Answer, options: AnswerOptions = {}): OutgoingMessage[] => {
  const messages = pack([
    ...bodyWithin(answer),
    ...smallPrint(noteParts(answer), 'note', 'remarks'),
    ...smallPrint(sourceParts(answer), 'sources', 'sources'),
    ...readAsParts(answer),
    ...(options.suggestions === false ? [] : suggestionParts(answer.suggestions)),
  ]);
  const [first = []] = messages;
  if (messages.length <= 1)
    return [{ text: messageText(answer), blocks: first.flatMap((part) => part.blocks) }];
  return messages.map((parts, at) => message(parts, at, messages.length));
};
