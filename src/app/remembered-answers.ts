import { createHash } from 'node:crypto';
import type { Asker, Turn } from '../answer.ts';
import { recently } from '../remembered.ts';

/** About a megabyte of answers. */
const mostKept = 300;

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
  const asked = recently<Turn>(most);
  return {
    ...asker,
    ask(utterance, turns) {
      const turn = asked(keyOf(utterance, turns), () => withoutWords(asker.ask(utterance, turns)));
      return { ...turn, utterance };
    },
  };
};
