import { always, once, refused, silent, status, sweepLater } from './arrange.ts';
import { type Fault, maybeTwice, onePrivate } from './fault.ts';

/** The address that a command or press may be answered at. */
export const addresses: readonly Fault[] = [
  {
    name: '`response_url` expired or used up (404)',
    act: 'command',
    arrange: always('response_url', status(404)),
    ends: onePrivate,
  },
  {
    name: '`response_url` expired or used up (404)',
    act: 'click',
    arrange: always('response_url', status(404)),
    ends: onePrivate,
  },
  {
    name: '`response_url` takes three seconds',
    act: 'command',
    arrange: once('response_url', { kind: 'slow', ms: 3_000 }),
    ends: onePrivate,
  },
  {
    name: '`response_url` never answers',
    act: 'command',
    arrange: once('response_url', silent),
    ends: onePrivate,
  },
  {
    name: '`response_url` breaks before it is done',
    act: 'command',
    arrange: once('response_url', { kind: 'cut', when: 'before' }),
    ends: onePrivate,
  },
  {
    name: '`response_url` breaks after it is done',
    act: 'command',
    arrange: once('response_url', { kind: 'cut', when: 'after' }),
    ends: maybeTwice,
  },
  {
    name: '`response_url` 404 and `not_in_channel`',
    act: 'command',
    arrange: (bot) => {
      always('response_url', status(404))(bot);
      always('chat.postEphemeral', refused('not_in_channel'))(bot);
    },
    ends: onePrivate,
  },
  {
    name: 'everything is out of order, `response_url` too',
    act: 'command',
    arrange: (bot) => {
      always('*', status(500))(bot);
      always('response_url', status(500))(bot);
    },
    recover: sweepLater,
    ends: `${onePrivate}, once the trouble is over`,
  },
];
