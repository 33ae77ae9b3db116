import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import type { Gap, GapGroup } from '../../desk/gap.ts';
import type { Request } from '../../desk/request.ts';
import type { OutgoingMessage } from '../answer.ts';
import { bar, button, called, context, divider, header, plain } from '../kit.ts';
import { clean, escapeText, shorten } from '../mrkdwn.ts';
import { fitMessageText } from '../text.ts';

const whys: Readonly<Record<Gap['why'], string>> = {
  'not-stated': 'known, but this is not said',
  'not-held': 'nothing in the library',
  unclear: 'ambiguous or not understood',
  disliked: 'answered, and it did not help',
};

/** Groups on a page: with all that may stand on it, a page of them fits into a message. */
export const pageSize = 8;

export interface GapsOptions {
  readonly groups: readonly GapGroup[];
  /** How each group was understood, by its id; plain text, empty where it was not. */
  readonly readAs: ReadonlyMap<string, string>;
  /** What people answered and marked for the library. */
  readonly answered: readonly Request[];
  /** From 0. */
  readonly page: number;
}

const times = (many: number): string => (many === 1 ? 'once' : `${many.toLocaleString('en-US')} times`);

const closable = (id: string, text: string, most: number, beside: Button | undefined): SectionBlock => ({
  type: 'section',
  block_id: id,
  expand: true,
  text: plain(text, most),
  ...(beside && { accessory: beside }),
});

const groupBlocks = (group: GapGroup, at: number, readAs: string): KnownBlock[] => {
  const { id, why, texts, remarks, many, day } = group;
  const understood = readAs === '' ? '' : ` · read as: ${escapeText(shorten(clean(readAs), 150))}`;
  const asked = texts.slice(0, 3).join(' · ');
  const more = texts.length > 3 ? ` · and ${texts.length - 3} more ways` : '';
  const close = called(button(`gaps:close:${at + 1}`, 'Close', id), `Close: ${shorten(texts[0] ?? '', 50)}`);
  const said = remarks.slice(0, 2).join(' · ');
  return [
    closable(`gap:${at + 1}`, `${asked}${more}`, 500, close),
    ...(said === '' ? [] : [closable(`gap:${at + 1}:said`, `Said of it: ${said}`, 300, undefined)]),
    context(`gap:${at + 1}:about`, `${whys[why]} · asked ${times(many)}, last on ${day}${understood}`),
  ];
};

const answeredBlocks = ({ id, text, resolved }: Request, at: number): KnownBlock[] => [
  closable(
    `answered:${at + 1}`,
    `${text} – ${resolved?.text ?? ''}`,
    600,
    called(button(`gaps:shelve:${at + 1}`, 'Close', id), `Close: ${shorten(text, 50)}`),
  ),
];

const mostAnswered = 5;

/** What the library lacks, newest first, for those who look after it. */
export const gapsMessage = ({ groups, readAs, answered, page }: GapsOptions): OutgoingMessage => {
  const pages = Math.max(1, Math.ceil(groups.length / pageSize));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = groups.slice(at * pageSize, (at + 1) * pageSize);
  const many = groups.length.toLocaleString('en-US');
  const head =
    groups.length === 0
      ? 'Nothing is open: every question was answered or closed.'
      : `${many} open, newest first.`;
  const lines = shown.map(
    ({ why, texts, many: count }) => `- ${texts[0] ?? ''} (${whys[why]}, ${times(count)})`,
  );
  return {
    text: fitMessageText(['What the library lacks', head, ...lines].join('\n')),
    blocks: [
      header('title', 'What the library lacks'),
      context(
        'head',
        `${head}${pages > 1 ? ` Page ${at + 1} of ${pages}.` : ''} No question carries a name.`,
      ),
      ...shown.flatMap((group, index) => groupBlocks(group, index, readAs.get(group.id) ?? '')),
      ...bar('pages', [
        at > 0 ? button('gaps:page:newer', 'Newer', String(at - 1)) : undefined,
        at + 1 < pages ? button('gaps:page:older', 'Older', String(at + 1)) : undefined,
      ]),
      ...(answered.length === 0
        ? []
        : [
            divider('answered'),
            header('answered:title', 'Answered by people, marked for the library'),
            ...answered.slice(0, mostAnswered).flatMap(answeredBlocks),
          ]),
    ],
  };
};
