import type { ModalView } from '@slack/types';
import type { Choice } from './choices.ts';
import { checkboxes, textInput } from './input.ts';
import { context } from './kit.ts';
import { modal } from './modal.ts';
import { clean } from './mrkdwn.ts';

/** What can be wrong with an answer, by the id that comes back. */
export const reasons = {
  misread: 'It did not understand my question',
  missing: 'Something is missing',
  wrong: 'It says something that is not so',
  source: 'Its source does not say that',
  old: 'It is out of date',
  unclear: 'It is hard to read',
} as const;

export const reasonIds = Object.keys(reasons);

/** What the inputs are called when they come back. */
export const feedbackFields = {
  reasons: 'feedback:reasons',
  question: 'feedback:question',
  remark: 'feedback:remark',
} as const;

/** What the window carries: a digest that names the answer. */
export interface FeedbackViewIds {
  readonly answer: string;
  /** The reading of the answer, as `encodeReading` gives it. */
  readonly reading: string;
}

const choices: readonly Choice[] = Object.entries(reasons).map(([value, label]) => ({ value, label }));
const mostText = 500;

/** Asks why an answer did not help. `question` is what was asked, where Slack still tells. */
export const feedbackView = (ids: FeedbackViewIds, question: string | undefined): ModalView =>
  modal({
    callbackId: 'feedback:why',
    title: 'What was wrong?',
    submit: 'Send',
    close: 'Not now',
    ids,
    blocks: [
      checkboxes({ id: feedbackFields.reasons, label: 'The answer', choices, isOptional: true }),
      textInput({
        id: feedbackFields.question,
        label: 'Your question',
        hint: 'So that the answer can be mended. Empty it, and nothing of it is kept.',
        isLong: true,
        isOptional: true,
        most: mostText,
        ...(question === undefined ? {} : { initial: clean(question) }),
      }),
      textInput({
        id: feedbackFields.remark,
        label: 'Anything else',
        isLong: true,
        isOptional: true,
        most: mostText,
      }),
      context(
        'kept',
        'What you send is kept for 90 days, without your name, and read by whoever extends the library.',
      ),
    ],
  });
