import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPassages } from '../../../src/corpus/search/passages.ts';
import { passageSettings } from '../../../src/corpus/search/settings.ts';
import { samplePassages } from './sample-passages.ts';

const passages = buildPassages(samplePassages);
const idsFor = (question: string, limit?: number): string[] =>
  passages.search(question, limit === undefined ? {} : { limit }).map(({ id }) => id);

describe('the search of passages', () => {
  it('finds a passage by a word in another form', () => {
    expect(idsFor('who complains about waiting?')).toEqual(['desk', 'waits']);
    expect(idsFor('layoff')).toEqual(['union']);
  });

  it('asks nothing of small words', () => {
    expect(idsFor('what was it that they were to be?')).toEqual([]);
    expect(idsFor('')).toEqual([]);
    expect(idsFor('—?!')).toEqual([]);
  });

  it('reads accents, capitals and apostrophes as typed either way', () => {
    expect(idsFor('CAFE')).toEqual(['records']);
    expect(idsFor("the Café's till")).toEqual(['records']);
  });

  it('puts a passage first in which the words stand together', () => {
    const apart = buildPassages(samplePassages, {
      ...passageSettings,
      nearness: { ...passageSettings.nearness, weight: 0 },
    });
    const gap = (found: ReturnType<typeof passages.search>): number =>
      (found.find(({ id }) => id === 'desk')?.score ?? 0) -
      (found.find(({ id }) => id === 'waits')?.score ?? 0);
    expect(gap(passages.search('service desk'))).toBeGreaterThan(gap(apart.search('service desk')));
    expect(idsFor('service desk')).toEqual(['desk', 'waits']);
  });

  it('takes a likely word for one that no passage has, and only then', () => {
    expect(idsFor('moratoreum')).toEqual(['union']);
    expect(idsFor('morat')).toEqual(['union']);
    expect(idsFor('xylophone')).toEqual([]);
    expect(idsFor('billing')).toEqual(['billing']);
  });

  it('gives as many as are wanted and no more', () => {
    expect(idsFor('contract contractor hospital nurses', 2)).toHaveLength(2);
    expect(idsFor('contract contractor hospital nurses', 0)).toEqual([]);
    expect(idsFor('contractor', 500)).toEqual(['records', 'billing']);
  });

  it('answers the same whatever the order of the passages', () => {
    const turned = buildPassages([...samplePassages].reverse());
    for (const question of ['contractor', 'service desk nurses', 'years of the contract'])
      expect(turned.search(question)).toEqual(passages.search(question));
  });

  it('gives scores above 0, the best first, for any question', () => {
    fc.assert(
      fc.property(fc.string(), (question) => {
        const scores = passages.search(question).map(({ score }) => score);
        expect(scores.every((score) => score > 0 && Number.isFinite(score))).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });

  it('holds nothing where there is nothing', () => {
    expect(buildPassages([]).search('contract')).toEqual([]);
    expect(buildPassages([{ id: 'empty', title: '', text: '' }]).search('contract')).toEqual([]);
  });

  it('refuses two passages of one id', () => {
    const [one] = samplePassages;
    expect(() => buildPassages([one!, one!])).toThrow('Two passages have the id billing. Give each its own.');
  });
});
