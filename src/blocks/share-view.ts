import type { ModalView } from '@slack/types';
import type { Answer } from '../answer.ts';
import { leadText } from '../answer.ts';
import { conversationSelect } from './input.ts';
import { context, section } from './kit.ts';
import { modal } from './modal.ts';
import { clean, escapeText, shorten } from './mrkdwn.ts';

/** What the input of the window is called when it comes back. */
export const shareField = 'share:where';

/** What the window carries: the reading of the answer to share, as `encodeReading` gives it. */
export interface ShareViewIds {
  readonly reading: string;
}

const leadMax = 600;

/** Asks in which conversation an answer is to be shown. */
export const shareView = (answer: Answer, ids: ShareViewIds): ModalView =>
  modal({
    callbackId: 'share:to',
    title: 'Share this answer',
    submit: 'Share',
    ids,
    blocks: [
      section('lead', escapeText(shorten(clean(leadText(answer)), leadMax))),
      context('read-as', `Read as: ${escapeText(shorten(clean(answer.readAs), leadMax))}`),
      conversationSelect({
        id: shareField,
        label: 'Where to',
        hint: 'Everybody there sees the answer, and that you shared it. You can take it back.',
        placeholder: 'A channel',
      }),
    ],
  });

/** What became of a share, in the window's place. `channel` is an id of Slack's, and shown as its name. */
export const sharedView = (title: string, before: string, channel: string, after: string): ModalView =>
  modal({
    callbackId: 'share:done',
    title,
    blocks: [section('done', `${escapeText(before)}<#${channel}>${escapeText(after)}`)],
  });
