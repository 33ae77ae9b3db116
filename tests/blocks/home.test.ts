import type { HomeView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/answer.ts';
import { createAsker } from '../../src/ask.ts';
import { checkView } from '../../src/blocks/checker.ts';
import { type HomeParts, homeView, plainHomeView } from '../../src/blocks/home.ts';
import { encodePlace, front, type HomePlace, readPlace, turnedTo } from '../../src/blocks/home-place.ts';
import { pageOf } from '../../src/blocks/paging.ts';
import { isRecord, places } from '../../src/blocks/problem.ts';
import { createLibrary } from '../../src/corpus/library.ts';
import { loadCatalog } from '../../src/nlu/catalog.ts';
import { decodeReading, toReading } from '../../src/reading.ts';
import { root, seedArticles } from '../fixtures/library.ts';
import { manyArticles } from '../fixtures/many-articles.ts';

const intents = await loadCatalog(`${root}/intents`);
const founding: Asker = createAsker(createLibrary(await seedArticles()), intents);
const many: Asker = createAsker(createLibrary(manyArticles(130)), intents);
const partsOf = (asker: Asker): HomeParts => ({ holdings: asker.holdings(), recent: [] });

interface Pressable {
  readonly action_id: string;
  readonly label: string;
  readonly value: string;
}

const buttonsOf = (view: HomeView): Pressable[] =>
  [...places(view)].flatMap(({ value }) =>
    isRecord(value) && value.type === 'button' && isRecord(value.text)
      ? [{ action_id: String(value.action_id), label: String(value.text.text), value: String(value.value) }]
      : [],
  );

const labelled = (view: HomeView, label: string): Pressable => {
  const found = buttonsOf(view).find((one) => one.label === label);
  if (found === undefined)
    throw new Error(`no button "${label}" among ${buttonsOf(view).map((one) => one.label)}`);
  return found;
};

const textOf = (view: HomeView): string => JSON.stringify(view);

describe('the front of Home', () => {
  it('offers to search, to compare, to find, to ask, to browse, and tells what is held and what is kept', () => {
    const view = homeView(partsOf(founding));
    expect(checkView(view)).toEqual([]);
    expect(buttonsOf(view).map(({ action_id, label }) => [action_id, label])).toEqual([
      ['find:open', 'Find precedents…'],
      ['compare:open', 'Compare deals…'],
      ['home:ask:help', 'What you can ask'],
      ['home:ask:try0', 'compare Allina Health and Mission Health'],
      ['home:ask:try1', 'Optum'],
      ['home:ask:try2', 'transition checklist'],
      ['home:ask:try3', 'Allina Health'],
      ['home:go:vendor0', 'Optum (5)'],
      ['home:go:vendor1', 'IBM (3)'],
      ['home:go:vendor2', 'MedTrak Systems (2)'],
      ['home:go:vendor3', 'The System House (2)'],
      ['home:ask:vendor4', 'Cerner (1)'],
      ['home:ask:client0', 'Allina Health (1)'],
      expect.anything(),
      expect.anything(),
      expect.anything(),
      expect.anything(),
      ['home:go:all-client', expect.stringMatching(/^All \d+ clients…$/)],
      ['home:go:outcome0', 'No later result in the library (8)'],
      ['home:ask:outcome1', 'Ended (1)'],
      ['home:ask:outcome2', 'Kept in-house from the start (1)'],
    ]);
    const { scope, limits } = founding.holdings();
    for (const said of [scope, limits, 'forget me', '"dispatch_action":true'])
      expect(textOf(view)).toContain(said);
  });

  it('shows recent questions once each, five at most, each to ask again', () => {
    const reading = toReading({ intent: 'vendor-profile', subjects: ['optum'] });
    const recent = ['a', 'b', 'a', 'c', 'd', 'e', 'f'].map((label) => ({
      label,
      reading,
      at: 1_795_000_000_000,
    }));
    const view = homeView({ ...partsOf(founding), recent });
    expect(checkView(view)).toEqual([]);
    const again = buttonsOf(view).filter(({ label }) => label === 'Ask again');
    expect(again).toHaveLength(5);
    expect(textOf(view)).toContain(
      'Asked <!date^1795000000^{date_short_pretty} at {time}|Nov 18, 2026, 11:06 UTC>',
    );
    expect(again.map(({ value }) => decodeReading(value))).toEqual(Array.from({ length: 5 }, () => reading));
  });

  it('can be shown without anything of the library', () => {
    expect(checkView(plainHomeView)).toEqual([]);
    expect(textOf(plainHomeView)).toContain('forget me');
  });

  it('leads to no shelf and no question where the library holds none', () => {
    const empty = {
      scope: 'The library holds no article yet.',
      limits: 'Nothing.',
      shelves: { vendor: [], client: [], outcome: [] },
      deals: new Map(),
      openings: [],
    };
    const view = homeView({ holdings: empty, recent: [] });
    expect(checkView(view)).toEqual([]);
    expect(buttonsOf(view).map(({ label }) => label)).toEqual([
      'Find precedents…',
      'Compare deals…',
      'What you can ask',
    ]);
  });
});

/** Follows a button to where it leads. */
const follow = (parts: HomeParts, from: HomeView, label: string): HomeView =>
  homeView(parts, readPlace(labelled(from, label).value));

describe('browsing', () => {
  it('leads from the front to a vendor, to its deals, and back', () => {
    const parts = partsOf(founding);
    const optum = follow(parts, homeView(parts), 'Optum (5)');
    expect(checkView(optum)).toEqual([]);
    expect(buttonsOf(optum).map(({ label }) => label)).toEqual([
      'Back to Home',
      'All vendors',
      'Profile of Optum',
      ...Array.from({ length: 5 }, () => 'Open'),
    ]);
    expect(textOf(optum)).toContain("*Allina Health with Optum*\\nBecker's, 2024 (inferred)");
    const vendors = follow(parts, optum, 'All vendors');
    expect(textOf(vendors)).toContain('Vendors: 5 in all');
    expect(follow(parts, vendors, 'Back to Home')).toEqual(homeView(parts));
  });

  it('opens every deal of a library, whichever kind of shelf it is looked for on', () => {
    const parts = partsOf(many);
    for (const kind of ['vendor', 'client', 'outcome'] as const) {
      const opened = new Set<string>();
      const walk = (view: HomeView): void => {
        expect(checkView(view)).toEqual([]);
        for (const { action_id, value } of buttonsOf(view)) {
          const [subject] = action_id.startsWith('home:ask:row')
            ? (decodeReading(value)?.subjects ?? [])
            : [];
          if (subject !== undefined) opened.add(subject);
          const place = action_id.startsWith('home:go:row') ? readPlace(value) : undefined;
          if (place !== undefined) walk(homeView(parts, place));
        }
        const next = buttonsOf(view).find(({ label }) => label === 'Next page');
        if (next !== undefined) walk(homeView(parts, readPlace(next.value)));
      };
      walk(homeView(parts, { at: 'shelves', kind, page: 0 }));
      const wanted = [...parts.holdings.deals.keys()].filter(
        (id) => kind !== 'vendor' || parts.holdings.shelves.vendor.some(({ deals }) => deals.includes(id)),
      );
      expect([...opened].sort()).toEqual(wanted.sort());
    }
  });

  it('shows the last page where there are fewer, and all shelves where one is gone', () => {
    const parts = partsOf(many);
    expect(textOf(homeView(parts, { at: 'shelves', kind: 'client', page: 90_000 }))).toContain('Page 7 of 7');
    expect(homeView(parts, { at: 'shelf', kind: 'vendor', id: 'gone', page: 0 })).toEqual(
      homeView(parts, { at: 'shelves', kind: 'vendor', page: 0 }),
    );
  });
});

describe('a page', () => {
  it('grows with the list, so that a select holds every page of 8,000 entries', () => {
    const pages = [0, 1, 20, 21, 2_000, 8_000].map((count) => pageOf(Array.from({ length: count }), 0));
    expect(pages.map(({ size, pages: many }) => [size, many])).toEqual([
      [20, 1],
      [20, 1],
      [20, 1],
      [20, 2],
      [20, 100],
      [80, 100],
    ]);
  });

  it('is offered evenly among a hundred where there are more', () => {
    const deals = Array.from({ length: 30_000 }, (_, at) => ({
      id: `o${at}`,
      label: `Client ${at}`,
      deals: ['a'],
    }));
    const { holdings } = partsOf(founding);
    const huge = { ...holdings, shelves: { ...holdings.shelves, client: deals } };
    const view = homeView({ holdings: huge, recent: [] }, { at: 'shelves', kind: 'client', page: 0 });
    expect(checkView(view)).toEqual([]);
    const values = [...textOf(view).matchAll(/"value":"(\d+)"/g)].map(([, value]) => Number(value));
    expect(values).toHaveLength(101);
    expect(Math.max(...values)).toBe(374);
  });
});

describe('a place of Home', () => {
  it('is read as the front where it was tampered with', () => {
    for (const text of ['', '{', '{"at":"shelf","kind":"vendor"}', '{"at":"shelves","kind":"staff"}', '[]'])
      expect(readPlace(text)).toEqual(front);
  });

  it('comes back as it was, turned to another page only where there is such a page', () => {
    const place: HomePlace = { at: 'shelf', kind: 'vendor', id: '<optum>', page: 2 };
    expect(readPlace(encodePlace(place))).toEqual(place);
    expect(encodePlace(place)).not.toContain('<');
    expect(turnedTo(place, 7)).toEqual({ ...place, page: 7 });
    for (const page of [Number.NaN, -1, 1.5]) expect(turnedTo(place, page)).toEqual(place);
    expect(turnedTo(front, 7)).toEqual(front);
  });
});
