import { createHash } from 'node:crypto';
import type { Asker, Turn } from '../answer.ts';

/** About a megabyte of answers. */
const mostKept = 300;

/** What was computed lately, by key; the one used longest ago makes room. */
const createRecent = <Value>(most: number) => {
  const values = new Map<string, Value>();
  return (key: string, compute: () => Value): Value => {
    const value = values.get(key) ?? compute();
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > most && oldest !== undefined) values.delete(oldest);
    return value;
  };
};

/** A question and what was said before it: recognised, and not to be read back. */
const keyOf = (utterance: string, turns: readonly Turn[]): string => {
  const before = turns.map((turn) => [turn.utterance ?? null, turn.reading]);
  return createHash('sha256')
    .update(JSON.stringify([utterance, before]))
    .digest('base64url');
};

const withoutWords = ({ reading, answer }: Turn): Turn => ({ reading, answer });

/**
 * The same heart, which works out once what is asked often. An answer depends on the question, on what was said before
 * it and on the library, which does not change while the process runs. Keeps readings and answers, and no word that anybody
 * typed.
 */
export const rememberAnswers = (asker: Asker, most = mostKept): Asker => {
  const asked = createRecent<Turn>(most);
  return {
    ...asker,
    ask(utterance, turns) {
      const turn = asked(keyOf(utterance, turns), () => withoutWords(asker.ask(utterance, turns)));
      return { ...turn, utterance };
    },
  };
};
