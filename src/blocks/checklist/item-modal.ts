import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { Citation } from '../../answer.ts';
import { type Place, placeValue } from '../../checklist/place.ts';
import { type Checklist, type Item, limits } from '../../checklist/record.ts';
import { groupsOf, type Numbered, numbered } from '../../checklist/view.ts';
import type { Precedent } from '../../transition.ts';
import type { Choice } from '../choices.ts';
import { checkboxes, datePicker, selectOne, textInput, userSelect } from '../input.ts';
import { actions, context, header, plain, section } from '../kit.ts';
import { modal, notice } from '../modal.ts';
import { clean, escapeText, linked } from '../mrkdwn.ts';
import { citationText } from '../text.ts';
import { placeButton, press, question } from './controls.ts';
import { settledMarkup } from './item.ts';

/** The names of the windows, and of the forms that take what is sent from them. */
export const formNames = { item: 'checklist:item', add: 'checklist:add', end: 'checklist:delete' } as const;

/** What the library says of an item. */
export interface Learned {
  /** The article that taught it; undefined where people added it. */
  readonly source: Citation | undefined;
  readonly precedents: readonly Precedent[];
}

/** The inputs by which an item is settled; the same ids in both windows. */
const settling = (item: Partial<Pick<Item, 'assignee' | 'due' | 'note'>>): InputBlock[] => [
  userSelect({
    id: 'assignee',
    label: 'Who does it',
    placeholder: 'Nobody yet',
    isOptional: true,
    ...(item.assignee !== undefined && { initial: item.assignee }),
  }),
  datePicker({
    id: 'due',
    label: 'Due',
    placeholder: 'No day yet',
    isOptional: true,
    ...(item.due !== undefined && { initial: item.due }),
  }),
  textInput({
    id: 'note',
    label: 'Note',
    hint: 'Everybody in the channel can read it.',
    isLong: true,
    isOptional: true,
    most: limits.note,
    ...(item.note !== undefined && { initial: item.note }),
  }),
];

/** Slack lets nobody empty a choice of a person or a day, so that it is ticked away. */
const clearing = ({ assignee, due }: Item): InputBlock[] => {
  const choices = [
    ...(assignee === undefined ? [] : [{ value: 'assignee', label: 'Give it to nobody' }]),
    ...(due === undefined ? [] : [{ value: 'due', label: 'Take the day away' }]),
  ];
  return choices.length === 0
    ? []
    : [checkboxes({ id: 'clear', label: 'Take back', isOptional: true, choices })];
};

const literal = (id: string, text: string): SectionBlock => ({
  type: 'section',
  block_id: id,
  expand: true,
  text: plain(text, 600),
});

const sourceMarkup = (citation: Citation): string => {
  const title = clean(citation.title);
  return `${linked(citation.url, title)}${escapeText(citationText(citation).slice(title.length))}`;
};

const learnedBlocks = ({ source, precedents }: Learned): KnownBlock[] => [
  context(
    'source',
    source === undefined ? 'Added by people of this channel.' : `Taught by ${sourceMarkup(source)}`,
  ),
  ...(precedents.length === 0 ? [] : [header('elsewhere', 'How it went elsewhere')]),
  ...precedents.flatMap(({ deal, text, citation }, at) => [
    literal(`precedent:${at + 1}`, text),
    context(`precedent:${at + 1}:source`, `${escapeText(deal)} · ${sourceMarkup(citation)}`),
  ]),
];

const acts = (id: string, buttons: Parameters<typeof actions>[1]): KnownBlock[] => {
  const block = actions(id, buttons);
  return block === undefined ? [] : [block];
};

/** An item by itself: settle it, tick it, remove it; who taught it, and how others fared. */
export const itemModal = (
  { number, item }: Numbered,
  place: Place,
  { learned, today }: { readonly learned: Learned; readonly today: string },
): ModalView => {
  const isDone = item.ticked !== undefined;
  const settled = isDone ? settledMarkup(item, today) : '';
  return modal({
    callbackId: formNames.item,
    title: `Item ${number}`,
    submit: 'Save',
    ids: placeValue(place, item.id),
    blocks: [
      literal('text', item.text),
      ...(settled === '' ? [] : [context('settled', settled)]),
      ...settling(item),
      ...clearing(item),
      ...acts('acts', [
        placeButton(press(isDone ? 'untick' : 'tick', number), isDone ? 'Undo' : 'Mark done', place, item.id),
        placeButton(press('remove'), 'Remove from the list', place, item.id, {
          style: 'danger',
          confirm: question(
            'Remove this item?',
            'It can be brought back from the menu of the list.',
            'Remove',
          ),
        }),
      ]),
      ...learnedBlocks(learned),
    ],
  });
};

/** Headings that a new item may stand under. Each is named by its words, as others may add headings meanwhile. */
export const headingsOf = (checklist: Checklist): Choice[] =>
  [...new Set(groupsOf(numbered(checklist)).map(({ title }) => title))]
    .filter((title) => title !== '')
    .slice(0, 100)
    .map((title) => ({ value: createHash('sha256').update(title).digest('hex').slice(0, 16), label: title }));

/** A new item: what, under which heading, and how it is settled. */
export const addModal = (checklist: Checklist, place: Place): ModalView => {
  const choices = headingsOf(checklist);
  return modal({
    callbackId: formNames.add,
    title: 'Add an item',
    submit: 'Add',
    ids: placeValue(place),
    blocks: [
      textInput({ id: 'text', label: 'What has to be done', most: limits.text, hasFocus: true }),
      ...(choices.length === 0
        ? []
        : [
            selectOne({
              id: 'group',
              label: 'Under',
              placeholder: 'A new heading, or none',
              isOptional: true,
              choices,
            }),
          ]),
      textInput({ id: 'heading', label: 'New heading', isOptional: true, most: limits.group }),
      ...settling({}),
    ],
  });
};

/** What was removed just now, with the way back. */
export const removedModal = ({ text, id }: Item, place: Place): ModalView =>
  modal({
    callbackId: 'notice',
    title: 'Removed',
    blocks: [
      literal('text', text),
      ...acts('acts', [placeButton(press('restore'), 'Bring it back', place, id)]),
    ],
  });

/** Everything that was removed, latest first, as many as fit. */
export const removedItemsModal = ({ items }: Checklist, place: Place): ModalView => {
  const removed = items
    .filter((item) => item.removed !== undefined)
    .sort((a, b) => (b.removed?.at ?? 0) - (a.removed?.at ?? 0));
  if (removed.length === 0) return notice('Removed items', 'Nothing is removed from this list.');
  return modal({
    callbackId: 'notice',
    title: 'Removed items',
    blocks: removed.slice(0, 90).map((item, at) => ({
      ...literal(`item:${at + 1}`, item.text),
      accessory: placeButton(press('restore', at + 1), 'Bring it back', place, item.id),
    })),
  });
};

/** Asks before a checklist is gone for good. */
export const deleteModal = ({ name }: Checklist, place: Place): ModalView =>
  modal({
    callbackId: formNames.end,
    title: 'Delete this checklist?',
    submit: 'Delete',
    ids: placeValue(place),
    blocks: [
      literal('name', name),
      section(
        'warning',
        'It goes for everybody in the channel and cannot be brought back. Export it first to keep it.',
      ),
    ],
  });
