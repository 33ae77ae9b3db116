import type { Button } from '@slack/types';
import type { Answer } from '../answer.ts';
import type { Reading } from '../reading.ts';
import { asking } from './asking.ts';
import { compareOpen } from './compare-view.ts';

/** The files that a table can be taken away as, with their buttons. */
export const exportCsv = 'export:csv';
const exportMarkdown = 'export:markdown';

/** Buttons that take a table away as a file, and one that begins a comparison with the deals of the answer. */
export const takeAwayButtons = (
  { sections }: Pick<Answer, 'sections'>,
  { reading, comparable }: { readonly reading: Reading; readonly comparable: boolean },
): (Button | undefined)[] => {
  const hasTable = sections.some(({ kind }) => kind === 'table');
  return [
    hasTable ? asking(exportCsv, 'Export CSV', reading) : undefined,
    hasTable ? asking(exportMarkdown, 'Export Markdown', reading) : undefined,
    comparable ? asking(compareOpen, 'Compare deals…', reading) : undefined,
  ];
};
