import type { Ending } from './suffer.ts';

const head = `# What goes wrong, and how it ends

Each row was produced by letting it happen: a harness stands between the bot and the pretend Slack and breaks calls, deliveries,
connections or the store, then what the person got is counted. \`npm run drill:faults\` does it again and writes this file; it
fails where a row ends otherwise than it must. Over both ways in (HTTP and Socket Mode) unless one is named.

| What goes wrong | while somebody uses | The person gets | The operator reads |
|---|---|---|---|
`;

const acts: Readonly<Record<string, string>> = {
  mention: 'a mention in a channel',
  direct: 'a direct message',
  command: 'a command',
  'forget me': '`forget me`',
  click: 'a button only they see',
  'double click': 'a button only they see',
  'shared click': 'a button in a thread',
  'shared double click': 'a button in a thread',
  share: 'the button that shares an answer',
  'double share': 'the button that shares an answer',
  sources: 'the button that opens the sources',
  dislike: 'the thumb down',
  shortcut: '"Find precedents" on a message',
  tick: 'an item of a checklist',
  'double tick': 'an item of a checklist',
  home: 'the Home tab',
};

const ways = { http: 'HTTP', socket: 'Socket Mode' } as const;

const rowOf = (endings: readonly Ending[]): string => {
  const [first] = endings;
  if (first === undefined) return '';
  const { fault } = first;
  const where = fault.way === undefined ? '' : ` (${ways[fault.way]})`;
  const log = [...new Set(endings.flatMap((ending) => ending.log))].join('; ');
  const outcomes = [...new Set(endings.map(({ outcome }) => outcome))].join(' / ');
  return `| ${fault.name}${where} | ${acts[fault.act]} | ${outcomes} | ${log || 'nothing'} |\n`;
};

/** The table of `docs/faults.md`, in the order given. */
export const tableOf = (endings: readonly (readonly Ending[])[]): string =>
  `${head}${endings.map(rowOf).join('')}`;
