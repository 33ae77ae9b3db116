import type { Library } from './library.ts';
import { wordsOf } from './terms.ts';

/** A name by which people mean somebody: an organisation, a person, or a place that stands for organisations. */
export interface Name {
  /** Lower-case words. */
  readonly words: readonly string[];
  /** Who is meant: organisation or person ids, or place names. */
  readonly ids: readonly string[];
  readonly kind: 'organisation' | 'person' | 'place';
}

/** States by their postal codes and the regions they belong to, for places only: general geography, not a fact of a deal. */
const regions: Readonly<Record<string, readonly string[]>> = {
  'new england': ['maine', 'new hampshire', 'vermont', 'massachusetts', 'rhode island', 'connecticut'],
  midwest: [
    'illinois',
    'indiana',
    'iowa',
    'kansas',
    'michigan',
    'minnesota',
    'missouri',
    'nebraska',
    'north dakota',
    'ohio',
    'south dakota',
    'wisconsin',
  ],
  northeast: [
    'maine',
    'new hampshire',
    'vermont',
    'massachusetts',
    'rhode island',
    'connecticut',
    'new york',
    'new jersey',
    'pennsylvania',
  ],
  south: [
    'alabama',
    'arkansas',
    'delaware',
    'florida',
    'georgia',
    'kentucky',
    'louisiana',
    'maryland',
    'mississippi',
    'north carolina',
    'oklahoma',
    'south carolina',
    'tennessee',
    'texas',
    'virginia',
    'west virginia',
  ],
  southeast: [
    'alabama',
    'florida',
    'georgia',
    'kentucky',
    'mississippi',
    'north carolina',
    'south carolina',
    'tennessee',
    'virginia',
  ],
  west: [
    'alaska',
    'arizona',
    'california',
    'colorado',
    'hawaii',
    'idaho',
    'montana',
    'nevada',
    'new mexico',
    'oregon',
    'utah',
    'washington',
    'wyoming',
  ],
  'twin cities': ['minneapolis', 'st paul'],
};
const codes: Readonly<Record<string, string>> = {
  massachusetts: 'mass',
  minnesota: 'minn',
  wisconsin: 'wis',
  kentucky: 'ky',
  missouri: 'mo',
  'north carolina': 'nc',
  maine: 'me',
  california: 'calif',
};
/** Postal forms that are everyday words too; only their longer form names the place. */
const ambiguous = new Set(['me', 'mo', 'west', 'south']);

const places = (library: Library): Name[] => {
  const held = [...library.organisations.values()].flatMap((organisation) =>
    (organisation.place ?? '').split(',').map((part) => part.trim().toLowerCase()),
  );
  const known = [...new Set(held)].filter((place) => place !== '');
  const own = known.flatMap((place) => {
    const code = codes[place];
    const spelled = [place, ...(place.startsWith('st. ') ? [place.replace('st. ', 'saint ')] : [])];
    return [...spelled, ...(code === undefined || ambiguous.has(code) ? [] : [code])].map((written) => ({
      words: wordsOf(written),
      ids: [place],
      kind: 'place' as const,
    }));
  });
  const wider = Object.entries(regions).flatMap(([region, states]) => {
    const ids = states.filter((state) => known.includes(state));
    return ids.length === 0 || ambiguous.has(region)
      ? []
      : [{ words: wordsOf(region), ids, kind: 'place' as const }];
  });
  return [...own, ...wider];
};

/** Every name of the library, longest first. Names that differ only in who owns them are merged. */
export const namesOf = (library: Library): Name[] => {
  const organisations = [...library.organisations.values()].flatMap(({ id, name, aliases, described }) =>
    [name, ...aliases, ...described].map((written) => ({
      words: wordsOf(written),
      ids: [id],
      kind: 'organisation' as const,
    })),
  );
  const people = [...library.people.values()].flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((written) => ({ words: wordsOf(written), ids: [id], kind: 'person' as const })),
  );
  // "systemhouse": two words typed as one.
  const joined = [...people, ...organisations]
    .filter(({ words }) => words.length === 2 && words.join('').length > 8)
    .map((name) => ({ ...name, words: [name.words.join('')] }));
  const all = new Map<string, Name>();
  // Somebody's name outranks a place of the same name ("Owensboro").
  for (const name of [...places(library), ...joined, ...people, ...organisations])
    all.set(name.words.join(' '), name);
  return [...all.values()].sort(
    (a, b) => b.words.length - a.words.length || a.words.join(' ').localeCompare(b.words.join(' '), 'en'),
  );
};
