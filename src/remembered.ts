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
