/**
 * The same function of a word, which works out each word once. People use few words, so the memory stays small; a flood
 * of made-up ones, more than `most`, empties it.
 */
export const remembered = <Result>(
  most: number,
  workOut: (word: string) => Result,
): ((word: string) => Result) => {
  const known = new Map<string, Result>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const result = workOut(word);
    known.set(word, result);
    return result;
  };
};

/** The same function of an object that does not change, which works out each object once and lets go of it with the object. */
export const rememberedOf = <Key extends object, Result>(
  workOut: (key: Key) => Result,
): ((key: Key) => Result) => {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.result;
    const result = workOut(key);
    known.set(key, { result });
    return result;
  };
};

/**
 * What was worked out lately, by a key that says all it depends on; of more than `most` the one asked for longest ago
 * makes room. What fails is not remembered.
 */
export const recently = <Result>(most: number): ((key: string, workOut: () => Result) => Result) => {
  const known = new Map<string, Result>();
  return (key, workOut) => {
    const result = known.get(key) ?? workOut();
    known.delete(key);
    known.set(key, result);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return result;
  };
};
