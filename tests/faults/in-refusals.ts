import { always, once, post, refused, status, sweepLater } from './arrange.ts';
import { type Fault, one, oneAsText, oneLater, onePrivate, oneWithHint, sentence } from './fault.ts';

/** Slack says no. */
export const refusals: readonly Fault[] = [
  {
    name: '`not_in_channel`',
    act: 'mention',
    arrange: once(post, refused('not_in_channel')),
    ends: oneWithHint,
  },
  {
    name: '`channel_not_found`',
    act: 'mention',
    arrange: once(post, refused('channel_not_found')),
    ends: oneWithHint,
  },
  { name: '`is_archived`', act: 'mention', arrange: once(post, refused('is_archived')), ends: oneWithHint },
  {
    name: '`not_in_channel`',
    act: 'shared click',
    arrange: once(post, refused('not_in_channel')),
    ends: oneWithHint,
  },
  {
    name: '`msg_too_long`',
    act: 'mention',
    arrange: once(post, refused('msg_too_long'), 2),
    ends: oneAsText,
  },
  {
    name: '`invalid_blocks` for the feedback thumbs',
    act: 'mention',
    arrange: once(post, refused('invalid_blocks')),
    ends: one,
  },
  {
    name: '`invalid_blocks` for any blocks',
    act: 'mention',
    arrange: once(post, refused('invalid_blocks'), 2),
    ends: oneAsText,
  },
  {
    name: '`invalid_blocks` for any blocks',
    act: 'direct',
    arrange: once(post, refused('invalid_blocks'), 2),
    ends: oneAsText,
  },
  {
    name: '`response_url` refuses the feedback thumbs',
    act: 'command',
    arrange: once('response_url', status(400)),
    ends: onePrivate,
  },
  {
    name: '`invalid_blocks` for any blocks',
    act: 'command',
    arrange: (bot) => {
      once('response_url', status(400), 2)(bot);
      once('chat.postEphemeral', refused('invalid_blocks'), 2)(bot);
    },
    ends: `${onePrivate}, as text alone`,
  },
  {
    name: '`invalid_blocks`',
    act: 'home',
    arrange: once('views.publish', refused('invalid_blocks')),
    ends: 'a plain Home',
  },
  {
    name: '`missing_scope` for the post',
    act: 'mention',
    arrange: always(post, refused('missing_scope')),
    ends: sentence,
  },
  {
    name: '`missing_scope` for the history',
    act: 'mention',
    arrange: always('conversations.replies', refused('missing_scope')),
    ends: one,
  },
  {
    name: '`unknown_method` for the history',
    act: 'mention',
    arrange: always('conversations.replies', refused('unknown_method')),
    ends: one,
  },
  {
    name: '`unknown_method` for the ephemeral message',
    act: 'command',
    arrange: (bot) => {
      always('response_url', status(404))(bot);
      always('chat.postEphemeral', refused('unknown_method'))(bot);
    },
    ends: onePrivate,
  },
  {
    name: '`expired_trigger_id` (nothing we do needs a trigger)',
    act: 'command',
    arrange: (bot) => {
      for (const method of ['views.open', 'views.push']) always(method, refused('expired_trigger_id'))(bot);
    },
    ends: onePrivate,
  },
  {
    name: '`token_revoked`, then a good token again',
    act: 'mention',
    arrange: always('*', refused('token_revoked')),
    recover: sweepLater,
    ends: oneLater,
  },
];
