/** Raised when a store has not answered in time. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Tells work that nobody waits for it any more: it should leave everything as it is. */
export type IsGivenUp = () => boolean;

export interface Patience {
  /** Milliseconds that a call may take. */
  readonly ms: number;
  /** Milliseconds that one may take after another was waited for in vain, until one is answered again. */
  readonly afterwardsMs: number;
}

/**
 * Waits for calls to something that may stand still or be away: an answer that does without them is late by the full time
 * once, not once for each. Gives a function that resolves and rejects as the work does, or rejects when its time is over;
 * work that is late goes on unobserved.
 */
export const createPatience = ({ ms, afterwardsMs }: Patience) => {
  let wait = ms;
  return async <Result>(work: (isGivenUp: IsGivenUp) => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    let isGivenUp = false;
    const late = new Promise<never>((_, reject) => {
      const patience = wait;
      timer = setTimeout(() => {
        isGivenUp = true;
        reject(new NoAnswer(`no answer within ${patience} ms`));
      }, patience);
    });
    const worked = work(() => isGivenUp);
    // Late or not, an answer says that there will be more.
    worked.then(() => {
      wait = ms;
    }, Boolean);
    try {
      return await Promise.race([worked, late]);
    } catch (error) {
      if (performance.now() - began >= afterwardsMs) wait = afterwardsMs;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
};
