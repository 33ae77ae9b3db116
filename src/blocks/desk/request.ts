import type { KnownBlock, ModalView, SectionBlock } from '@slack/types';
import { limits, type Request } from '../../desk/request.ts';
import type { OutgoingMessage } from '../answer.ts';
import { checkboxes, textInput } from '../input.ts';
import { bar, button, context, plain } from '../kit.ts';
import { mention } from '../mention.ts';
import { modal } from '../modal.ts';
import { escapeText } from '../mrkdwn.ts';
import { fitMessageText } from '../text.ts';
import { anchored, anchorIn } from '../value.ts';

/** The window of an answer, and the form that takes what is sent from it. */
export const answerForm = 'desk:answer';

const act = 'human:act';

/**
 * The button under a question that the library does not answer; `run` names the keeping of its words. It is about the
 * thread that the blocks above it are about.
 */
export const askBlocks = (run: string, above: readonly KnownBlock[]): KnownBlock[] => [
  context(
    'human',
    'People here can answer what the library does not. They see your question with your name, and I keep it for 90 days.',
  ),
  ...bar(anchored(act, anchorIn(above)), [button('desk:ask', 'Ask a human', run)]),
];

const isAsk = ({ block_id: id = '' }: KnownBlock): boolean => id === 'human' || id.startsWith(act);

/** The blocks of an answer with what came of it in the place of the button. `said` is escaped mrkdwn. */
export const withSent = (blocks: readonly KnownBlock[], said: string): KnownBlock[] => [
  ...blocks.filter((block) => !isAsk(block)),
  context('human', said),
];

const literal = (id: string, text: string, most: number): SectionBlock => ({
  type: 'section',
  block_id: id,
  expand: true,
  text: plain(text, most),
});

const channelLink = (channel: string): string => (/^[CG][A-Z0-9]+$/.test(channel) ? ` in <#${channel}>` : '');

const stateOf = ({ taken, resolved }: Request, isNamed: boolean): string => {
  const who = (by: string | undefined): string => (by === undefined || !isNamed ? 'somebody' : mention(by));
  if (resolved !== undefined) return `*Answered* by ${who(resolved.by)}.`;
  return taken === undefined ? '*Open.* Nobody has taken it yet.' : `*Taken* by ${who(taken.by)}.`;
};

export interface RequestOptions {
  /** Whether people are named. In a message that is new they are not: a name in it would notify. */
  readonly isNamed: boolean;
}

/** A question as the owners get it: who asked, how it stands, and what they can do. */
export const requestMessage = (request: Request, { isNamed }: RequestOptions): OutgoingMessage => {
  const { id, text, asker, channel, taken, resolved, isForLibrary } = request;
  const by = isNamed ? `${mention(asker)} asked` : 'Somebody asked';
  return {
    text: fitMessageText(`A question for people, as the library does not answer it: ${text}`),
    blocks: [
      context('about', `${by}${channelLink(channel)}, and the library does not say`),
      literal('question', text, 600),
      ...(resolved === undefined ? [] : [literal('answer', `Answer: ${resolved.text}`, 2_200)]),
      context('state', `${stateOf(request, isNamed)}${isForLibrary ? ' Marked for the library.' : ''}`),
      ...bar(
        'acts',
        resolved === undefined
          ? [
              button(
                taken === undefined ? 'desk:take' : 'desk:give-back',
                taken === undefined ? 'I take it' : 'Give it back',
                id,
              ),
              button('desk:answer', 'Answer…', id),
            ]
          : [],
      ),
    ],
  };
};

/** What is left of a question whose asker took it back: no name, no place and none of their words. */
export const withdrawnMessage = ({ resolved }: Request): OutgoingMessage => {
  const what = 'A colleague asked something here and has taken the question back.';
  const answer = resolved === undefined ? '' : `The answer was: ${resolved.text}`;
  return {
    text: fitMessageText(`${what} ${answer}`.trim()),
    blocks: [context('withdrawn', what), ...(answer === '' ? [] : [literal('answer', answer, 2_200)])],
  };
};

/** The window in which an owner answers. */
export const answerModal = ({ id, text, thread }: Request): ModalView =>
  modal({
    callbackId: answerForm,
    title: 'Answer a question',
    submit: 'Send',
    ids: id,
    blocks: [
      literal('question', text, 600),
      textInput({
        id: 'text',
        label: 'Your answer',
        hint:
          thread === undefined
            ? 'It goes to whoever asked as a direct message, with your name.'
            : 'It goes into the thread where it was asked, for everybody there, with your name.',
        isLong: true,
        most: limits.answer,
        hasFocus: true,
      }),
      checkboxes({
        id: 'library',
        label: 'For the library',
        isOptional: true,
        choices: [{ value: 'library', label: 'Worth an article', about: 'Curators see question and answer' }],
      }),
    ],
  });

/** What the asker reads. `who` is a plain name, where it is known. */
export const heardMessage = ({ text, resolved }: Request, who: string): OutgoingMessage => {
  const answer = resolved?.text ?? '';
  return {
    text: fitMessageText(`${who} answered your question “${text}”: ${answer}`),
    blocks: [
      context('who', `${escapeText(who)} answered what the library does not say:`),
      literal('question', `“${text}”`, 600),
      literal('answer', answer, 2_200),
      context('caution', 'From a colleague, not from the library: no article stands behind it.'),
    ],
  };
};
