import { always, once, patience, post, refused, status, sweepLater } from './arrange.ts';
import { type Fault, forAll, forAllLater, onePrivate, sentence, why } from './fault.ts';

/** What is done with an answer: shared, opened, judged; and the shortcut on a message. */
export const beneath: readonly Fault[] = [
  { name: 'a double click on the button that shares', act: 'double share', ends: forAll },
  { name: 'HTTP 500 twice', act: 'share', arrange: once(post, status(500), 2), ends: forAll },
  { name: '429 with `Retry-After`', act: 'share', arrange: once(post, patience), ends: forAll },
  {
    name: 'the connection breaks after the post is done',
    act: 'share',
    arrange: once(post, { kind: 'cut', when: 'after' }),
    ends: forAll,
  },
  {
    name: 'half of Slack’s answer comes, the post is done',
    act: 'double share',
    arrange: once(post, { kind: 'half-closed' }),
    ends: forAll,
  },
  {
    name: 'HTTP 503 at every call',
    act: 'share',
    arrange: always('*', status(503)),
    recover: sweepLater,
    ends: forAllLater,
  },
  { name: 'HTTP 500 at every post', act: 'share', arrange: always(post, status(500)), ends: sentence },
  { name: '`not_in_channel`', act: 'share', arrange: always(post, refused('not_in_channel')), ends: why },
  { name: '`is_archived`', act: 'share', arrange: always(post, refused('is_archived')), ends: why },
  {
    name: '`restricted_action`',
    act: 'share',
    arrange: always(post, refused('restricted_action')),
    ends: why,
  },
  {
    name: '`missing_scope` for the history',
    act: 'double share',
    arrange: always('conversations.history', refused('missing_scope')),
    ends: forAll,
  },
  {
    name: '`expired_trigger_id`',
    act: 'sources',
    arrange: once('views.open', refused('expired_trigger_id')),
    ends: why,
  },
  { name: 'HTTP 500', act: 'sources', arrange: once('views.open', status(500)), ends: sentence },
  {
    name: '`expired_trigger_id`',
    act: 'dislike',
    arrange: once('views.open', refused('expired_trigger_id')),
    ends: why,
  },
  {
    name: '`response_url` 404',
    act: 'shortcut',
    arrange: always('response_url', status(404)),
    ends: onePrivate,
  },
  {
    name: '`response_url` 404 and `not_in_channel`',
    act: 'shortcut',
    arrange: (bot) => {
      always('response_url', status(404))(bot);
      always('chat.postEphemeral', refused('not_in_channel'))(bot);
    },
    ends: onePrivate,
  },
];
