import { type BlockProblem, isRecord, places } from './problem.ts';

/** Pings are refused unless they are asked for by name. */
export interface PingOptions {
  /** Lets `<@U…>` and rich_text `user` through. */
  readonly allowMentions?: boolean;
  /** Lets `<!channel>`, `<!here>`, `<!everyone>`, user groups and `reply_broadcast` through. */
  readonly allowBroadcasts?: boolean;
}

const broadcastMarkup = /<!(?:channel|here|everyone|group|subteam)/i;
const mentionMarkup = /<@/;
const broadcastTypes = new Set(['broadcast', 'usergroup']);

const isBroadcast = (value: unknown): boolean =>
  (typeof value === 'string' && broadcastMarkup.test(value)) ||
  (isRecord(value) &&
    ((typeof value.type === 'string' && broadcastTypes.has(value.type)) || value.reply_broadcast === true));

const isMention = (value: unknown): boolean =>
  (typeof value === 'string' && mentionMarkup.test(value)) || (isRecord(value) && value.type === 'user');

/** `parse: full` and `link_names` make pings of plain words such as @channel. */
const isNameParsing = (value: unknown): boolean =>
  isRecord(value) && (value.parse === 'full' || value.link_names === true);

/** Finds everything in an outgoing payload that would notify somebody. */
export const checkPings = (payload: unknown, options: PingOptions): BlockProblem[] => {
  const found: BlockProblem[] = [];
  for (const { value, pointer } of places(payload)) {
    if (options.allowBroadcasts !== true && isBroadcast(value))
      found.push({ code: 'live_broadcast', pointer, message: 'this notifies a whole channel or group' });
    if (options.allowMentions !== true && isMention(value))
      found.push({ code: 'live_mention', pointer, message: 'this notifies a person' });
    if (isNameParsing(value))
      found.push({ code: 'live_names', pointer, message: 'this turns plain names into mentions' });
  }
  return found;
};
