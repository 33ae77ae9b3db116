import type { ActionsBlock, Button } from '@slack/types';
import type { Answer } from '../answer.ts';
import type { Reading } from '../reading.ts';
import { asking } from './asking.ts';
import { compareOpen } from './compare-view.ts';
import { bar } from './kit.ts';
import { anchored } from './value.ts';

/** The files that a comparison can be taken away as, with their buttons. */
export const exportCsv = 'export:csv';
export const exportMarkdown = 'export:markdown';

const exports = (reading: Reading): (Button | undefined)[] => [
  asking(exportCsv, 'Export CSV', reading),
  asking(exportMarkdown, 'Export Markdown', reading),
];

/** Buttons that take a table away as a file, and one that begins a comparison with the deals of the answer. */
export const takeAwayBlocks = (
  { sections }: Pick<Answer, 'sections'>,
  {
    reading,
    comparable,
    thread,
  }: {
    readonly reading: Reading;
    readonly comparable: boolean;
    readonly thread?: string | undefined;
  },
): ActionsBlock[] => {
  const hasTable = sections.some(({ kind }) => kind === 'table');
  return bar(anchored('take-away', thread), [
    ...(comparable ? [asking(compareOpen, 'Compare deals…', reading)] : []),
    ...(hasTable ? exports(reading) : []),
  ]);
};
