import type { ActionsBlock, ContextActionsBlock, KnownBlock } from '@slack/types';
import type { Answer, Outcome } from '../answer.ts';
import { encodeReading, type Reading } from '../reading.ts';
import { maxOf } from './grammar.ts';
import { button, plain } from './kit.ts';
import { inValue } from './value.ts';

export const votes = ['up', 'down'] as const;
export type Vote = (typeof votes)[number];

const labels: Readonly<Record<Vote, string>> = { up: 'This helped', down: 'This did not help' };

/** What nobody need judge. */
const beside: ReadonlySet<Outcome> = new Set(['help', 'social', 'failed']);

const voteValue = (vote: Vote, reading: Reading): string => `${vote} ${inValue(encodeReading(reading))}`;

/** The vote of a button's value, and the reading of the answer it is on. */
export const voteIn = (value: string): { readonly vote: Vote; readonly reading: string } | undefined => {
  const [, name, reading = ''] = /^(\w+) (.*)$/.exec(value) ?? [];
  const vote = votes.find((one) => one === name);
  return vote === undefined ? undefined : { vote, reading };
};

const thumb = (vote: Vote, reading: Reading) => ({
  text: plain(labels[vote], maxOf('feedback_button', 'text')),
  value: voteValue(vote, reading),
  accessibility_label: labels[vote],
});

/** Two thumbs under an answer. */
export const feedback = ({ outcome }: Answer, reading: Reading): ContextActionsBlock[] =>
  beside.has(outcome)
    ? []
    : [
        {
          type: 'context_actions',
          block_id: 'feedback',
          elements: [
            {
              type: 'feedback_buttons',
              action_id: 'feedback:vote',
              positive_button: thumb('up', reading),
              negative_button: thumb('down', reading),
            },
          ],
        },
      ];

const plainFeedback = ({ elements }: ContextActionsBlock): ActionsBlock[] => {
  const [element] = elements;
  if (element?.type !== 'feedback_buttons') return [];
  const { positive_button: up, negative_button: down } = element;
  const buttons = [
    button('feedback:up', up.text.text, up.value),
    button('feedback:down', down.text.text, down.value),
  ].filter((one) => one !== undefined);
  return [{ type: 'actions', block_id: 'feedback', elements: buttons }];
};

/** The same blocks for a Slack that does not know the thumbs: two ordinary buttons in their place. */
export const withoutThumbs = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.flatMap((block) => (block.type === 'context_actions' ? plainFeedback(block) : [block]));

export const hasThumbs = (blocks: readonly KnownBlock[] | undefined): blocks is readonly KnownBlock[] =>
  blocks?.some(({ type }) => type === 'context_actions') === true;
