import type { Comparing, DealChoice, DealGroup } from '../comparing.ts';
import { sayDate } from '../corpus/date.ts';
import type { Deal } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { byVendor } from '../corpus/shelves.ts';
import type { Reading } from '../reading.ts';
import { dealFor } from './comparison.ts';
import { articlesOf } from './comparison-cell.ts';
import { usualRows } from './comparison-table.ts';
import { rows } from './deal.ts';

/** As many as a select offers at once. */
const mostOffered = 100;
const mostCompared = 6;
const inHouse = 'Kept in-house';
/** A word of which nothing is found is looked for by so many of its first letters: what is misspelled begins alike. */
const firstLetters = 3;

/** Kinds of question that are about deals as a whole. */
const wholeDeals = new Set(['compare-deals', 'deal-profile', 'vendor-profile']);

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const choiceOf = (library: Library, deal: Deal): DealChoice => {
  const [first] = articlesOf(library, deal).flatMap((id) => library.articles.get(id) ?? []);
  const reported = first === undefined ? '' : `${first.publisher}, ${sayDate(first.published)}`;
  return { id: deal.id, name: deal.name, reported };
};

/** A deal with every word by which it is looked for: its parties, their other names, where they are. */
interface Entry extends DealChoice {
  readonly words: readonly string[];
}

const entryOf = (library: Library, deal: Deal): Entry => {
  const parties = [deal.client, ...deal.vendors].flatMap((id) => library.organisations.get(id) ?? []);
  const names = parties.flatMap(({ name, aliases, place }) => [name, ...aliases, place ?? '']);
  const kept = deal.vendors.length === 0 ? [inHouse] : [];
  return { ...choiceOf(library, deal), words: wordsOf([deal.name, ...names, ...kept].join(' ')) };
};

interface Shelf {
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** Each deal once, under the vendor of most deals that it has; what was kept in-house comes last. */
const shelvesOf = (library: Library): Shelf[] => {
  const left = new Map([...library.deals].map(([id, deal]) => [id, entryOf(library, deal)]));
  const taken = (deals: readonly Deal[]): Entry[] =>
    deals.flatMap(({ id }) => {
      const entry = left.get(id);
      left.delete(id);
      return entry ?? [];
    });
  const shelves = byVendor(library).map(({ id, deals }) => ({
    label: library.nameOf(id),
    entries: taken(deals),
  }));
  return [...shelves, { label: inHouse, entries: [...left.values()] }];
};

const has = ({ words }: Entry, typed: readonly string[]): boolean =>
  typed.every((start) => words.some((word) => word.startsWith(start)));

const pick = (shelves: readonly Shelf[], typed: readonly string[]): DealGroup[] => {
  let room = mostOffered;
  return shelves.flatMap(({ label, entries }) => {
    const deals = entries.filter((entry) => has(entry, typed)).slice(0, room);
    room -= deals.length;
    return deals.length === 0 ? [] : [{ label, deals }];
  });
};

/** Every deal of a vendor that is asked about as a whole; else the one that stands for each party. */
const dealsIn = (library: Library, { intent, subjects, without, attributes }: Reading): Deal[] => {
  const chosen = subjects.filter((id) => !without.includes(id));
  const deals = chosen.flatMap((id) =>
    intent === 'vendor-profile' ? library.dealsOf(id) : (dealFor(library, id, attributes) ?? []),
  );
  return [...new Set(deals)].slice(0, mostCompared);
};

/** What a comparison is chosen from; worked out when it is first searched. */
export const comparingOf = (library: Library): Comparing => {
  let shelves: readonly Shelf[] | undefined;
  return {
    rows: rows.map(({ attribute, head }) => ({
      id: attribute,
      head,
      isUsual: usualRows.includes(attribute),
    })),
    find: (text) => {
      shelves ??= shelvesOf(library);
      const typed = wordsOf(text);
      const found = pick(shelves, typed);
      return found.length > 0
        ? found
        : pick(
            shelves,
            typed.map((word) => word.slice(0, firstLetters)),
          );
    },
    deals: (ids) =>
      ids.flatMap((id) => {
        const deal = library.deals.get(id);
        return deal === undefined ? [] : [choiceOf(library, deal)];
      }),
    suits: (reading) => wholeDeals.has(reading.intent) && dealsIn(library, reading).length > 0,
    dealsOf: (reading) => dealsIn(library, reading).map((deal) => choiceOf(library, deal)),
  };
};
