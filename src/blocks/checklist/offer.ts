import type { KnownBlock, ModalView } from '@slack/types';
import { limits } from '../../checklist/record.ts';
import type { OutgoingMessage } from '../answer.ts';
import { maxOf } from '../grammar.ts';
import { textInput } from '../input.ts';
import { bar, button, context, section } from '../kit.ts';
import { codePoints } from '../measure.ts';
import { modal } from '../modal.ts';
import { clean } from '../mrkdwn.ts';
import { press } from './controls.ts';

/** The window that asks for a name, and the form that takes it. */
export const startForm = 'checklist:start';

const labelForm = /^Start “(.+)”$/u;
const labelled = (name: string): string => `Start “${clean(name)}”`;

/** The name on a button that starts a checklist: what people read on it is what is started. */
export const nameOnButton = (label: string): string | undefined => labelForm.exec(label)?.[1];

/** One tap that starts a checklist under a name; undefined where the name does not stand on a button as a whole. */
const startButton = (name: string) =>
  codePoints(labelled(name)) > maxOf('button', 'text')
    ? undefined
    : button(press('start'), labelled(name), 'start');

const asked = 'Did you mean to start a checklist here? I have started nothing.';

/** Offers to start a checklist under the name that somebody wrote, as nothing is done on a guess. */
export const startOffer = (name: string): KnownBlock[] => {
  const row = bar('start:act', [startButton(name)]);
  return row.length === 0 ? [startHint] : [section('start', asked), ...row];
};

/** The same where nothing else answers. */
export const startMessage = (name: string): OutgoingMessage => ({ text: asked, blocks: startOffer(name) });

const startHint = context(
  'start',
  'To work through these steps here, together: `/outsourcing checklist start NAME` makes them a checklist that everybody in the channel ticks, assigns and dates.',
);

/** How the steps of the guide become a checklist of the channel. */
export const startBlocks: readonly KnownBlock[] = [
  startHint,
  ...bar('start:act', [button(press('name'), 'Start this as a checklist…', 'name')]),
];

/** Asks what the checklist is to be called. `ids` say where it is to stand. */
export const nameModal = (ids: { readonly channel: string; readonly thread?: string }): ModalView =>
  modal({
    callbackId: startForm,
    title: 'Start a checklist',
    submit: 'Start',
    ids,
    blocks: [
      textInput({
        id: 'name',
        label: 'What is it called?',
        placeholder: 'Riverside to Acme',
        hint: 'Everybody in the channel sees it, ticks it, assigns and dates its items.',
        most: limits.name,
        hasFocus: true,
      }),
    ],
  });
