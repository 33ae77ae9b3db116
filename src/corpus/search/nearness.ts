import { byScore, type Scored } from './best.ts';
import type { Question } from './question.ts';
import type { PassageSettings } from './settings.ts';
import { gain, type Statistics } from './statistics.ts';
import type { TokenStore } from './token-store.ts';

/** How often two words stand side by side in a passage, in either order. */
const besides = ({ tokens, starts }: TokenStore, place: number, left: number, right: number): number => {
  const end = (starts[place + 1] ?? 0) - 1;
  let count = 0;
  for (let at = starts[place] ?? 0; at < end; at += 1) {
    const word = tokens[at];
    if (word === left ? tokens[at + 1] === right : word === right && tokens[at + 1] === left) count += 1;
  }
  return count;
};

/** Lifts passages in which words of the question stand together as they do in it. */
export const createNearness =
  (store: TokenStore, known: Statistics, settings: PassageSettings) =>
  (pool: readonly Scored[], { pairs }: Question): readonly Scored[] => {
    const { passages, weight } = settings.nearness;
    if (weight === 0 || pairs.length === 0) return pool;
    const lift = (place: number): number =>
      pairs.reduce((sum, [left, right]) => {
        const count = besides(store, place, left, right);
        if (count === 0) return sum;
        const worth = ((known.rarity[left] ?? 0) + (known.rarity[right] ?? 0)) / 2;
        return sum + worth * gain(count, known.lengths[place] ?? 0, known.meanLength, settings);
      }, 0);
    return pool
      .map(({ place, score }, at) => ({ place, score: at < passages ? score + weight * lift(place) : score }))
      .sort(byScore);
  };
