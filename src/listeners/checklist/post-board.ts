import { z } from 'zod';
import { boardMessage, endedBoard } from '../../blocks/checklist/board.ts';
import type { Place } from '../../checklist/place.ts';
import type { Checklist } from '../../checklist/record.ts';
import { dayOf } from '../../day.ts';
import type { Desk } from '../parts.ts';
import { orPlain, quiet } from '../post.ts';
import { keepQuiet } from '../quiet.ts';
import { isUncertain, Unsure } from '../refusal.ts';
import { redraw } from './draw.ts';
import { type Board, changeBoard } from './kept.ts';
import { sourcesOf } from './sources.ts';

const eventType = 'outsourcing_checklist';

const markSchema = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(eventType),
    event_payload: z.object({ checklist: z.string() }),
  }),
});

/** The message of a checklist that stands already, posted by a process that went before it could say so. */
const standing = async (
  { client, log }: Desk,
  { channel, checklist }: Place,
  thread: string | undefined,
): Promise<string | undefined> => {
  const page = { channel, limit: 100, include_all_metadata: true };
  try {
    const { messages = [] } =
      thread === undefined
        ? await client.conversations.history(page)
        : await client.conversations.replies({ ...page, ts: thread });
    return messages
      .flatMap((message) => markSchema.safeParse(message).data ?? [])
      .find(({ metadata }) => metadata.event_payload.checklist === checklist)?.ts;
  } catch (err) {
    log.warn({ err }, 'may not look for the message of a checklist; posting it');
    return undefined;
  }
};

const send = async (desk: Desk, place: Place, checklist: Checklist, { thread, page }: Board) => {
  const today = dayOf(desk.clock());
  const sources = sourcesOf(desk, checklist);
  const message = boardMessage(checklist, { place, page, today, sources, isNamed: false });
  try {
    const posted = await orPlain(desk, message, (outgoing) =>
      desk.posting.chat.postMessage({
        channel: place.channel,
        ...(thread !== undefined && { thread_ts: thread }),
        ...quiet,
        ...outgoing,
        metadata: { event_type: eventType, event_payload: { checklist: place.checklist } },
      }),
    );
    return posted.ts;
  } catch (cause) {
    // Whether it stands is looked for before it is posted again.
    throw isUncertain(cause) ? new Unsure({ cause }) : cause;
  }
};

/** The board that stood before says that it goes on elsewhere. A message that is gone needs no word. */
const retire = async ({ client, log }: Desk, { channel }: Place, name: string, ts: string): Promise<void> => {
  try {
    await client.chat.update({ channel, ts, ...endedBoard(name, 'this checklist goes on further down.') });
  } catch (err) {
    log.info({ err }, 'could not mark the earlier message of a checklist');
  }
};

/**
 * Posts the message of a checklist: at the top of its channel or in a thread. Names nobody at first, so that nobody is
 * notified; they are drawn into it at once. `mayStand` has it looked for before. Rejects where we may not post there.
 */
export const postBoard = async (
  desk: Desk,
  team: string,
  place: Place,
  given: {
    readonly checklist: Checklist;
    readonly before: Board;
    readonly thread?: string;
    readonly mayStand: boolean;
  },
): Promise<void> => {
  const { checklist, before, thread, mayStand } = given;
  const board: Board = { page: before.page, ...(thread !== undefined && { thread }) };
  const found = mayStand ? await standing(desk, place, thread) : undefined;
  const ts = found ?? (await send(desk, place, checklist, board));
  if (ts !== undefined && thread === undefined) await keepQuiet(desk, team, place.channel, ts);
  await changeBoard(desk, team, place, (now) => ({
    ...board,
    page: now.page,
    ...(ts !== undefined && { ts }),
  }));
  if (before.ts !== undefined && before.ts !== ts) await retire(desk, place, checklist.name, before.ts);
  await redraw(desk, team, place);
};
