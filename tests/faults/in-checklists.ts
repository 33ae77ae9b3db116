import { always, once, patience, status, sweepLater } from './arrange.ts';
import { type Fault, sentence, ticked } from './fault.ts';

/** Work that people share: it is done once, or said not to be. */
export const checklists: readonly Fault[] = [
  { name: 'a double click', act: 'double tick', ends: ticked },
  { name: 'HTTP 500 twice', act: 'tick', arrange: once('chat.update', status(500), 2), ends: ticked },
  { name: '429 with `Retry-After`', act: 'tick', arrange: once('chat.update', patience), ends: ticked },
  {
    name: 'HTTP 500 for the members of the channel',
    act: 'tick',
    arrange: always('conversations.members', status(500)),
    ends: sentence,
  },
  {
    name: 'Slack is out of order when it is to be shown',
    act: 'tick',
    arrange: always('chat.update', status(503)),
    until: /^could not show how a checklist stands/,
    after: sweepLater,
    ends: ticked,
  },
];
