import { type Analysis, analyse } from './analysis.ts';

/** A passage to be found. */
export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Every passage as numbers of words, in order: how often and where a word stands in it is read off by one pass. */
export interface TokenStore {
  /** The word of a number; 0 is no word. */
  readonly words: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** The words of all passages, one passage after the other, the title's before the text's. */
  readonly tokens: Uint32Array;
  /** Where a passage begins in `tokens`; one more entry at the end. */
  readonly starts: Uint32Array;
  /** Where the text of a passage begins in `tokens`. */
  readonly texts: Uint32Array;
}

const doubled = (tokens: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(tokens.length * 2);
  larger.set(tokens);
  return larger;
};

/** Numbers the words of passages. A passage's place is its place in the list. */
export const storeTokens = (passages: readonly Passage[], analysis: Analysis): TokenStore => {
  const words = [''];
  const numberOf = new Map<string, number>();
  const starts = new Uint32Array(passages.length + 1);
  const texts = new Uint32Array(passages.length);
  let tokens: Uint32Array = new Uint32Array(1024);
  let end = 0;
  const append = (text: string): void => {
    for (const word of analyse(text, analysis)) {
      let number = numberOf.get(word);
      if (number === undefined) {
        number = words.push(word) - 1;
        numberOf.set(word, number);
      }
      if (end === tokens.length) tokens = doubled(tokens);
      tokens[end] = number;
      end += 1;
    }
  };
  for (const [place, passage] of passages.entries()) {
    starts[place] = end;
    append(passage.title);
    texts[place] = end;
    append(passage.text);
  }
  starts[passages.length] = end;
  return { words, numberOf, tokens: tokens.slice(0, end), starts, texts };
};

/** The different words of a passage, each once. */
export const distinctWords = (store: TokenStore, place: number): string[] => {
  const numbers = new Set(store.tokens.subarray(store.starts[place], store.starts[place + 1]));
  return [...numbers].map((number) => store.words[number] ?? '');
};
