import { type BlockProblem, isRecord, places } from './problem.ts';

/** Pings are refused unless they are asked for by name. */
export interface PingOptions {
  /** Lets `<@U…>` and rich_text `user` through. */
  readonly allowMentions?: boolean;
  /** Lets `<!channel>`, `<!here>`, `<!everyone>`, user groups and `reply_broadcast` through. */
  readonly allowBroadcasts?: boolean;
}

/** The block in which a shared answer names whoever shared it: the one place where a person may be named. */
export const attributionId = 'shared-by';

const userId = /^[UW][A-Z0-9]{2,30}$/;
const attributionForm = /^Shared by <@[UW][A-Z0-9]{2,30}>$/;

/** Names whoever shared something, as escaped mrkdwn; nobody where the id is none of a person. */
export const attributionTo = (user: string): string =>
  userId.test(user) ? `Shared by <@${user}>` : 'Shared by a member of this workspace';

/** Whether a block says who shared something, and nothing else. */
const isAttribution = (value: unknown): boolean => {
  if (!isRecord(value) || value.block_id !== attributionId || value.type !== 'context') return false;
  const texts = [...places(value.elements)].flatMap(({ key, value: text }) => (key === 'text' ? [text] : []));
  return texts.length === 1 && attributionForm.test(String(texts[0]));
};

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

/** Finds everything in an outgoing payload that would notify somebody, but for one word on who shared it. */
export const checkPings = (payload: unknown, options: PingOptions): BlockProblem[] => {
  const found: BlockProblem[] = [];
  const all = [...places(payload)];
  const [attribution] = all.filter(({ value }) => isAttribution(value));
  const isAllowed = (pointer: string): boolean =>
    options.allowMentions === true ||
    (attribution !== undefined && pointer.startsWith(`${attribution.pointer}/`));
  for (const { value, pointer } of all) {
    if (options.allowBroadcasts !== true && isBroadcast(value))
      found.push({ code: 'live_broadcast', pointer, message: 'this notifies a whole channel or group' });
    if (isMention(value) && !isAllowed(pointer))
      found.push({ code: 'live_mention', pointer, message: 'this notifies a person' });
    if (isNameParsing(value))
      found.push({ code: 'live_names', pointer, message: 'this turns plain names into mentions' });
  }
  return found;
};
