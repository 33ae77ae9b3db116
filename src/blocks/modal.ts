import type { KnownBlock, ModalView } from '@slack/types';
import { maxOf } from './grammar.ts';
import { context, plain, section } from './kit.ts';
import { codePoints } from './measure.ts';
import { escapeText } from './mrkdwn.ts';

export interface ModalParts {
  /** `owner:what`; the form in `listeners/` that takes its submission has the same. */
  readonly callbackId: string;
  /** 24 characters, as the two buttons have. */
  readonly title: string;
  /** Left out where there is nothing to send. */
  readonly submit?: string;
  readonly close?: string;
  /** Ids that come back with every act in the modal, at most 3,000 characters as JSON. Nothing that anybody typed. */
  readonly ids?: unknown;
  readonly blocks: readonly KnownBlock[];
}

const labelOf = (text: string, field: 'title' | 'submit' | 'close') =>
  plain(text, maxOf('modal', field), '…');

const mostBlocks = maxOf('modal', 'blocks');

const fitting = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.length <= mostBlocks
    ? [...blocks]
    : [...blocks.slice(0, mostBlocks - 1), context('shortened', 'The rest does not fit here.')];

/** Ids as a view carries them. `<` is written as an escape of JSON, so that no id can look like markup. */
const metadataOf = (ids: unknown): { private_metadata?: string } => {
  if (ids === undefined) return {};
  const json = JSON.stringify(ids).replaceAll('<', '\\u003c');
  if (codePoints(json) > maxOf('modal', 'private_metadata'))
    throw new Error(`the ids of a modal take ${json.length} characters; keep them in the store instead`);
  return { private_metadata: json };
};

/** A modal within Slack's limits. Throws where its ids are too long, which is a slip of ours. */
export const modal = ({ callbackId, title, submit, close, ids, blocks }: ModalParts): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  title: labelOf(title, 'title'),
  close: labelOf(close ?? (submit === undefined ? 'Close' : 'Cancel'), 'close'),
  ...(submit === undefined ? {} : { submit: labelOf(submit, 'submit') }),
  ...metadataOf(ids),
  blocks: fitting(blocks),
});

/** A modal that only says something, in plain words. */
export const notice = (title: string, text: string): ModalView =>
  modal({ callbackId: 'notice', title, blocks: [section('notice', escapeText(text))] });
