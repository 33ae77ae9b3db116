import { escapeText } from '../../blocks/mrkdwn.ts';
import { citationText } from '../../blocks/text.ts';
import { type Surroundings, toCsv, toMarkdown } from '../../checklist/export.ts';
import { type Checklist, openItems } from '../../checklist/record.ts';
import { dayOf, sayDay } from '../../day.ts';
import { fileName } from '../../export/file.ts';
import { tellSender } from '../failure.ts';
import type { Desk } from '../parts.ts';
import { namesOf } from '../people.ts';
import { isRefusal, shutOut } from '../refusal.ts';
import { sendFile } from '../send-file.ts';
import { type Board, look } from './kept.ts';
import type { Pressed } from './press.ts';

const forms = {
  markdown: { ending: 'md', label: 'Markdown', write: toMarkdown },
  csv: { ending: 'csv', label: 'CSV', write: toCsv },
} as const;

const surroundings = async (desk: Desk, checklist: Checklist): Promise<Surroundings> => {
  const { transition } = desk.asker;
  const people = openItems(checklist).flatMap(({ assignee, ticked }) =>
    [assignee ?? [], ticked?.by ?? []].flat(),
  );
  const names = await namesOf(desk, people);
  return {
    today: dayOf(desk.clock()),
    nameOf: (person) => names.get(person) ?? person,
    sourceOf: ({ fact }) => {
      const source = fact === undefined ? undefined : transition.sourceOf(fact);
      return source && citationText(source);
    },
    precedentsOf: ({ text }) =>
      transition.precedentsFor(text).map((one) => `${one.text} (${citationText(one.citation)})`),
  };
};

const failed =
  'I could not put the file here. If it keeps happening, ask whoever runs this app whether it may write files.';

const standsIn = (board: Board | undefined): string => {
  if (board?.thread !== undefined) return 'The file stands at the end of this thread.';
  return `The file stands ${board?.ts === undefined ? 'in the channel' : 'in the thread of this checklist'}.`;
};

/** Puts the checklist as a file under its board, where everybody of the channel finds it. */
export const exportTo = async (
  desk: Desk,
  { team, place, body }: Pressed,
  checklist: Checklist,
  form: keyof typeof forms,
): Promise<void> => {
  const { ending, label, write } = forms[form];
  const around = await surroundings(desk, checklist);
  const there = await look(desk, team, place);
  const file = {
    name: fileName('checklist', [checklist.name], around.today, `.${ending}`),
    title: `${checklist.name}, ${sayDay(around.today)}`,
    content: write(checklist, around),
  };
  const comment = `“${escapeText(checklist.name)}” as ${label}, as of ${sayDay(around.today)}.`;
  const thread = there?.board.thread ?? there?.board.ts;
  try {
    await sendFile(desk, file, { channel: place.channel, thread, comment });
    await tellSender(desk, body, standsIn(there?.board));
  } catch (error) {
    if (!isRefusal(error, shutOut) && !isRefusal(error, new Set(['missing_scope']))) throw error;
    desk.log.warn({ err: error }, 'could not export a checklist');
    await tellSender(desk, body, failed);
  }
};
