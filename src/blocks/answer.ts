import type { KnownBlock } from '@slack/types';
import type { Answer } from '../answer.ts';
import { encodeReading } from '../reading.ts';
import { clean, escapeText, shorten } from './mrkdwn.ts';
import { answerText, messageText } from './text.ts';

/** What goes to `chat.postMessage`, beside channel and thread. */
export interface OutgoingMessage {
  /** Escaped, at most 4,000 code points; stands alone. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export interface AnswerOptions {
  /** Leave the buttons out, as in a copy that is shared. True by default. */
  readonly suggestions?: boolean;
}

/** An answer as Slack messages, in the order to send them; nearly always one. */
export const answerMessages = (answer: Answer, options: AnswerOptions = {}): OutgoingMessage[] => {
  const text = escapeText(shorten(answerText(answer), 2900));
  const blocks: KnownBlock[] = [
    { type: 'section', block_id: 'lead', expand: true, text: { type: 'mrkdwn', verbatim: true, text } },
  ];
  if (options.suggestions !== false && answer.suggestions.length > 0)
    blocks.push({
      type: 'actions',
      block_id: 'suggestions',
      elements: answer.suggestions.map((suggestion, at) => ({
        type: 'button',
        action_id: `suggest:${at + 1}`,
        text: { type: 'plain_text', text: shorten(clean(suggestion.label), 75) },
        value: encodeReading(suggestion.reading),
      })),
    });
  return [{ text: messageText(answer), blocks }];
};
