/** Keeps the `most` best of what it is offered: a heap with the worst kept at its root. */
export interface Best {
  offer(place: number, score: number): void;
  /** What a score must exceed to be kept: -Infinity until so many are held. */
  bar(): number;
  /** What is kept, best first; ties in order of place. */
  list(): Scored[];
}

export interface Scored {
  readonly place: number;
  readonly score: number;
}

/** Best first; ties in order of place. */
export const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.place - b.place;

export const keepBest = (most: number): Best => {
  const heap: Scored[] = [];
  const worse = (a: Scored | undefined, b: Scored | undefined): boolean => !!a && !!b && byScore(a, b) > 0;
  const swap = (a: number, b: number): void => {
    const one = heap[a];
    const other = heap[b];
    if (!one || !other) return;
    heap[a] = other;
    heap[b] = one;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!worse(heap[at], heap[parent])) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = worse(heap[left + 1], heap[left]) ? left + 1 : left;
      if (!worse(heap[child], heap[at])) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    offer: (place, score) => {
      if (heap.length < most) {
        heap.push({ place, score });
        rise(heap.length - 1);
        return;
      }
      const worst = heap[0];
      if (!worst || score < worst.score || (score === worst.score && place > worst.place)) return;
      heap[0] = { place, score };
      sink();
    },
    bar: () => (heap.length < most ? Number.NEGATIVE_INFINITY : (heap[0]?.score ?? Number.POSITIVE_INFINITY)),
    list: () => [...heap].sort(byScore),
  };
};
