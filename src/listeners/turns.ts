import type { Turn } from '../answer.ts';
import type { Reading } from '../reading.ts';
import { readAs } from '../store/records.ts';
import type { Entries } from '../store/store.ts';
import { type Desk, reportDamage } from './parts.ts';
import { addReading, pastName, pastSchema, readingsKeptMs, younger } from './past.ts';
import type { Asked, Question } from './question.ts';

/** A conversation whose turns belong together. */
export interface Conversation {
  readonly key: string;
  /** How long a turn is kept, in milliseconds. */
  readonly expiresInMs: number;
}

const quarterMs = 15 * 60_000;
const turnsKept = 8;

/** Every turn of a workspace stands under this prefix. */
export const turnsOf = (team: string): string => `turns/${team}/`;

/** Every turn that one person alone took part in: commands and direct messages. */
export const turnsWith = (team: string, user: string): string => `${turnsOf(team)}person/${user}/`;

/** A thread in a channel belongs to all who read it: it is kept without anybody's name. */
export const inThread = (
  { team, channel }: Pick<Question, 'team' | 'channel'>,
  thread: string,
): Conversation => ({
  key: `${turnsOf(team)}thread/${channel}/${thread}`,
  expiresInMs: readingsKeptMs,
});

/** Slash commands have no thread: what one person asks in one channel within a quarter of an hour belongs together. */
const byCommand = ({ team, channel, user }: Asked): Conversation => ({
  key: `${turnsWith(team, user)}command/${channel}`,
  expiresInMs: quarterMs,
});

const inDirectThread = ({ team, user }: Asked, thread: string): Conversation => ({
  key: `${turnsWith(team, user)}direct/${thread}`,
  expiresInMs: readingsKeptMs,
});

/** What a person last wrote to us, in whatever thread: a new message soon after goes on with it. */
const lately = ({ team, user }: Asked): Conversation => ({
  key: `${turnsWith(team, user)}lately`,
  expiresInMs: quarterMs,
});

/** The conversations that a question belongs to; the first that has turns is the one it goes on with. */
export const conversationsOf = (question: Asked): readonly Conversation[] => {
  if (question.kind === 'command' || question.kind === 'shortcut') return [byCommand(question)];
  if (question.kind === 'click' && question.isPrivate) return [byCommand(question)];
  if (question.kind === 'submission') {
    const { channel, user, thread } = question;
    if (channel !== user) return [byCommand(question)];
    return [...(thread === undefined ? [] : [inDirectThread(question, thread)]), lately(question)];
  }
  const { thread } = question;
  const isDirect = question.kind === 'message' ? question.direct : question.channel.startsWith('D');
  return isDirect ? [inDirectThread(question, thread), lately(question)] : [inThread(question, thread)];
};

/** Whether a question that stands in a thread of its own may go on with what was said elsewhere. */
const readable = (question: Asked): readonly Conversation[] => {
  // A message on which the shortcut is taken was not said to us: it goes on with nothing.
  if (question.kind === 'shortcut') return [];
  const [first, ...rest] = conversationsOf(question);
  const isFollowUp = question.kind === 'message' && question.thread !== question.ts;
  return first === undefined ? [] : isFollowUp ? [first] : [first, ...rest];
};

/** A turn whose answer is made only if somebody looks at it: most follow-ups need the reading alone. */
const turnOf = ({ asker }: Desk, reading: Reading): Turn => ({
  reading,
  get answer() {
    return asker.answerReading(reading).answer;
  },
});

/** The turns before this run's own, oldest first; none when nothing is stored or the store fails. */
export const recall = async (desk: Desk, question: Asked, run: string): Promise<Turn[]> => {
  const { store, clock, log, remembering } = desk;
  try {
    for (const conversation of readable(question)) {
      const { key } = conversation;
      await remembering.get(key);
      const stored = readAs(pastSchema, key, await store.get(key), reportDamage(desk));
      const fresh = younger(stored, conversation.expiresInMs, clock());
      const own = fresh.findIndex((turn) => turn.run === pastName(run));
      const before = own < 0 ? fresh : fresh.slice(0, own);
      if (before.length > 0) return before.map(({ reading }) => turnOf(desk, reading));
    }
  } catch (err) {
    log.error({ err }, 'the store did not give the earlier turns; answering without them');
  }
  return [];
};

/** Adds a turn to a conversation, once however often it is answered. `earlier` begins one that nothing is known of. */
export const addTurn = (
  desk: Desk,
  entries: Entries,
  { key, expiresInMs: ageMs }: Conversation,
  turn: { readonly run: string; readonly earlier: readonly Reading[]; readonly reading: Reading },
): void => addReading(desk, entries, key, turn, { ageMs, most: turnsKept, earlier: turn.earlier });
