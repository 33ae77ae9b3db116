import type { ActionsBlock, ActionsBlockElement, Button, KnownBlock, StaticSelect } from '@slack/types';
import type { Answer, OtherReading, Suggestion } from '../answer.ts';
import { briefReading, encodeReading, type Reading } from '../reading.ts';
import { rememberedOf } from '../remembered.ts';
import { type ChoiceGroup, listed } from './choices.ts';
import { feedback } from './feedback.ts';
import { maxOf } from './grammar.ts';
import { actions, button, plain } from './kit.ts';
import { takeAwayButtons } from './take-away.ts';
import { anchored, inValue } from './value.ts';

/** What a reader can do with an answer, apart from reading it. */
export interface Foot {
  /** How the question was read; what the buttons carry. */
  readonly reading: Reading;
  /** Whom a private answer can be shown to; left out where they see it already. */
  readonly share?: 'channel' | 'thread' | 'elsewhere';
  /** The root of the thread that a private answer is about, which its buttons carry along. */
  readonly thread?: string | undefined;
  /** What may have been meant instead. */
  readonly others: readonly OtherReading[];
  /** Whether thumbs stand under it; true by default. */
  readonly feedback?: boolean;
  /** Whether the answer is about deals that a comparison can begin with. */
  readonly comparable: boolean;
}

/** At most four next steps, each a button that says what comes. */
export const suggestionBlock = (
  suggestions: readonly Suggestion[],
  thread?: string,
): ActionsBlock | undefined => {
  const buttons = suggestions
    .slice(0, 4)
    .flatMap(({ label, reading }, at) => button(`suggest:${at + 1}`, label, readingIn(reading)) ?? []);
  return actions(anchored('suggestions', thread), buttons);
};

const readingIn = (reading: Reading): string => inValue(encodeReading(reading));

/** Asks in a window where to share an answer; nothing where there is nothing to share. */
export const shareElsewhere = ({ readAs }: Pick<Answer, 'readAs'>, reading: Reading): Button | undefined =>
  readAs === '' ? undefined : button('share:choose', 'Share…', readingIn({ ...reading, carried: [] }));

const shareButton = (answer: Answer, { reading, share }: Foot): Button | undefined => {
  if (share === undefined || answer.readAs === '') return undefined;
  if (share === 'elsewhere') return shareElsewhere(answer, reading);
  return button('share:post', `Share to ${share}`, readingIn({ ...reading, carried: [] }));
};

export const sourcesButton = (
  { citations }: Pick<Answer, 'citations'>,
  reading: Reading,
): Button | undefined =>
  citations.length === 0 ? undefined : button('source:open', 'Sources in context', readingIn(reading));

const groupLabels = {
  question: 'Another kind of answer',
  deal: 'Another deal',
  attribute: 'Something else of it',
} as const satisfies Readonly<Record<OtherReading['changes'], string>>;

/** The same readings are offered under every answer. */
const briefOf = rememberedOf(briefReading);

const groupOf = (others: readonly OtherReading[], changes: OtherReading['changes']): ChoiceGroup => ({
  label: groupLabels[changes],
  choices: others
    .filter((other) => other.changes === changes)
    .flatMap(({ label, reading }) => {
      const value = briefOf(reading);
      return value === undefined ? [] : [{ value, label }];
    }),
});

/** One menu of what may have been meant instead; nothing where there is nothing to choose. */
const correction = ({ others }: Foot): StaticSelect | undefined => {
  const { option_groups: groups = [] } = listed([
    groupOf(others, 'question'),
    groupOf(others, 'deal'),
    groupOf(others, 'attribute'),
  ]);
  return groups.length === 0
    ? undefined
    : {
        type: 'static_select',
        action_id: 'correct:reading',
        placeholder: plain('Not what you meant?', maxOf('static_select', 'placeholder')),
        option_groups: groups,
      };
};

/** What stands under an answer, below its next steps: what to do with it, what was meant instead, whether it helped. */
export const footBlocks = (answer: Answer, foot: Foot): KnownBlock[] => {
  const elements: (ActionsBlockElement | undefined)[] = [
    shareButton(answer, foot),
    ...takeAwayButtons(answer, foot),
    sourcesButton(answer, foot.reading),
    correction(foot),
  ];
  const row = actions(
    anchored('foot', foot.thread),
    elements.filter((element) => element !== undefined),
  );
  return [
    ...(row === undefined ? [] : [row]),
    ...(foot.feedback === false ? [] : feedback(answer, foot.reading)),
  ];
};
