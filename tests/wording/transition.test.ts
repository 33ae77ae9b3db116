import { describe, expect, it } from 'vitest';
import { transitionOf } from '../../src/wording/transition.ts';
import { seedLibrary } from '../fixtures/library.ts';

const library = await seedLibrary();
const { steps, sourceOf, precedentsFor } = transitionOf(library);

describe('the steps of a transition', () => {
  it('stand in their groups, in the words of the guide, and say who taught them', () => {
    expect([...new Set(steps.map(({ group }) => group))]).toEqual([
      '1. Knowledge acquisition',
      '2. Knowledge transfer and training',
      '3. A trusting relationship with internal staff',
      '4. Preserving what works',
      'Protections',
    ]);
    expect(steps.length).toBeGreaterThan(15);
    for (const { fact, text } of steps) {
      expect(library.facts.get(fact)?.sentence).toBe(text);
      expect(sourceOf(fact)).toMatchObject({ article: 'phoenix-transition-2021', published: 'June 8, 2021' });
    }
    expect(sourceOf('nothing/like-it')).toBeUndefined();
  });

  it('leave out what is no deed', () => {
    expect(steps.map(({ fact }) => fact)).not.toContain('phoenix-transition-2021/action-plan-why');
  });
});

describe('the precedents on a matter', () => {
  it('are facts of different deals, at most three, with their articles', () => {
    for (const { text } of steps) {
      const precedents = precedentsFor(text);
      expect(precedents.length).toBeGreaterThan(0);
      expect(precedents.length).toBeLessThanOrEqual(3);
      expect(new Set(precedents.map(({ deal }) => deal)).size).toBe(precedents.length);
      for (const { text: told, citation } of precedents) {
        const facts = [...library.facts.values()].filter(({ sentence }) => sentence === told);
        expect(facts.map(({ article }) => article)).toContain(citation.article);
      }
    }
  });

  it('are about the same matter as what people write themselves, and none where there is no matter', () => {
    const dealsFor = (text: string) => precedentsFor(text).map(({ text: told }) => told);
    expect(dealsFor('Tell the union about the layoffs')[0]).toMatch(/apprehensive/);
    expect(dealsFor('Move the data center to the cloud')[0]).toMatch(/data center/);
    expect(dealsFor('Order a cake')).toEqual([]);
    expect(dealsFor('')).toEqual([]);
  });
});
