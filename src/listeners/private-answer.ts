import { randomUUID } from 'node:crypto';
import type { Turn } from '../answer.ts';
import { addGap, gapName, gapsOf } from './gaps.ts';
import type { Desk } from './parts.ts';
import { addRecent, recentKey } from './recent.ts';

/** Somebody of a workspace. */
export interface Person {
  readonly team: string;
  readonly user: string;
}

/** Keeps what is kept of a question that was answered in a window. A store that fails keeps nobody from the answer. */
const remember = async (desk: Desk, { team, user }: Person, turn: Turn): Promise<void> => {
  const run = randomUUID();
  const recent = recentKey(team, user);
  const gap = `${gapsOf(team)}${gapName(run)}`;
  try {
    await desk.store.update([recent, gap], (entries) => {
      if (turn.answer.readAs !== '') addRecent(desk, entries, recent, { run, reading: turn.reading });
      addGap(entries, gap, turn, desk.clock());
    });
  } catch (err) {
    desk.log.error({ err }, 'the store did not keep a question that was asked in a window');
  }
};

/** Counts, logs and keeps an answer that was given in a window; `began` is in milliseconds by `desk.now`. */
export const noteAnswer = async (
  desk: Desk,
  person: Person,
  {
    turn,
    began,
    surface,
  }: { readonly turn: Turn; readonly began: number; readonly surface: 'home' | 'window' },
): Promise<void> => {
  const { reading, answer } = turn;
  const ms = desk.now() - began;
  const { outcome, citations } = answer;
  const intent = outcome === 'unclear' ? 'none' : reading.intent;
  desk.metrics.answered({ surface, intent, outcome, seconds: ms / 1000 });
  desk.log.info({ surface, intent: reading.intent, outcome, citations: citations.length, ms }, 'answered');
  await remember(desk, person, turn);
};
