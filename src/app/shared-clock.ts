import type { Log } from '../log.ts';

/** A clock that several processes read the same on, however wrong the clocks of their machines are. */
export interface SharedClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Goes by `theirs` from now on, and asks it again every minute. Rejects where it cannot be asked now. */
  follow(theirs: () => Promise<number>, log: Log): Promise<void>;
}

const everyMs = 60_000;
/** A clock that is wrong by more is worth a word to whoever runs the machine. */
const noticeableMs = 2_000;

/** Reads as the machine's own clock, `own`, until it follows another one. */
export const createSharedClock = (own: () => number = Date.now): SharedClock => {
  let ahead = 0;
  const compare = async (theirs: () => Promise<number>, log: Log): Promise<void> => {
    const asked = own();
    const time = await theirs();
    // An answer is as old as half of the way there and back.
    const before = ahead;
    ahead = Math.round(time - (asked + own()) / 2);
    if (Math.abs(ahead) > noticeableMs && Math.abs(ahead - before) > noticeableMs)
      log.warn({ ms: ahead }, 'the clock of this machine is not that of the database; going by the database');
  };
  return {
    now: () => own() + ahead,
    async follow(theirs, log) {
      await compare(theirs, log);
      const onError = (err: unknown): void => log.debug({ err }, 'the database did not tell the time');
      const timer = setInterval(() => void compare(theirs, log).catch(onError), everyMs);
      timer.unref();
    },
  };
};
