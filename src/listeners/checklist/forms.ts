import { z } from 'zod';
import { endedBoard, pageSize } from '../../blocks/checklist/board.ts';
import { formNames, headingsOf } from '../../blocks/checklist/item-modal.ts';
import { notice } from '../../blocks/modal.ts';
import { defuse } from '../../blocks/mrkdwn.ts';
import { type Action, actionSchema } from '../../checklist/action.ts';
import { placeSchema } from '../../checklist/place.ts';
import type { Checklist, Item } from '../../checklist/record.ts';
import { itemOf } from '../../checklist/record.ts';
import { isLate, numbered } from '../../checklist/view.ts';
import { sayDay } from '../../day.ts';
import type { Entered } from '../entered.ts';
import { tellPerson } from '../failure.ts';
import type { Form, Submission, Verdict } from '../form.ts';
import { membersAmong } from '../members.ts';
import type { Desk } from '../parts.ts';
import { todayFor } from '../today.ts';
import { redraw } from './draw.ts';
import { tellReceiver } from './given.ts';
import { act, type Done, end, look } from './kept.ts';
import { nothingThere, sendingOf } from './press.ts';

type Ids = z.output<typeof placeSchema>;

const done: Verdict = { close: 'this' };
const saying = (text: string): Verdict => ({ show: notice('Not saved', text) });

const personSchema = z.string().regex(/^[UW][A-Z0-9]{1,20}$/);

/** What was entered, as it is kept: nothing in it can name, link or call anybody later. */
const typed = (entered: Entered, id: string): string | undefined => {
  const text = entered.one(id);
  return text === undefined ? undefined : defuse(text);
};

/** What somebody wants a field to be: what they entered, or nothing where they ticked it away. */
const wanted = (entered: Entered, field: 'assignee' | 'due' | 'note'): string | null =>
  entered.all('clear').includes(field) ? null : (typed(entered, field) ?? null);

/** The fields that differ from what stood in the window: what a person left alone is nobody's change. */
const changesOf = ({ entered, shown }: Submission<Ids>) =>
  Object.fromEntries(
    (['assignee', 'due', 'note'] as const).flatMap((field) => {
      const from = typed(shown, field) ?? null;
      const to = wanted(entered, field);
      return from === to ? [] : [[field, { from, to }]];
    }),
  );

const notMember = 'They are not in this channel and would not see it. Invite them first.';

/** Whether the sender may, and whom they give it to is there; else what to tell them. */
const objectionTo = async (
  desk: Desk,
  { user, ids, entered }: Submission<Ids>,
  assignee: string | undefined,
): Promise<Verdict | undefined> => {
  if (entered.one('assignee') !== undefined && !personSchema.safeParse(entered.one('assignee')).success)
    return { errors: { assignee: 'Choose a person of this workspace.' } };
  const people = [user, ...(assignee === undefined ? [] : [assignee])];
  const members = await membersAmong(desk, ids.place.channel, people);
  if (!members.has(user)) return saying(nothingThere);
  return assignee === undefined || members.has(assignee) ? undefined : { errors: { assignee: notMember } };
};

const labels = { assignee: 'who does it', due: 'the day', note: 'the note' } as const;

/** Somebody else was quicker: what they wrote stands, and what was entered stays in the window. */
const overtaken = (fields: readonly (keyof typeof labels)[], { note }: Item): Verdict => ({
  errors: Object.fromEntries(
    fields.map((field) => [
      field,
      `Somebody changed ${labels[field]} while you had this open${
        field === 'note' && note !== undefined ? `. It now says: ${[...note].slice(0, 120).join('')}` : ''
      }. Close this window and open it anew.`,
    ]),
  ),
});

/** Where a new item stands, for whoever added it: it may be on another page than the one they look at. */
const tellPlace = async (desk: Desk, { team, user, ids }: Submission<Ids>, list: Checklist, id: string) => {
  const all = numbered(list);
  const one = all.find(({ item }) => item.id === id);
  if (one === undefined) return;
  const page = all.length > pageSize ? `, on page ${Math.floor(all.indexOf(one) / pageSize) + 1}` : '';
  const { today } = await todayFor(desk, user);
  const late = lateText(one.item, today);
  const thread = (await look(desk, team, ids.place))?.board.thread;
  const where = { user, channel: ids.place.channel, thread };
  await tellPerson(desk, where, `Added as item ${one.number}${page}.${late === '' ? '' : ` ${late}`}`);
};

/** A day that is past is taken, and said to be. */
const lateText = (item: Item | undefined, today: string): string =>
  item?.due !== undefined && isLate(item, today) ? `${sayDay(item.due)} is past: it shows as late.` : '';

const doneVerdict = async (
  desk: Desk,
  submission: Submission<Ids>,
  action: Action,
  result: Done,
): Promise<Verdict> => {
  const { team, user, ids } = submission;
  const draw = () => redraw(desk, team, ids.place);
  if (result.outcome !== 'done') return { ...done, after: draw };
  const { checklist } = result;
  const show = async (): Promise<void> => {
    await Promise.all([draw(), tellReceiver(desk, team, ids.place, { action, checklist })]);
  };
  if (action.type === 'add')
    return {
      ...done,
      after: async () => {
        await Promise.all([show(), tellPlace(desk, submission, checklist, action.item)]);
      },
    };
  const isDated = action.type === 'edit' && action.due !== undefined;
  const { today } = await todayFor(desk, user);
  const late = isDated ? lateText(itemOf(checklist, action.item), today) : '';
  return { ...(late === '' ? done : { show: notice('Saved', late) }), after: show };
};

const verdictOf = async (
  desk: Desk,
  submission: Submission<Ids>,
  action: Action,
  result: Done,
): Promise<Verdict> => {
  if (result.outcome === 'gone') return saying(nothingThere);
  if (result.outcome !== 'refused') return doneVerdict(desk, submission, action, result);
  const { objection, checklist } = result;
  if (objection.why === 'full')
    return { errors: { text: 'This list is full: it holds 200 items, removed ones included.' } };
  const item = itemOf(checklist, action.item);
  return objection.why === 'no-item' || item === undefined
    ? saying('That item is not on the list any more.')
    : overtaken(objection.fields, item);
};

const carryOut = async (desk: Desk, submission: Submission<Ids>, given: unknown): Promise<Verdict> => {
  const action = actionSchema.safeParse(given);
  if (!action.success) return { errors: errorsOf(action.error) };
  const { team, ids } = submission;
  return verdictOf(desk, submission, action.data, await act(desk, team, ids.place, action.data));
};

/** One sentence for each input that is not as it should be. */
const errorsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues.map(({ path }) => {
      const field = String(path[0] ?? 'text');
      return [
        field === 'group' ? 'heading' : field,
        'Write it a little differently: it is empty, too long or no such day.',
      ];
    }),
  );

const submitItem: Form<Ids>['submit'] = async (desk, submission) => {
  const { user, ids, sending } = submission;
  const changes = changesOf(submission);
  const to = changes.assignee?.to ?? undefined;
  const objection = await objectionTo(desk, submission, to);
  if (objection !== undefined) return objection;
  if (Object.keys(changes).length === 0) return done;
  const base = { id: sendingOf(sending), by: user, at: desk.clock(), type: 'edit', item: ids.what };
  return carryOut(desk, submission, { ...base, ...changes });
};

/** The heading chosen or written; one that was written counts. */
const groupIn = (checklist: Checklist, entered: Entered): string => {
  const chosen = entered.one('group');
  return (
    typed(entered, 'heading') ?? headingsOf(checklist).find(({ value }) => value === chosen)?.label ?? ''
  );
};

const submitNew: Form<Ids>['submit'] = async (desk, submission) => {
  const { team, user, ids, view, entered, sending } = submission;
  const assignee = entered.one('assignee');
  const objection = await objectionTo(desk, submission, assignee);
  if (objection !== undefined) return objection;
  const there = await look(desk, team, ids.place);
  if (there === undefined) return saying(nothingThere);
  return carryOut(desk, submission, {
    id: sendingOf(sending),
    by: user,
    at: desk.clock(),
    type: 'add',
    // Sent twice from the same window it is the same item.
    item: `a${sendingOf(view.id)}`,
    text: typed(entered, 'text') ?? '',
    group: groupIn(there.checklist, entered),
    assignee,
    due: entered.one('due'),
    note: typed(entered, 'note'),
  });
};

const submitEnd: Form<Ids>['submit'] = async (desk, submission) => {
  const { team, ids } = submission;
  const objection = await objectionTo(desk, submission, undefined);
  if (objection !== undefined) return objection;
  const ended = await end(desk, team, ids.place);
  return {
    ...done,
    after: async () => {
      if (ended?.board.ts === undefined) return;
      const message = endedBoard(ended.checklist.name, 'this checklist was deleted.');
      await desk.client.chat.update({ channel: ids.place.channel, ts: ended.board.ts, ...message });
    },
  };
};

const form = (callbackId: string, submit: Form<Ids>['submit']): Form<Ids> => ({
  callbackId,
  ids: placeSchema,
  submit,
});

/** What is sent from the window of an item, of a new one, and of the end of a checklist. */
export const itemForm = form(formNames.item, submitItem);
export const addForm = form(formNames.add, submitNew);
export const deleteForm = form(formNames.end, submitEnd);
