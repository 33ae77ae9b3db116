import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/corpus/article.ts';
import { isCaution } from '../src/corpus/fact.ts';
import { createLibrary, type Library } from '../src/corpus/library.ts';
import { readArticle } from '../src/corpus/read.ts';
import { claims } from './fixtures/claims.ts';
import { plainWords, root, runsOf, seedArticles, sharedFile } from './fixtures/library.ts';

const folder = join(root, 'seeds');
const files = readdirSync(folder).filter((name) => /^[a-z0-9].*\.md$/.test(name));
const inventory = sharedFile('library/facts.md');
const sources = [
  '000_5452f899c9f07a2f',
  '001_fe12d7cc99cabef8',
  '002_ad864c8b56f236c5',
  '003_8cc645d9b3be5bfb',
  '004_589c7d3b6e13cd6f',
].map((name) => sharedFile(`articles/${name}.txt`));

let articles: Article[];
let library: Library;

beforeAll(async () => {
  articles = await seedArticles();
  library = createLibrary(articles);
});

describe('each article', () => {
  it.each(files)('%s is valid by itself', (file) => {
    const { article, problems } = readArticle(file, readFileSync(join(folder, file), 'utf8'));
    expect(problems).toEqual([]);
    expect(article?.id).toBe(file.replace('.md', ''));
    expect(article?.bullets.length).toBeGreaterThan(0);
  });
});

describe('the claims of the founding articles', () => {
  it.each(Object.entries(claims))('%s stands in the library', (_, { facts, notStated = [] }) => {
    expect(facts.length + notStated.length).toBeGreaterThan(0);
    expect(facts.filter((id) => !library.facts.has(id))).toEqual([]);
    const states = notStated.map(([subject, attribute]) => [
      subject,
      attribute,
      library.find(subject, attribute).state,
    ]);
    expect(states).toEqual(notStated.map(([subject, attribute]) => [subject, attribute, 'not-stated']));
    for (const [subject] of notStated) expect(library.nameOf(subject)).not.toBe(subject);
  });

  it.skipIf(inventory === undefined)('are all in the table, and no other', () => {
    const listed = [...(inventory ?? '').matchAll(/^- ([A-Z]-\d\d)\b/gm)].map((match) => match[1]);
    expect(Object.keys(claims).sort()).toEqual([...new Set(listed)].sort());
  });

  it('account for every fact that is no caution', () => {
    const told = new Set(Object.values(claims).flatMap(({ facts }) => facts));
    const untold = [...library.facts.values()].filter(
      (fact) => fact.attribute !== 'source' && !isCaution(fact) && !told.has(fact.id),
    );
    // Beyond the inventory: who wrote the articles, and who is named in them.
    expect(untold.map((fact) => fact.id)).toEqual([
      'kaiser-ibm-2009/paul-mcdougall/post/1',
      'mission-cerner-2014/cerner/description/1',
      'mission-cerner-2014/alison-diana/background/1',
      'mission-cerner-2014/alison-diana/background/2',
      'phoenix-transition-2021/phoenix-health/description/1',
      'phoenix-transition-2021/kristy-boldt/post/1',
      'phoenix-transition-2021/black-book-research/description/1',
    ]);
  });
});

/** Speaker, stance, hedge and value of a fact: what must not get lost. */
const told = (id: string): unknown => {
  const { by, as, hedge, people, years, usd, share, on } = library.facts.get(id)?.values ?? {};
  const given = { by, as, hedge, people, years, usd, share, on };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
};
const about = (value: number) => [{ low: value, high: value, mark: 'about' }];
const exactly = (value: number) => [{ low: value, high: value, mark: 'exactly' }];

describe('hedges and speakers', () => {
  it.each([
    ['kaiser-ibm-2009/kaiser-ibm/value/1', { usd: exactly(500e6), hedge: ['reportedly'] }],
    ['kaiser-ibm-2009/kaiser-ibm/term/1', { years: exactly(7), by: ['Kaiser officials'] }],
    [
      'kaiser-ibm-2009/kaiser-ibm/staff-cut/1',
      { people: exactly(860), hedge: ['most'], by: ['Kaiser Permanente'], as: 'plan' },
    ],
    ['kaiser-ibm-2009/kaiser-ibm/staff-cut/2', { people: exactly(160), by: ['Phil Fasano'], as: 'plan' }],
    [
      'kaiser-ibm-2009/kaiser-ibm/announced/1',
      { on: { year: 2009, month: 3, day: 16, inferred: true }, by: ['Kaiser Permanente', 'IBM'] },
    ],
    [
      'allina-optum-2024/allina-optum/staff-moved/1',
      { people: about(2000), hedge: ['roughly'], by: ['Allina Health'], as: 'plan' },
    ],
    [
      'allina-optum-2024/allina-optum/staff-moved/2',
      { people: exactly(2000), share: about(1 / 3), hedge: ['about'] },
    ],
    ['allina-optum-2024/allina-optum/staff-moved/4', { people: exactly(2000), as: 'inference' }],
    [
      'allina-optum-2024/allina-optum/turnover/2',
      { people: exactly(2000), hedge: ['vast majority'], by: ['Dave Ingham'], as: 'prediction' },
    ],
    ['allina-optum-2024/ssm-optum/ended/1', { on: { year: 2024, month: 1, inferred: true } }],
    ['mission-cerner-2014/mission-cerner/prior-relationship/1', { years: about(15), hedge: ['about'] }],
    ['mission-cerner-2014/mission-cerner/term/1', { years: exactly(10) }],
    [
      'mission-cerner-2014/mission-cerner/staff-placed/1',
      { people: exactly(11), by: ['Sulaiman Sulaiman'], as: 'plan' },
    ],
    [
      'bidmc-halamka-2008/bidmc-inhouse/target-cost/1',
      { usd: exactly(25_000), by: ['John Halamka'], as: 'target' },
    ],
    [
      'phoenix-transition-2021/market/dissatisfaction/1',
      { share: about(0.4), hedge: ['approximately'], by: ['unnamed studies'], as: 'survey' },
    ],
  ])('%s keeps them', (id, expected) => {
    expect(told(id)).toEqual(expected);
  });

  it('what Allina pays is withheld, which is another thing than not stated', () => {
    expect(library.find('allina-optum', 'value').state).toBe('withheld');
    expect(library.find('allina-optum', 'term').state).toBe('not-stated');
  });

  it('two figures of two speakers in one article are no conflict', () => {
    expect(library.find('kaiser-ibm', 'staff-cut').state).toBe('stated');
  });
});

describe('the deals', () => {
  it('come out with their parties', () => {
    expect([...library.deals.values()].map(({ id, client, vendors }) => [id, client, vendors])).toEqual([
      ['allina-optum', 'allina-health', ['optum']],
      ['aon-ibm', 'american-occupational-network', ['ibm', 'medtrak-systems', 'the-system-house']],
      ['bidmc-inhouse', 'beth-israel-deaconess-medical-center', []],
      ['hygen-ibm', 'hygen-pharmaceuticals', ['ibm', 'medtrak-systems', 'the-system-house']],
      ['kaiser-ibm', 'kaiser-permanente', ['ibm']],
      ['mission-cerner', 'mission-health', ['cerner']],
      ['northern-light-optum', 'northern-light-health', ['optum']],
      ['owensboro-optum', 'owensboro-health', ['optum']],
      ['prohealth-optum', 'prohealth-care', ['optum']],
      ['ssm-optum', 'ssm-health', ['optum']],
    ]);
  });

  it('only SSM Health has ended its own', () => {
    const ended = [...library.deals.keys()].filter((id) => library.find(id, 'ended').state === 'stated');
    expect(ended).toEqual(['ssm-optum']);
  });
});

describe('the guide', () => {
  const grouped = (attribute: string): string[] =>
    library
      .about('transition')
      .filter((fact) => fact.attribute === attribute && fact.values.as !== 'caution')
      .map((fact) => `${fact.values.group}: ${fact.id.split('/').at(-1)}`);

  it('has four elements with their steps', () => {
    expect(grouped('step')).toEqual([
      ...['assess', 'interviews', 'capture', 'methodology'].map((id) => `1. Knowledge acquisition: ${id}`),
      ...['share-knowledge', 'no-cookie-cutter', 'train', 'training-time', 'in-sync'].map(
        (id) => `2. Knowledge transfer and training: ${id}`,
      ),
      ...['reactions', 'hidden-information', 'credibility', 'open-door', 'fans'].map(
        (id) => `3. A trusting relationship with internal staff: ${id}`,
      ),
      '4. Preserving what works: worries',
    ]);
  });

  it('has the action plan, transparency, service levels and change control as protections', () => {
    expect(grouped('protection')).toEqual(
      ['action-plan', 'action-plan-why', 'transparency', 'sla', 'change-control', 'change-training'].map(
        (id) => `Protections: ${id}`,
      ),
    );
  });

  it('is said to be promotional, and is cited as that', () => {
    expect(library.articles.get('phoenix-transition-2021')?.promotional).toMatch(/sells IT outsourcing/);
  });

  it('keeps the sources of the survey figures apart', () => {
    const speakers = ['survey', 'dissatisfaction', 'plans', 'switching'].map(
      (attribute) =>
        library.find('market', attribute).facts.find((fact) => fact.article === 'phoenix-transition-2021')
          ?.values.by,
    );
    expect(speakers).toEqual([
      ['Black Book Research'],
      ['unnamed studies'],
      ['unnamed studies'],
      ['Phoenix Health'],
    ]);
  });
});

describe('the words are our own', () => {
  const size = 8;

  it.skipIf(sources.includes(undefined))('no run of eight words of a source stands in seeds/', () => {
    const theirs = new Set(sources.flatMap((source) => runsOf(plainWords(source ?? ''), size)));
    const names = articles.map(({ title }) => title);
    const ours = files.flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        // A title is a name; it stands once, as the title.
        .filter((line) => !names.some((name) => line === `title: ${name}`))
        .flatMap((line) => runsOf(plainWords(line), size).map((run) => `${file}: ${run}`)),
    );
    expect(ours.filter((line) => theirs.has(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
  });

  it('every sentence fits into the first line of an answer', () => {
    const lengths = articles.flatMap(({ bullets }) => bullets.map(({ sentence }) => [...sentence].length));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
  });
});
