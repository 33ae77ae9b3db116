import { byScore, keepBest, type Scored } from './best.ts';
import type { Question } from './question.ts';
import type { Scorer } from './scorer.ts';
import type { PassageSettings } from './settings.ts';
import { gain, type Statistics } from './statistics.ts';

/**
 * Asks again within the pool with the telling words of the best passages, after Rocchio. The better the best passage
 * covers the question, the less the added words weigh: who has found what they named needs no widening.
 */
export const createFeedback = (known: Statistics, settings: PassageSettings, scorer: Scorer) => {
  const { passages, words: most, weight, sharpness, relief } = settings.feedback;
  const { starts, words, counts } = known.counts;
  /** Calls `see` with each word of a passage that others have too, and what it gives there. */
  const tell = (place: number, see: (word: number, worth: number) => void): void => {
    const length = known.lengths[place] ?? 0;
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
      const word = words[at] ?? 0;
      const worth = gain(counts[at] ?? 0, length, known.meanLength, settings) * (known.rarity[word] ?? 0);
      if ((known.spread[word] ?? 0) > 1) see(word, worth);
    }
  };
  const telling = (models: readonly Scored[], best: number): readonly Scored[] => {
    const totals = new Map<number, number>();
    for (const { place, score } of models) {
      const share = (score / best) ** sharpness;
      tell(place, (word, worth) => totals.set(word, (totals.get(word) ?? 0) + share * worth));
    }
    const kept = keepBest(most);
    for (const [word, total] of totals) kept.offer(word, total);
    return kept.list();
  };
  const uncovered = (best: number, question: Question): number => {
    let whole = 0;
    for (const [word, asked] of question.weights)
      whole += asked * (known.rarity[word] ?? 0) * (settings.saturation + 1);
    return Math.max(0, 1 - (relief * best) / whole);
  };
  return (pool: readonly Scored[], question: Question): readonly Scored[] => {
    const best = pool[0]?.score ?? 0;
    if (weight === 0 || best <= 0) return pool;
    const share = weight * uncovered(best, question);
    const added = telling(pool.slice(0, passages), best);
    const whole = added.reduce((sum, { score }) => sum + score, 0);
    if (share === 0 || whole === 0) return pool;
    const asked = [...question.weights.values()].reduce((sum, part) => sum + part, 0);
    const score = scorer(new Map(added.map((word) => [word.place, (share * asked * word.score) / whole])));
    return pool
      .map((entry) => ({ place: entry.place, score: (1 - share) * entry.score + score(entry.place) }))
      .sort(byScore);
  };
};
