import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { rememberAnswers } from '../../src/app/remembered-answers.ts';
import { makeAsker } from '../fixtures/make-asker.ts';

const counted = (most?: number): { readonly asker: Asker; readonly count: () => number } => {
  let worked = 0;
  const inner = makeAsker();
  const asker = rememberAnswers(
    makeAsker({
      ask(utterance, turns) {
        worked += 1;
        return inner.ask(utterance, turns);
      },
    }),
    most,
  );
  return { asker, count: () => worked };
};

describe('a heart that remembers its answers', () => {
  it('says the same as before and works it out once', () => {
    const { asker, count } = counted();
    expect(asker.ask('Optum', [])).toEqual(makeAsker().ask('Optum', []));
    expect(asker.ask('Optum', [])).toEqual(makeAsker().ask('Optum', []));
    expect(count()).toBe(1);
  });

  it('works out a follow-up for each conversation', () => {
    const { asker, count } = counted();
    const first = asker.ask('Optum', []);
    expect(asker.ask('term?', [first]).answer.lead[0]?.text).toBe('You asked term? after fact Optum.');
    expect(asker.ask('term?', [{ ...first }]).answer.lead[0]?.text).toBe('You asked term? after fact Optum.');
    expect(asker.ask('term?', []).answer.lead[0]?.text).toBe('You asked term?.');
    expect(count()).toBe(3);
  });

  it('lets go of what was asked longest ago', () => {
    const { asker, count } = counted(2);
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) asker.ask(question, []);
    expect(count()).toBe(4);
  });

  it('does not remember that it failed', () => {
    const { asker } = counted();
    expect(() => asker.ask('break', [])).toThrow('the heart broke');
    expect(() => asker.ask('break', [])).toThrow('the heart broke');
  });
});
