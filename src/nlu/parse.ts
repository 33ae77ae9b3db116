import { topics } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import type { Term } from '../corpus/terms.ts';
import type { Intent, Seen } from '../intent.ts';
import { type PlainReading, type Reading, toReading } from '../reading.ts';
import { type InContext, inContext } from './follow-up.ts';
import { missingOf } from './missing.ts';
import { createRecogniser, type Recognised } from './recognise.ts';
import { type Question, type Ranked, rank } from './resolve.ts';
import { createSimilarity } from './similarity.ts';

/** An utterance as it was understood. */
export interface Parsed {
  readonly reading: Reading;
  /** Nothing to read was left after cleaning. */
  readonly empty: boolean;
  /** How sure the reading is, from 0. */
  readonly score: number;
  /** Words that nothing in the library covers. */
  readonly unheard: readonly string[];
}

export interface Parser {
  /** Never throws. `last` is the reading of the turn before, in a conversation. */
  parse(utterance: string, last?: Reading): Parsed;
}

/** How much the nearness to an intent's examples adds to what the intent makes of the utterance itself. */
const similarityWeight = 0.3;
/** The facts a reading is resolved to. */
const factsKept = 6;

const masks = { organisation: 'acmeorg', person: 'jdoe', place: 'placename' } as const;

const masked = (seen: Recognised): string => {
  const words = [...seen.words];
  for (const mention of [...seen.mentions].reverse())
    words.splice(mention.from, mention.to - mention.from, masks[mention.kind]);
  return words.join(' ');
};

const decode = (key: string): Term => ({ text: key, keys: key.split('|') });
const encode = (term: Term): string => term.keys.join('|').slice(0, 40);

type About = NonNullable<Seen['best']>['about'];

const aboutOf = (library: Library, subject: string): About => {
  if (topics.some((topic) => topic === subject)) return subject === 'market' ? 'market' : 'transition';
  if (library.deals.has(subject)) return 'deal';
  return library.people.has(subject) ? 'person' : 'organisation';
};

interface Roles {
  readonly clients: readonly string[];
  readonly vendors: readonly string[];
  readonly others: readonly string[];
}

const rolesOf = (library: Library, organisations: readonly string[]): Roles => {
  const deals = [...library.deals.values()];
  const isClient = (id: string): boolean => deals.some((deal) => deal.client === id);
  const isVendor = (id: string): boolean =>
    deals.some((deal) => deal.vendors.includes(id)) ||
    /\bvendor\b/.test(library.organisations.get(id)?.is ?? '');
  return {
    clients: organisations.filter(isClient),
    vendors: organisations.filter((id) => !isClient(id) && isVendor(id)),
    others: organisations.filter((id) => !isClient(id) && !isVendor(id)),
  };
};

/** The clients of a place, where no organisation was named. */
const clientsAt = (library: Library, places: readonly string[]): string[] => {
  const clients = new Set([...library.deals.values()].map((deal) => deal.client));
  return [...library.organisations.values()]
    .filter(
      ({ id, place }) =>
        clients.has(id) && places.some((wanted) => (place ?? '').toLowerCase().split(', ').includes(wanted)),
    )
    .map(({ id }) => id);
};

const manyCues = [
  'hospitals',
  'systems',
  'ones',
  'deals',
  'all',
  'any',
  'list',
  'every',
  'examples',
  'clients',
  'precedents',
  'cases',
  'which',
];

/** Publications are where something stands rather than whom it is about, unless nothing else is asked. */
const isPublisher = (library: Library, id: string): boolean =>
  [...library.articles.values()].some(
    (article) => library.organisations.get(id)?.name === article.publisher,
  ) &&
  library.dealsOf(id).length === 0 &&
  !/\bvendor\b/.test(library.organisations.get(id)?.is ?? '');

interface Context extends InContext {
  readonly subjects: readonly string[];
  readonly terms_: readonly Term[];
}

const contextOf = (library: Library, seen: Recognised, last: Reading | undefined): Context => {
  const context = inContext(library, seen, last);
  const terms_ = [...seen.terms, ...context.terms.map(decode)];
  const placed =
    context.organisations.length === 0 &&
    seen.places.length > 0 &&
    !manyCues.some((cue) => seen.words.includes(cue))
      ? clientsAt(library, seen.places)
      : [];
  const organisations =
    context.organisations.length > 0 ? context.organisations : placed.length === 1 ? placed : [];
  const asking = terms_.length > 0 || organisations.length > 1 || context.people.length > 0;
  const subjects = [...organisations, ...context.people].filter(
    (id) => !(asking && isPublisher(library, id)),
  );
  return { ...context, organisations: organisations.filter((id) => subjects.includes(id)), subjects, terms_ };
};

/** Builds the parser of a library and its intents. Examples are learnt once; a parse touches no disk and no clock. */
export const createParser = (library: Library, intents: readonly Intent[]): Parser => {
  const recognise = createRecogniser(library);
  const similarity = createSimilarity(
    intents.flatMap((intent) =>
      intent.examples.map((text) => ({ label: intent.name, text: masked(recognise(text)) })),
    ),
  );

  const seenOf = (seen: Recognised, context: Context, best: Ranked | undefined): Seen => ({
    ...rolesOf(library, context.organisations),
    people: context.people,
    places: seen.places,
    years: seen.years !== undefined,
    attributes: context.attributes,
    wants: context.wants,
    content: context.terms_.filter((term) => (term.scale ?? 1) === 1).length,
    length: seen.words.length,
    cue: seen.cue,
    best: best && { coverage: best.coverage, about: aboutOf(library, best.fact.subjects[0] ?? '') },
    before: context.before,
  });

  return {
    parse: (utterance, last) => {
      const seen = recognise(utterance);
      const context = contextOf(library, seen, last);
      const question: Question = {
        terms: context.terms_,
        subjects: context.subjects,
        attributes: context.attributes,
        wants: context.wants,
      };
      const ranked = rank(library, question);
      const shown = seenOf(seen, context, ranked[0]);
      const near = similarity(masked(seen));
      const scored = intents
        .map((intent) => ({
          intent,
          score: intent.fits(shown) + similarityWeight * (near.get(intent.name) ?? 0),
        }))
        .sort((a, b) => b.score - a.score || a.intent.name.localeCompare(b.intent.name, 'en'));
      const [best, second] = scored;
      const lost = missingOf(library, question, ranked);
      const plain = (intent: string): PlainReading => {
        const { runnerUp: _, ...reading } = toReading({
          intent,
          subjects: [...context.subjects].slice(0, 12),
          attributes: [...context.attributes].slice(0, 12),
          terms: context.terms_
            .filter((term) => library.knows(term))
            .map(encode)
            .slice(0, 16),
          facts: ranked.slice(0, factsKept).map((evidence) => evidence.fact.id),
          missing: [...lost.missing].slice(0, 6),
          ...(context.wants === undefined ? {} : { wants: context.wants }),
          ...(seen.years === undefined ? {} : { years: seen.years }),
          without: [...context.without].slice(0, 12),
          places: [...seen.places].slice(0, 8),
          carried: [...context.carried],
        });
        return reading;
      };
      const reading: Reading = {
        ...plain(best?.intent.name ?? 'unknown'),
        ...(second && second.score > 0 ? { runnerUp: plain(second.intent.name) } : {}),
      };
      return { reading, empty: seen.words.length === 0, score: best?.score ?? 0, unheard: lost.unheard };
    },
  };
};
