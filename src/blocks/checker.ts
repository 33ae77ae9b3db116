/** One thing that Slack, or we, would refuse in a payload. */
export interface BlockProblem {
  /** A stable word such as `too_long`, `missing_field`, `live_broadcast`. */
  readonly code: string;
  /** JSON pointer (RFC 6901) to the offending value; empty for the whole payload. */
  readonly pointer: string;
  readonly message: string;
}

export type Surface = 'message' | 'modal' | 'home';

/** Pings are refused unless they are asked for by name. */
export interface CheckOptions {
  /** Lets `<@U…>` and rich_text `user` through. */
  readonly allowMentions?: boolean;
  /** Lets `<!channel>`, `<!here>`, `<!everyone>` and user groups through. */
  readonly allowBroadcasts?: boolean;
}

const listOf = (value: unknown, surface: Surface): BlockProblem[] => {
  const most = surface === 'message' ? 50 : 100;
  if (!Array.isArray(value)) return [{ code: 'wrong_type', pointer: '/blocks', message: 'blocks is not a list' }];
  if (value.length <= most) return [];
  return [{ code: 'too_many', pointer: '/blocks', message: `${value.length} blocks, at most ${most}` }];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a list of blocks for one surface. Pointers start at the list: `/0/text/text`. */
export const checkBlocks = (blocks: unknown, surface: Surface, _options: CheckOptions = {}): BlockProblem[] =>
  listOf(blocks, surface);

/** Checks what goes to `chat.postMessage` and its kin, or to a `response_url`. Pointers start at the payload. */
export const checkMessage = (payload: unknown, _options: CheckOptions = {}): BlockProblem[] => {
  if (!isRecord(payload)) return [{ code: 'wrong_type', pointer: '', message: 'the payload is not an object' }];
  const text =
    typeof payload.text === 'string' && payload.text !== ''
      ? []
      : [{ code: 'missing_field', pointer: '/text', message: 'a message needs top-level text' }];
  return [...text, ...(payload.blocks === undefined ? [] : listOf(payload.blocks, 'message'))];
};

/** Checks a modal or Home view. Pointers start at the view. */
export const checkView = (view: unknown, _options: CheckOptions = {}): BlockProblem[] => {
  if (!isRecord(view)) return [{ code: 'wrong_type', pointer: '', message: 'the view is not an object' }];
  return listOf(view.blocks, view.type === 'home' ? 'home' : 'modal');
};
