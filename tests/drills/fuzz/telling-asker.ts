import type { Asker } from '../../../src/answer.ts';

/**
 * The heart, made to repeat in every answer what it was asked and what was asked before it: what one person typed would
 * show where it reached another.
 */
export const tellingAsker = (asker: Asker): Asker => ({
  ...asker,
  ask(utterance, turns) {
    const turn = asker.ask(utterance, turns);
    const said = [...turns.map((one) => one.utterance ?? ''), utterance].join(' / ').slice(0, 600);
    return {
      ...turn,
      answer: { ...turn.answer, sections: [...turn.answer.sections, { kind: 'note', text: said }] },
    };
  },
});
