import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { createLibrary } from '../../src/corpus/library.ts';
import { idOf } from '../../src/corpus/merge.ts';
import { readArticle } from '../../src/corpus/read.ts';
import { latestEventOf } from '../../src/corpus/state.ts';
import { StartError } from '../../src/errors.ts';
import { makeArticle } from '../fixtures/make-article.ts';

const read = (id: string, text = makeArticle()): Article => {
  const { article, problems } = readArticle(`seeds/${id}.md`, text);
  if (!article || problems.length > 0) throw new StartError(problems);
  return article;
};

const front = (names: string): string =>
  `title: Another view\npublisher: Other News\npublished: 2020\nkind: news\n${names}`;

const refusal = (...articles: readonly Article[]): unknown => {
  try {
    createLibrary(articles);
  } catch (error) {
    return error instanceof StartError ? error.problems : error;
  }
  return 'no refusal';
};

describe('names', () => {
  it('become ids', () => {
    expect(['St. Louis', "Becker's", 'Müller & Söhne', 'E-Health'].map(idOf)).toEqual([
      'st-louis',
      'beckers',
      'muller-sohne',
      'e-health',
    ]);
  });

  it('of one organisation merge over articles', () => {
    const other = read(
      'b',
      makeArticle({
        front: front('organisations:\n  Acme: {aka: [Acme Corp], in: "Reno, Nevada"}'),
        body: '## Acme\n- base: Acme is based in Reno, Nevada.',
      }),
    );
    expect(createLibrary([read('a'), other]).organisations.get('acme')).toEqual({
      id: 'acme',
      name: 'Acme',
      aliases: ['Acme Corp'],
      described: [],
      is: 'vendor',
      place: 'Reno, Nevada',
      parent: undefined,
    });
  });

  it('that two claim stop the start, with both files', () => {
    const other = read(
      'b',
      makeArticle({ front: front('organisations:\n  Eastern Health: {aka: [eh]}'), body: '' }),
    );
    expect(refusal(read('a'), other)).toEqual([
      {
        file: 'seeds/b.md',
        line: 7,
        field: 'organisations.Eastern Health',
        message: '"eh" is claimed by Example Health in seeds/a.md too.',
        remedy: 'Use the name Example Health if the same is meant, or give the alias to one of them.',
      },
    ]);
  });

  it('of a person and an organisation are one space', () => {
    const other = read('b', makeArticle({ front: front('people:\n  Acme: {post: clown}'), body: '' }));
    expect(refusal(read('a'), other)).toMatchObject([{ file: 'seeds/b.md', line: 7, field: 'people.Acme' }]);
  });

  it('that nobody has are refused where they are used', () => {
    const other = read(
      'b',
      makeArticle({
        front: front(
          'organisations:\n  Acme: {part of: Acme Holding}\npeople:\n  Bo Ray: {of: Nobody}\ndeals:\n  example-bolt: {client: Example Health, vendor: Bolt}',
        ),
        body: '## Nowhere Clinic\n- staff moved: People move. {moves: Acme -> Bolt}',
      }),
    );
    expect(refusal(read('a'), other)).toMatchObject([
      { file: 'seeds/b.md', line: 7, field: 'organisations.Acme' },
      { file: 'seeds/b.md', line: 9, field: 'people.Bo Ray' },
      { file: 'seeds/b.md', line: 14, field: 'moves' },
      { file: 'seeds/b.md', line: 11, field: 'deals.example-bolt' },
      { file: 'seeds/b.md', line: 14, field: 'heading' },
    ]);
  });

  it('of deals stand for one pair of parties', () => {
    const other = read(
      'b',
      makeArticle({
        front: front(
          'organisations:\n  Bolt: {}\ndeals:\n  example-acme: {client: Example Health, vendor: Bolt}',
        ),
        body: '',
      }),
    );
    expect(refusal(read('a'), other)).toEqual([
      {
        file: 'seeds/b.md',
        line: 9,
        field: 'deals.example-acme',
        message: 'Another article gives this deal other parties.',
        remedy: 'Give one of the two deals another id.',
      },
    ]);
  });

  it('of facts are given once', () => {
    const body =
      '## transition\n- step: Plan. {id: plan, group: One}\n- step: Plan again. {id: plan, group: One}';
    expect(refusal(read('a', makeArticle({ body })))).toEqual([
      {
        file: 'seeds/a.md',
        line: 16,
        field: 'id',
        message: 'Another fact of this article has the id "plan".',
        remedy: 'Give each its own.',
      },
    ]);
  });
});

const second = (body: string): Article =>
  read(
    'b',
    makeArticle({
      front: front(
        'organisations:\n  Example Health: {}\n  Acme: {}\ndeals:\n  example-acme: {client: Example Health, vendor: Acme}',
      ),
      body: `## example-acme\n${body}`,
    }),
  );

describe('what is known', () => {
  it('is stated, withheld or not stated', () => {
    const library = createLibrary([read('a')]);
    const states = ['term', 'value', 'why'].map((attribute) => library.find('example-acme', attribute).state);
    expect(states).toEqual(['stated', 'withheld', 'not-stated']);
  });

  it('is conflicting where two articles give other figures for the same', () => {
    const library = createLibrary([
      read('a'),
      second('- term: The Example Health–Acme contract runs seven years. {years: 7}'),
    ]);
    const finding = library.find('example-acme', 'term');
    expect([finding.state, finding.facts.map(({ article }) => article)]).toEqual(['conflicting', ['a', 'b']]);
  });

  it('is stated where two articles give the same', () => {
    const library = createLibrary([
      read('a'),
      second('- term: Acme has a five-year contract with Example Health. {years: 5}'),
    ]);
    expect(library.find('example-acme', 'term').state).toBe('stated');
  });

  it('of an organisation includes its deals', () => {
    const library = createLibrary([read('a')]);
    expect(library.find('acme', 'term').facts.map(({ id }) => id)).toEqual(['a/example-acme/term/1']);
    expect(library.dealsOf('ann-lee').map(({ id }) => id)).toEqual(['example-acme']);
  });

  it('of a deal is its latest event', () => {
    const library = createLibrary([
      read('a'),
      second('- ended: Example Health ended the Acme deal in 2021. {on: 2021}'),
    ]);
    expect(latestEventOf(library, 'example-acme')?.attribute).toBe('ended');
  });

  it('does not depend on the order of the files', () => {
    const other = second('- term: The Example Health–Acme contract runs seven years. {years: 7}');
    const seen = [createLibrary([read('a'), other]), createLibrary([other, read('a')])].map(
      ({ facts, deals, organisations, people }) =>
        JSON.stringify([[...facts], [...deals], [...organisations], [...people]]),
    );
    expect(seen[0]).toBe(seen[1]);
  });
});

describe('where', () => {
  const library = createLibrary([
    read('a'),
    second('- ended: Example Health ended the Acme deal in 2021. {on: 2021}'),
  ]);
  const ids = (filter: Parameters<typeof library.where>[0]): string[] =>
    library.where(filter).map(({ deal, fact }) => `${deal.id} by ${fact.attribute}`);

  it.each<[string, Parameters<typeof library.where>[0], string[]]>([
    ['everything', {}, ['example-acme by ended']],
    ['a year of its life', { years: { from: 2019, to: 2019 } }, ['example-acme by announced']],
    ['a year beside it', { years: { from: 2020, to: 2020 } }, []],
    ['a state', { places: ['ohio'] }, ['example-acme by ended']],
    ['another state', { places: ['maine'] }, []],
    ['what is stated', { attributes: ['term'] }, ['example-acme by term']],
    ['what is not stated', { attributes: ['why'] }, []],
    ['a party', { parties: ['acme'] }, ['example-acme by ended']],
    ['a party left out', { without: ['acme'] }, []],
  ])('filters by %s', (_, filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });
});
