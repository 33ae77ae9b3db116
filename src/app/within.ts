import { setTimeout as pause } from 'node:timers/promises';

/** Raised when something has not answered in time. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** The result of `work`, or a rejection with TooSlow after `ms` milliseconds. Work that is late goes on unobserved. */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const timer = new AbortController();
  const late = pause(ms, undefined, { signal: timer.signal }).then((): never => {
    throw new TooSlow(`no answer within ${ms / 1000} seconds`);
  });
  work.catch(() => {});
  late.catch(() => {});
  return Promise.race([work, late]).finally(() => timer.abort());
};
