import type { KnownBlock, ModalView } from '@slack/types';
import type { Answer } from '../answer.ts';
import type { Reading } from '../reading.ts';
import { asking } from './asking.ts';
import { shareElsewhere, sourcesButton } from './foot.ts';
import { maxOf } from './grammar.ts';
import { bar, context, section } from './kit.ts';
import { modal } from './modal.ts';
import { escapeText } from './mrkdwn.ts';
import { within } from './pack.ts';
import { bodyParts, leadParts, noteParts, type Part, readAsParts, sourceParts } from './parts.ts';
import { takeAwayButtons } from './take-away.ts';

/** Left for what follows the body: notes, sources, how it was read, buttons. */
const forTheRest = 20;
const mostBlocks = maxOf('modal', 'blocks') - forTheRest;
/** Characters of the body: far within what Slack takes of a view, and more than anybody reads in a window. */
const mostText = 20_000;

const bodyBlocks = (parts: readonly Part[]): KnownBlock[] => {
  const { kept, left } = within(parts, mostText);
  const blocks = kept.flatMap((part) => part.blocks);
  return left === 0 && blocks.length <= mostBlocks
    ? blocks
    : [
        ...blocks.slice(0, mostBlocks),
        context(
          'shortened',
          'This answer was shortened: it does not fit in a window. Ask about a part of it.',
        ),
      ];
};

/** Slack takes so many windows above each other. */
const mostWindows = 3;

/** The most small print that a window shows of one kind. */
const mostPrint = 6;

const printBlocks = (parts: readonly Part[]): KnownBlock[] =>
  parts.slice(0, mostPrint).flatMap(({ blocks }) => blocks);

export interface AnswerViewParts {
  readonly answer: Answer;
  readonly reading: Reading;
  /** How many windows stand above each other with this one; Slack takes three. */
  readonly depth: number;
  /** Whether it stands in the person's direct messages already. */
  readonly isKept?: boolean;
  /** What came of something that was pressed in it; plain text. */
  readonly said?: string | undefined;
}

/** What a window with an answer carries. */
export interface AnswerViewIds {
  readonly depth: number;
  readonly isKept?: boolean;
}

const window = (ids: AnswerViewIds, blocks: readonly KnownBlock[]): ModalView => {
  const { depth } = ids;
  const close = depth > 1 ? 'Back' : 'Close';
  return modal({ callbackId: 'view:answer', title: 'Answer', close, ids, blocks });
};

/** The same window while the answer is looked up. */
export const waitingView = (depth: number): ModalView =>
  window({ depth }, [section('waiting', 'Looking it up…')]);

/**
 * An answer in a window of its own, which only one person sees: with its sources, the next steps, and a button that
 * puts it into the person's direct messages, where it stays and can be shared.
 */
export const answerView = ({ answer, reading, depth, isKept = false, said }: AnswerViewParts): ModalView => {
  const steps = answer.suggestions
    .slice(0, 4)
    .map(({ label, reading: next }, at) => asking(`view:step:${at + 1}`, label, next));
  const keep = answer.readAs === '' || isKept ? [] : [asking('view:keep', 'Keep in Messages', reading)];
  const hasTable = answer.sections.some(({ kind }) => kind === 'table');
  const above = [sourcesButton(answer, reading), shareElsewhere(answer, reading)];
  return window({ depth, isKept }, [
    ...bodyBlocks([...leadParts(answer), ...bodyParts(answer, 'modal')]),
    ...printBlocks(noteParts(answer)),
    ...printBlocks(sourceParts(answer)),
    ...printBlocks(readAsParts(answer)),
    ...bar('suggestions', steps),
    ...bar('keep', [...keep, ...(depth < mostWindows ? above : [])]),
    ...bar('take-away', takeAwayButtons(answer, { reading, comparable: hasTable && depth < mostWindows })),
    ...(said === undefined ? [] : [context('said', escapeText(said))]),
    ...(isKept ? [context('kept', 'This answer stands under *Messages* now.')] : []),
  ]);
};
