import {
  addModal,
  deleteModal,
  itemModal,
  removedItemsModal,
  removedModal,
} from '../../blocks/checklist/item-modal.ts';
import { notice } from '../../blocks/modal.ts';
import type { Action } from '../../checklist/action.ts';
import type { Checklist, Item } from '../../checklist/record.ts';
import { numbered } from '../../checklist/view.ts';
import { tellSender } from '../failure.ts';
import { openModal, updateModal } from '../modal.ts';
import type { Desk } from '../parts.ts';
import { todayFor } from '../today.ts';
import { redraw } from './draw.ts';
import { exportTo } from './export.ts';
import { act, changeBoard, type Done, look } from './kept.ts';
import { listAgain } from './list-again.ts';
import { askName, startOffered } from './offered.ts';
import { nothingThere, onPress, type Pressed } from './press.ts';
import { showAgain } from './show-again.ts';

const gone = 'That item is not on the list any more.';

const say = (desk: Desk, { body, view }: Pressed, text: string): Promise<void> =>
  view?.type === 'modal'
    ? updateModal(desk, { id: view.id }, notice('Not done', text)).then(() => {})
    : tellSender(desk, body, text);

/** What the library says of an item: who taught it, and how others fared. */
const learnedOf = ({ asker: { transition } }: Desk, { fact, text }: Item) => ({
  source: fact === undefined ? undefined : transition.sourceOf(fact),
  precedents: transition.precedentsFor(text),
});

const windowOf = async (desk: Desk, { place, user }: Pressed, checklist: Checklist, item: string) => {
  const found = numbered(checklist).find((one) => one.item.id === item);
  if (found === undefined) return undefined;
  const { today } = await todayFor(desk, user);
  return itemModal(found, place, { learned: learnedOf(desk, found.item), today });
};

/** Brings up to date what the person looks at: the window they pressed in, their list, and the board of everybody. */
const showDone = async (desk: Desk, pressed: Pressed, result: Done, type: Action['type']): Promise<void> => {
  const { team, place, what = '', view } = pressed;
  if (result.outcome === 'gone') return say(desk, pressed, nothingThere);
  if (result.outcome === 'refused') return say(desk, pressed, gone);
  const item = result.checklist.items.find(({ id }) => id === what);
  if (view?.type === 'modal') {
    const shown =
      type === 'remove' && item
        ? removedModal(item, place)
        : await windowOf(desk, pressed, result.checklist, what);
    if (shown !== undefined) await updateModal(desk, { id: view.id }, shown);
  } else await listAgain(desk, pressed);
  await redraw(desk, team, place);
};

/** A press that does something to one item. */
const onAct = (type: 'tick' | 'untick' | 'remove' | 'restore') =>
  onPress(async (desk, pressed) => {
    const { team, place, user, what = '', sending } = pressed;
    const result = await act(desk, team, place, {
      id: sending,
      by: user,
      at: desk.clock(),
      type,
      item: what,
    });
    return () => showDone(desk, pressed, result, type);
  });

/** A press that opens a window on a checklist, and what is done once it stands. */
const onWindow = (
  open: (desk: Desk, pressed: Pressed, checklist: Checklist) => Promise<unknown>,
  after?: (desk: Desk, pressed: Pressed) => Promise<void>,
) =>
  onPress(async (desk, pressed) => {
    const there = await look(desk, pressed.team, pressed.place);
    if (there === undefined) return () => say(desk, pressed, nothingThere);
    await open(desk, pressed, there.checklist);
    return after && (() => after(desk, pressed));
  });

/** The menu that something was chosen from stands as before: in Slack, what is chosen cannot be chosen again. */
const renewMenu = async (desk: Desk, pressed: Pressed): Promise<void> => {
  const { team, place, isPrivate, view } = pressed;
  if (isPrivate || view !== undefined) return listAgain(desk, pressed);
  await changeBoard(desk, team, place, (board) => ({ ...board, chosen: (board.chosen ?? 0) + 1 }));
  await redraw(desk, team, place);
};

const openItem = onWindow(async (desk, pressed, checklist) => {
  const shown = await windowOf(desk, pressed, checklist, pressed.what ?? '');
  return shown === undefined ? say(desk, pressed, gone) : openModal(desk, pressed.body, shown);
}, renewMenu);

const openAdd = onWindow((desk, { body, place }, checklist) =>
  openModal(desk, body, addModal(checklist, place)),
);

const openMore = onWindow((desk, pressed, checklist) => {
  const { body, place, deed } = pressed;
  if (deed === 'removed') return openModal(desk, body, removedItemsModal(checklist, place));
  if (deed === 'delete') return openModal(desk, body, deleteModal(checklist, place));
  return exportTo(desk, pressed, checklist, deed === 'csv' ? 'csv' : 'markdown');
});

/** Turns the board to a page, for everybody who looks at it. */
const turn = onPress(async (desk, pressed) => {
  const { team, place, what } = pressed;
  const page = /^\d{1,3}$/.test(what ?? '') ? Number(what) : 0;
  const isThere = await changeBoard(desk, team, place, (board) => ({
    ...board,
    page,
    chosen: (board.chosen ?? 0) + 1,
  }));
  return () => (isThere ? redraw(desk, team, place) : say(desk, pressed, nothingThere));
});

/** What can be pressed on a board, in a window or in a list, by action id. */
export const checklistActions = [
  [/^checklist:tick:\d+$/, onAct('tick')],
  [/^checklist:untick:\d+$/, onAct('untick')],
  [/^checklist:remove$/, onAct('remove')],
  [/^checklist:restore(?::\d+)?$/, onAct('restore')],
  [/^checklist:open$/, openItem],
  [/^checklist:add$/, openAdd],
  [/^checklist:more$/, openMore],
  [/^checklist:(?:page|earlier|later)$/, turn],
  [/^checklist:show:\d+$/, showAgain],
  [/^checklist:start$/, startOffered],
  [/^checklist:name$/, askName],
] as const;
