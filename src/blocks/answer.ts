import type { KnownBlock } from '@slack/types';
import type { Answer } from '../answer.ts';
import { type Foot, footBlocks, suggestionBlock } from './foot.ts';
import { context } from './kit.ts';
import { pack, within } from './pack.ts';
import { bodyParts, leadParts, noteParts, type Part, readAsParts, sourceParts } from './parts.ts';
import { fitMessageText, messageText } from './text.ts';

/** What goes to `chat.postMessage`, beside channel and thread. */
export interface OutgoingMessage {
  /** Escaped, at most 4,000 code points; stands alone. */
  readonly text: string;
  readonly blocks: KnownBlock[];
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

const suggestionParts = ({ suggestions }: Answer, thread: string | undefined): Part[] => {
  const block = suggestionBlock(suggestions, thread);
  return block === undefined ? [] : [{ blocks: [block], text: '' }];
};

const footParts = (answer: Answer, foot: Foot | undefined): Part[] => {
  const blocks = foot === undefined ? [] : footBlocks(answer, foot);
  return blocks.length === 0 ? [] : [{ blocks, text: '' }];
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

/** Parts as messages, in the order to send them. `whole` is the text of the message where one is enough. */
export const asMessages = (parts: readonly Part[], whole: string): OutgoingMessage[] => {
  const messages = pack(parts);
  const [first = []] = messages;
  if (messages.length <= 1) return [{ text: whole, blocks: first.flatMap((part) => part.blocks) }];
  return messages.map((some, at) => message(some, at, messages.length));
};

/** What of an answer is read: what it says, its remarks and its sources. */
export const readParts = (answer: Answer): Part[] => [
  ...bodyWithin(answer),
  ...smallPrint(noteParts(answer), 'note', 'remarks'),
  ...smallPrint(sourceParts(answer), 'sources', 'sources'),
];

/**
 * An answer as Slack messages, in the order to send them; nearly always one. What exceeds a limit is split over
 * messages, or shortened with a word that says so. Never asks which intent produced the answer.
 */
export const answerMessages = (answer: Answer, foot?: Foot): OutgoingMessage[] =>
  asMessages(
    [
      ...readParts(answer),
      ...readAsParts(answer),
      ...suggestionParts(answer, foot?.thread),
      ...footParts(answer, foot),
    ],
    messageText(answer),
  );
