/** Numbers from 0 to below 1 that look random and are the same for the same seed (mulberry32). */
export const createChance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const below = (chance: () => number, end: number): number => Math.floor(chance() * end);

export const pick = <One>(chance: () => number, all: readonly [One, ...One[]]): One =>
  all[below(chance, all.length)] ?? all[0];

/** The same in another order. */
export const shuffled = <One>(chance: () => number, all: readonly One[]): One[] =>
  all
    .map((one) => ({ one, order: chance() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one);
