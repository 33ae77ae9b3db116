import { always, once, patience, post, refused, silent, status, sweepLater } from './arrange.ts';
import { type Fault, one, oneLater, onePrivate, sentence } from './fault.ts';

/** What becomes of our calls on the way. */
export const calls: readonly Fault[] = [
  { name: '429 with `Retry-After`', act: 'mention', arrange: once(post, patience), ends: one },
  {
    name: '429 with `Retry-After`',
    act: 'command',
    arrange: once('response_url', patience),
    ends: onePrivate,
  },
  { name: 'HTTP 500 twice', act: 'mention', arrange: once(post, status(500), 2), ends: one },
  { name: 'HTTP 500 at every post', act: 'mention', arrange: always(post, status(500)), ends: sentence },
  {
    name: 'HTTP 503 at every call',
    act: 'mention',
    arrange: always('*', status(503)),
    recover: sweepLater,
    ends: oneLater,
  },
  { name: 'no answer at all (timeout)', act: 'mention', arrange: once(post, silent), ends: one },
  {
    name: 'the connection breaks before the post is done',
    act: 'mention',
    arrange: once(post, { kind: 'cut', when: 'before' }),
    ends: one,
  },
  {
    name: 'the connection breaks after the post is done',
    act: 'mention',
    arrange: once(post, { kind: 'cut', when: 'after' }),
    ends: one,
  },
  {
    name: 'half of Slack’s answer comes, the post is done',
    act: 'mention',
    arrange: once(post, { kind: 'half-closed' }),
    ends: one,
  },
  { name: '`internal_error`', act: 'mention', arrange: once(post, refused('internal_error')), ends: one },
  {
    name: 'a call takes two seconds',
    act: 'mention',
    arrange: once(post, { kind: 'slow', ms: 2_000 }),
    ends: one,
  },
];

/** Somebody is impatient. */
export const clicks: readonly Fault[] = [
  { name: 'a double click', act: 'double click', ends: onePrivate },
  { name: 'a double click', act: 'shared double click', ends: one },
];
