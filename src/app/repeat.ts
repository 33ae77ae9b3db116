/** Work that is done again and again, one at a time. */
export interface Repeated {
  /** Does it at once and from then on. */
  start(): void;
  /** Does it now, after the turn under way if there is one. Never rejects. */
  now(): Promise<void>;
  /** Begins no further turn. */
  stop(): void;
}

/** Does `work` every so many milliseconds; 0 leaves it to `now`. A turn that takes longer is not overtaken. */
export const repeat = (
  everyMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): Repeated => {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    turn = work()
      .catch(onError)
      .finally(() => {
        turn = undefined;
      });
    return turn;
  };
  return {
    start() {
      if (everyMs === 0) return;
      void begin();
      timer = setInterval(() => {
        if (turn === undefined) void begin();
      }, everyMs).unref();
    },
    async now() {
      await turn;
      await begin();
    },
    stop: () => clearInterval(timer),
  };
};
