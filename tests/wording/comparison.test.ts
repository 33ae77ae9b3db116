import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/answer.ts';
import { createLibrary, type Library } from '../../src/corpus/library.ts';
import { readArticle } from '../../src/corpus/read.ts';
import { comparison, usualRows } from '../../src/wording/comparison-table.ts';
import { rows } from '../../src/wording/deal.ts';
import { nearbyOf } from '../../src/wording/near.ts';
import { seedLibrary } from '../fixtures/library.ts';
import { makeArticle } from '../fixtures/make-article.ts';

type Table = Extract<Section, { readonly kind: 'table' }>;

const seeds = await seedLibrary();

const compared = (library: Library, ids: readonly string[], chosen: readonly string[] = []) => {
  const deals = ids.flatMap((id) => library.deals.get(id) ?? []);
  const sections = comparison(library, { deals, asked: [], chosen });
  const table = sections.find((section): section is Table => section.kind === 'table')!;
  const row = (head: string) => table.rows.find((one) => one.head === head)!.cells;
  return { sections, table, row };
};

/** Two articles on two deals; `facts` of the second deal, and of a second article on the first. */
const libraryOf = (facts: readonly string[], more: readonly string[] = []): Library => {
  const front = (title: string) => `title: ${title}
publisher: Example News
published: 2019-04-03
kind: news
organisations:
  Example Health: {is: health system}
  Sample Health: {is: health system}
  Acme: {is: vendor}
people:
  Ann Lee: {post: CIO, of: Example Health}
deals:
  example-acme: {client: Example Health, vendor: Acme}
  sample-acme: {client: Sample Health, vendor: Acme}`;
  const first = [
    '## example-acme',
    '- term: The Example Health contract with Acme runs five years. {years: 5, brief: five years}',
    '- scope: Acme runs the service desk of Example Health. {brief: service desk}',
    '- staff moved: Ann Lee expects that about 120 people move to Acme. {people: ~120, hedge: about, by: Ann Lee, as: prediction, brief: about 120 people}',
    '## sample-acme',
    ...facts,
  ].join('\n');
  const texts = [makeArticle({ front: front('One'), body: first })];
  if (more.length > 0)
    texts.push(makeArticle({ front: front('Two'), body: ['## example-acme', ...more].join('\n') }));
  return createLibrary(
    texts.map((text, at) => {
      const { article, problems } = readArticle(`article-${at}.md`, text);
      if (article === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
      return article;
    }),
  );
};

const both = ['example-acme', 'sample-acme'];

describe('a comparison', () => {
  it('has rows in which the deals differ first, and says the same of what is the same, with its own source', () => {
    const { table, row } = compared(
      libraryOf([
        '- term: The Sample Health contract with Acme runs five years. {years: 5, brief: five years}',
        '- scope: Acme runs the data center of Sample Health. {brief: data center}',
      ]),
      both,
      ['term', 'scope', 'staff-moved'],
    );
    expect(table.rows.map(({ head }) => head)).toEqual(['Scope', 'Staff moved', 'Term']);
    expect(row('Term').map(({ state }) => state)).toEqual(['stated', 'same']);
    expect(row('Term')[1]).toMatchObject({ text: 'five years', cites: ['article-0'] });
    expect(row('Term')[1]?.facts).not.toEqual(row('Term')[0]?.facts);
  });

  it('tells in a cell who said it and whether it was a prediction, and gives the figure as a number', () => {
    const { row } = compared(
      libraryOf(['- scope: Acme runs the desk of Sample Health. {brief: desk}']),
      both,
    );
    expect(row('Staff moved').map(({ text, state, value }) => [text, state, value])).toEqual([
      ['about 120 people (Lee, prediction)', 'stated', 120],
      ['not stated', 'not-stated', undefined],
    ]);
  });

  it('shows all reports that conflict', () => {
    const { row } = compared(
      libraryOf(
        ['- scope: Acme runs the desk of Sample Health. {brief: desk}'],
        ['- term: The Example Health contract with Acme runs seven years. {years: 7, brief: seven years}'],
      ),
      both,
    );
    expect(row('Term')[0]).toMatchObject({
      text: 'five years; seven years',
      state: 'conflicting',
      cites: ['article-0', 'article-1'],
    });
    expect(row('Term')[0]).not.toHaveProperty('value');
  });

  it('keeps rows that were chosen although nobody states them, and says of others that nobody does', () => {
    const ids = ['owensboro-optum', 'prohealth-optum'];
    const chosen = compared(seeds, ids, ['term', 'value']);
    expect(chosen.table.rows.map(({ head }) => head)).toEqual(['Term', 'Value']);
    expect(chosen.sections.some(({ kind }) => kind === 'note')).toBe(false);
    const usual = compared(seeds, ids);
    expect(usual.table.rows.map(({ head }) => head)).not.toContain('Term');
    expect(JSON.stringify(usual.sections)).toContain('Not stated for any of them: term, value');
  });

  it('has a source and a state in every cell, for every pair of deals and every attribute', () => {
    const all = [...seeds.deals.keys()];
    for (const one of all)
      for (const other of all.filter((id) => id !== one)) {
        const { table } = compared(seeds, [one, other]);
        for (const { cells } of table.rows)
          for (const cell of cells) {
            expect(cell.cites).not.toEqual([]);
            for (const { text, article } of cell.statements ?? []) {
              expect(seeds.articles.has(article)).toBe(true);
              expect([...seeds.facts.values()].some(({ sentence }) => sentence === text)).toBe(true);
            }
          }
      }
  });

  it('tells of a result that came after the beginning in its own words', () => {
    const library = libraryOf([
      '- announced: Sample Health announced its deal with Acme in 2015. {on: 2015}',
      '- renewed: Sample Health renewed its deal with Acme in 2018. {on: 2018}',
    ]);
    expect(
      compared(library, both)
        .row('Status')
        .map(({ text, state }) => [text, state]),
    ).toEqual([
      ['As of 2019; nothing later', 'not-stated'],
      ['Sample Health renewed its deal with Acme in 2018.', 'stated'],
    ]);
  });

  it('has every row that was chosen, however many deals there are', () => {
    const ids = [...seeds.deals.keys()];
    for (const many of [2, 3, 6])
      for (const chosen of [usualRows, rows.map(({ attribute }) => attribute)]) {
        const heads = rows.filter(({ attribute }) => chosen.includes(attribute)).map(({ head }) => head);
        const { table } = compared(seeds, ids.slice(0, many), chosen);
        expect(table.rows.map(({ head }) => head).toSorted()).toEqual(heads.toSorted());
      }
  });

  it('tells deals of which little is known by where they are', () => {
    const heads = (ids: readonly string[]) => compared(seeds, ids).table.rows.map(({ head }) => head);
    expect(heads(['northern-light-optum', 'prohealth-optum'])).toContain('Based in');
    expect(heads(['kaiser-ibm', 'allina-optum'])).not.toContain('Based in');
  });

  it('has short columns, and full names in its files, where there are many', () => {
    const { table } = compared(seeds, ['kaiser-ibm', 'allina-optum', 'northern-light-optum']);
    expect(table.columns).toEqual(['Attribute', 'Kaiser', 'Allina', 'Northern Light']);
    expect(table.about?.[0]).toBe('Kaiser Permanente–IBM');
  });

  it('shows every usual row, or says why it does not', () => {
    const ids = [...seeds.deals.keys()];
    for (const one of ids)
      for (const other of ids.filter((id) => id !== one)) {
        const { sections, table } = compared(seeds, [one, other, 'kaiser-ibm']);
        const note = sections.flatMap((section) => (section.kind === 'note' ? section.text : [])).join(' ');
        for (const { attribute, head } of rows.filter((row) => usualRows.includes(row.attribute)))
          expect(
            table.rows.some((row) => row.head === head) || note.includes(head.toLowerCase()),
            attribute,
          ).toBe(true);
      }
  });
});

describe('a cell', () => {
  const all = rows.map(({ attribute }) => attribute);
  const cellsOf = (chosen: readonly string[]) =>
    [...seeds.deals.values()].flatMap((deal) => {
      const { table } = compared(seeds, [deal.id], chosen);
      return chosen.map((attribute) => {
        const head = rows.find((row) => row.attribute === attribute)?.head;
        return { deal, attribute, cell: table.rows.find((row) => row.head === head)!.cells[0]! };
      });
    });
  const whole = cellsOf(all);
  const single = all.flatMap((attribute) => cellsOf([attribute]));

  it('says "not stated" only where the library holds nothing of it and nothing near it', () => {
    const silent = [...whole, ...single].filter(({ cell }) => cell.text === 'not stated');
    expect(silent.length).toBeGreaterThan(100);
    const hidden = silent.flatMap(({ deal, attribute }) => {
      const own = seeds.find(deal.id, attribute);
      const near = nearbyOf(attribute).flatMap((id) => seeds.find(deal.id, id).facts);
      return [...own.facts, ...own.cautions, ...near].map(({ id }) => `${deal.id} ${attribute}: ${id}`);
    });
    expect(hidden).toEqual([]);
  });

  it('leaves out no figure that its deal states in brief, and says how much else there is', () => {
    for (const { deal, attribute, cell } of whole.filter(({ cell: { state } }) => state === 'stated')) {
      if (attribute === 'ended' || attribute === 'base') continue;
      const told = seeds.find(deal.id, attribute).facts.filter(({ values }, at) => at === 0 || values.brief);
      const left = told.filter(({ id }) => !cell.facts.includes(id));
      expect(left.filter(({ values }) => values.people ?? values.usd ?? values.years)).toEqual([]);
      expect(cell.text.endsWith(`; ${left.length} more in the source`)).toBe(left.length > 0);
    }
  });

  it('names what is near by its own name, or leads to its row', () => {
    const texts = (from: typeof whole) =>
      from.find(({ deal, attribute }) => deal.id === 'kaiser-ibm' && attribute === 'staff-moved')?.cell;
    expect(texts(single)).toMatchObject({
      text: 'Jobs at the vendor: eligible for IBM jobs, number unspecified',
      state: 'not-stated',
      cites: ['kaiser-ibm-2009'],
    });
    expect(texts(whole)?.text).toBe('see Jobs at the vendor');
  });

  it('leads only to rows of its table that state something', () => {
    for (const { deal, cell } of whole.filter(({ cell: { text } }) => text.startsWith('see '))) {
      const { row } = compared(seeds, [deal.id], all);
      const there = row(cell.text.slice('see '.length))[0]!;
      expect(there.text).not.toMatch(/^(?:not stated|see )/);
    }
  });

  it('with two figures stands beside what its articles leave open of them', () => {
    for (const others of [['allina-optum'], ['allina-optum', 'mission-cerner', 'ssm-optum']]) {
      const { sections } = compared(seeds, ['kaiser-ibm', ...others]);
      const open = sections.flatMap((section) => (section.kind === 'claims' ? section.claims : []));
      expect(open.map(({ text }) => text)).toEqual([
        expect.stringContaining("whether Fasano's 160 are part of them or extra"),
      ]);
    }
  });

  /** Attributes that decide nothing between deals, or that the rows tell by other facts. */
  const apart = [
    'AI',
    'EMR-view',
    'change-management',
    'further-reading',
    'latitude',
    'outlook',
    'patient-billing',
    'prior-relationship',
    'ranking',
    'reader-comment',
    'source',
    'users',
    'vendor-strengths',
  ];

  it('has a row, or a row near it, or a word on why not, for every attribute that a deal has', () => {
    const used = new Set([...seeds.deals.keys()].flatMap(seeds.about).map(({ attribute }) => attribute));
    const reached = new Set([...all, ...all.flatMap(nearbyOf), ...apart]);
    expect([...used].filter((attribute) => !reached.has(attribute))).toEqual([]);
  });
});
