import { isComparable } from '../corpus/attributes.ts';
import { isTopic } from '../corpus/fact.ts';
import type { Library } from '../corpus/library.ts';
import { isTelling, termsOf } from '../corpus/terms.ts';
import type { Intent, Seen } from '../intent.ts';
import type { PlainReading, Reading } from '../reading.ts';
import { type Answered, asksAgain, withListed } from './again.ts';
import { type Context, contextOf, encodeTerm } from './context.ts';
import { type Found, lookUp } from './evidence.ts';
import { premisesOf } from './premise.ts';
import { createRecogniser, type Recognised } from './recognise.ts';
import { rolesOf } from './roles.ts';
import { createSimilarity, type Nearness } from './similarity.ts';
import { pointsBack } from './talk.ts';

/** An utterance as it was understood. */
export interface Parsed {
  readonly reading: Reading;
  /** Nothing to read was left after cleaning. */
  readonly empty: boolean;
  /** How sure the reading is, from 0. */
  readonly score: number;
  /** Words that the facts of the reading do not cover, and for which the field has no word. */
  readonly unheard: readonly string[];
}

export interface Parser {
  /** Never throws. `history` holds the readings of a conversation's earlier turns, oldest first. */
  parse(utterance: string, history?: readonly Reading[]): Parsed;
}

/** How much the nearness to an intent's examples adds to what the intent makes of the utterance itself. */
const similarityWeight = 0.3;
/** An utterance this near to an example is one: what is typed as shown is read as shown. */
const asShown = { from: 0.85, weight: 0.7 };
const ofExamples = (near: Nearness | undefined): number =>
  near === undefined
    ? 0
    : similarityWeight * near.blend +
      (asShown.weight * Math.max(0, near.nearest - asShown.from)) / (1 - asShown.from);
const mostFacts = 8;
const masks = { organisation: 'acmeorg', person: 'jdoe', place: 'placename' } as const;

const masked = (seen: Recognised): string => {
  const words = [...seen.words];
  for (const mention of [...seen.mentions].reverse())
    words.splice(mention.from, mention.to - mention.from, masks[mention.kind]);
  return words.join(' ');
};

const aboutOf = (library: Library, subject: string): NonNullable<Seen['best']>['about'] => {
  if (isTopic(subject)) return subject;
  if (library.deals.has(subject)) return 'deal';
  return library.people.has(subject) ? 'person' : 'organisation';
};

const seenOf = (library: Library, seen: Recognised, context: Context, found: Found): Seen => ({
  ...rolesOf(library, context.organisations),
  named: context.organisations.length + context.people.length + seen.places.length,
  people: context.people,
  places: seen.places,
  years: seen.years !== undefined,
  bounded: seen.amount !== undefined,
  ordered: seen.order !== undefined,
  comparable: context.attributes.filter(isComparable).length,
  attributes: context.attributes,
  wants: context.wants,
  content: context.terms.filter(isTelling).length,
  strange: context.terms.filter((term) => isTelling(term) && !library.knows(term)).length,
  astray: found.astray,
  length: seen.words.length,
  cue: seen.cue,
  says: (...words) => words.some((word) => seen.words.includes(word)),
  advice: context.advice,
  best: found.best && {
    coverage: context.terms.some(isTelling) ? found.lost.covered : found.best.coverage,
    about: aboutOf(library, found.best.fact.subjects[0] ?? ''),
  },
  before: context.before,
});

const slots = (
  library: Library,
  seen: Recognised,
  context: Context,
  found: Found,
): Omit<PlainReading, 'intent'> => ({
  subjects: context.subjects.slice(0, 12),
  attributes: context.attributes.slice(0, 12),
  rows: [],
  terms: context.terms
    .filter((term) => isTelling(term) && library.knows(term))
    .map(encodeTerm)
    .slice(0, 16),
  facts: found.picked.slice(0, mostFacts).map((evidence) => evidence.fact.id),
  missing: [...new Set(found.missing)].slice(0, 6),
  premises: premisesOf(library, seen, rolesOf(library, context.parties)),
  ...(context.wants === undefined ? {} : { wants: context.wants }),
  ...(context.beyond === undefined ? {} : { beyond: context.beyond }),
  ...(seen.years === undefined ? {} : { years: seen.years }),
  ...(seen.amount === undefined ? {} : { amount: seen.amount }),
  ...(seen.order === undefined ? {} : { order: seen.order }),
  without: context.without.slice(0, 12),
  lacking: seen.lacking.slice(0, 4),
  places: seen.places.slice(0, 8),
  carried: [...context.carried],
});

interface Understood {
  readonly context: Context;
  readonly found: Found;
}

const inThe = (library: Library, seen: Recognised, history: readonly Reading[]): Understood => {
  const context = contextOf(library, seen, history);
  const { clients, vendors } = rolesOf(library, context.organisations);
  const apart = clients.length + vendors.length > 1 || context.people.length > 1;
  return { context, found: lookUp(library, context, apart) };
};

/** A place may stand for its one client, or be what is asked about: whichever holds more of the question. */
const inPlace = (library: Library, seen: Recognised, history: readonly Reading[]): Understood => {
  const there = inThe(library, seen, history);
  const stands =
    seen.organisations.length + seen.people.length === 0 && there.context.organisations.length > 0;
  if (seen.places.length === 0 || !stands || there.found.lost.covered === 1) return there;
  const about = inThe(
    library,
    { ...seen, places: [], terms: [...seen.terms, ...seen.places.flatMap(termsOf)] },
    [],
  );
  const general = about.found.best?.fact.subjects.some(isTopic) === true && about.found.missing.length === 0;
  return general && about.found.lost.covered > there.found.lost.covered ? about : there;
};

const joining = /\b(?:same|and|or|also|then)\b/;

/** Long enough to stand by itself, and nothing in it points back. */
const isWholeQuestion = (seen: Recognised): boolean =>
  seen.words.length >= 5 && !pointsBack(seen.text) && !joining.test(seen.text);

/** Of a conversation's turn that its subject does not answer, what the words say by themselves. */
const understand = (library: Library, seen: Recognised, history: readonly Reading[]): Understood => {
  const together = inPlace(library, seen, history);
  const carried =
    together.context.carried.includes('subjects') && seen.organisations.length + seen.people.length === 0;
  if (!carried || together.found.missing.length === 0) return together;
  const alone = inThe(library, seen, []);
  const general = alone.found.best?.fact.subjects.some(isTopic) === true;
  const enough = general ? 0.6 : isWholeQuestion(seen) ? 0.8 : 1;
  return alone.found.missing.length === 0 && alone.found.lost.covered > enough ? alone : together;
};

/** Builds the parser of a library and its intents. Examples are learnt once; a parse touches no disk and no clock. */
export const createParser = (library: Library, intents: readonly Intent[], answered: Answered): Parser => {
  const recognise = createRecogniser(library);
  const similarity = createSimilarity(
    intents.flatMap((intent) =>
      intent.examples.map((text) => ({ label: intent.name, text: masked(recognise(text)) })),
    ),
  );
  const wholes = new Set(
    intents.flatMap(({ examples }) => examples.map((text) => recognise(text).words.join(' '))),
  );
  /** Nothing at all, or an example that names nobody ("transition checklist"): what was said before is not meant. */
  const isWhole = (seen: Recognised): boolean =>
    seen.words.length === 0 ||
    (seen.mentions.length === 0 && /[a-z]/.test(seen.text) && wholes.has(seen.words.join(' ')));
  return {
    parse: (utterance, history = []) => {
      const seen = recognise(utterance);
      const again = asksAgain(seen, history, answered);
      if (again) return { reading: again, empty: false, score: 1, unheard: [] };
      const { context, found } = understand(
        library,
        seen,
        isWhole(seen) ? [] : withListed(seen, history, answered),
      );
      const shown = seenOf(library, seen, context, found);
      const near = similarity(masked(seen));
      const [best, second] = intents
        .map((intent) => ({
          name: intent.name,
          score: intent.fits(shown) + ofExamples(near.get(intent.name)),
        }))
        .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'en'));
      const filled = slots(library, seen, context, found);
      return {
        reading: {
          intent: best?.name ?? 'unknown',
          ...filled,
          ...(second && second.score > 0 ? { runnerUp: { intent: second.name, ...filled } } : {}),
        },
        empty: seen.words.length === 0,
        score: best?.score ?? 0,
        unheard: found.lost.unheard,
      };
    },
  };
};
