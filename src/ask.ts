import {
  type Answer,
  type Asker,
  type Claim,
  isAnswered,
  leadText,
  type Section,
  type Suggestion,
} from './answer.ts';
import type { Library } from './corpus/library.ts';
import type { Holdings } from './holdings.ts';
import type { Draft, Intent, Usage } from './intent.ts';
import { isKnown } from './nlu/known.ts';
import { createParser } from './nlu/parse.ts';
import { hasPictures, isThanks } from './nlu/small-talk.ts';
import { cleanUtterance } from './nlu/utterance.ts';
import { type Reading, readingSchema, toReading } from './reading.ts';
import { recently, remembered } from './remembered.ts';
import {
  examplesOf,
  noSum,
  noVerdict,
  strangers,
  thanked,
  unclear,
  ungroundedAnswer,
  unjudgedAside,
} from './wording/aside.ts';
import { comparingOf } from './wording/comparing.ts';
import { correction } from './wording/correction.ts';
import { notHeld } from './wording/decline.ts';
import { greetingOf } from './wording/greeting.ts';
import { ungrounded } from './wording/grounded.ts';
import { holdingsOf } from './wording/holdings.ts';
import { completed, otherAttributes, otherDeals, runnerUpOf } from './wording/other-readings.ts';
import { about, citationsOf, entitiesOf, readAs } from './wording/source.ts';
import { sourcesOf } from './wording/sources.ts';
import { transitionOf } from './wording/transition.ts';

/** Readings less sure than this are not answered. */
const unsure = 0.32;
const mostSuggestions = 4;
/** A reading holds no more facts. */
const mostTold = 8;
/** The same few readings are offered again and again: whether they are answered is worked out once. */
const mostOffers = 5_000;
/** About a megabyte of answers. */
const mostAnswers = 500;

const claimsIn = (section: Section): readonly Claim[] => {
  if (section.kind === 'claims') return section.claims;
  return section.kind === 'table' ? section.rows.flatMap((row) => row.cells) : [];
};

const claimsOf = (draft: Pick<Draft, 'lead' | 'sections'>): Claim[] => [
  ...draft.lead,
  ...(draft.sections ?? []).flatMap(claimsIn),
];

/** Whether a draft answers, and with something else than was said already. */
const tells = (draft: Draft, said: string): boolean => isAnswered(draft.outcome) && leadText(draft) !== said;

/** Nobody and nothing that narrows a list is in the reading. */
const namesNobody = ({ subjects, places, years, amount, order }: Reading): boolean =>
  subjects.length + places.length === 0 && [years, amount, order].every((bound) => bound === undefined);

/** Asked of somebody unknown: what was read of the rest says nothing. */
const ofNobody = (reading: Reading): boolean => namesNobody(reading) && reading.missing.length > 0;

/** An answer to whoever asks for a judgement begins by saying that none is given. */
const unjudged = ({ wants }: Reading, draft: Draft): Draft =>
  wants === 'verdict' && isAnswered(draft.outcome) ? { ...draft, lead: [noVerdict, ...draft.lead] } : draft;

/** Of several deals nothing is added up, which whoever asks for a sum or an average is told first. */
const unsummed = ({ beyond, intent, subjects }: Reading, draft: Draft): Draft =>
  beyond === 'sum' && intent === 'list-deals' && subjects.length !== 1 && isAnswered(draft.outcome)
    ? { ...draft, lead: [noSum, ...draft.lead] }
    : draft;

/** The heart: words or a reading in, a turn out. No Slack, no disk, no clock. */
export const createAsker = (library: Library, intents: readonly Intent[]): Asker => {
  const parser = createParser(library, intents, (reading) => {
    const { lead, listed = [] } = draftOf(reading, []);
    return { listed, told: lead.flatMap(({ facts }) => facts).slice(0, mostTold) };
  });
  const byName = new Map(intents.map((intent) => [intent.name, intent]));
  const usage: Usage[] = intents.map(({ name, summary, examples }) => ({ intent: name, summary, examples }));

  const premiseOf = (reading: Reading): Draft | undefined => {
    const [premise] = reading.premises;
    const corrected =
      premise && reading.intent !== 'compare-deals' ? correction(library, premise) : undefined;
    return corrected && corrected.lead.length > 0 ? corrected : undefined;
  };

  const ofIntent = (intent: Intent, reading: Reading, unheard: readonly string[]): Draft => {
    if (ofNobody(reading) && !intent.aside) return strangers(library, reading, unheard, usage);
    const draft = intent.answer({ reading, library, unheard, usage });
    if (draft.lead.length > 0) return draft;
    return unheard.length > 0 ? { ...draft, outcome: 'not-held', lead: [notHeld(unheard)] } : unclear(usage);
  };

  const draftOf = (reading: Reading, unheard: readonly string[]): Draft => {
    const intent = byName.get(reading.intent);
    if (!intent || !isKnown(library, reading)) return unclear(usage);
    const plain = premiseOf(reading) ?? ofIntent(intent, reading, unheard);
    const draft = unsummed(reading, unjudged(reading, plain));
    return claimsOf(draft).some((claim) => ungrounded(library, claim).length > 0) ? ungroundedAnswer : draft;
  };

  const finish = (reading: Reading, draft: Draft, suggestions: readonly Suggestion[]): Answer => ({
    outcome: draft.outcome,
    lead: draft.lead,
    sections: draft.sections ?? [],
    citations: citationsOf(library, claimsOf(draft)),
    suggestions,
    ...(byName.get(reading.intent)?.aside === false && draft.outcome !== 'unclear' && !ofNobody(reading)
      ? { readAs: readAs(library, reading), about: about(library, reading) }
      : { readAs: '', about: '' }),
  });

  /** A reading on offer, by its JSON; undefined where its answer would be a decline. */
  const offered = remembered(mostOffers, (json): Reading | undefined => {
    const reading = readingSchema.parse(JSON.parse(json));
    return isAnswered(draftOf(reading, []).outcome) ? reading : undefined;
  });

  /** What to offer next: never the same again, and only what was answered. */
  const suggested = (draft: Draft, from: Reading): Suggestion[] => {
    const kept: Suggestion[] = [];
    const key = ({ intent, subjects, attributes }: Reading): string =>
      JSON.stringify([intent, subjects, attributes]);
    for (const next of draft.next ?? []) {
      const reading = offered(JSON.stringify(next.reading));
      const fresh =
        reading !== undefined &&
        key(reading) !== key(from) &&
        kept.every((other) => key(other.reading) !== key(reading));
      if (fresh) kept.push({ label: next.label, reading });
      if (kept.length === mostSuggestions) break;
    }
    return kept;
  };

  const workedOut = (reading: Reading, unheard: readonly string[]): Answer => {
    const draft = draftOf(reading, unheard);
    return finish(reading, draft, suggested(draft, reading));
  };

  /** Many wordings have one reading, and a reading one answer. */
  const answers = recently<Answer>(mostAnswers);

  /** Only an answer that says which words it passed over depends on more than the reading. */
  const answer = (reading: Reading, unheard: readonly string[]): Answer => {
    const workOut = (): Answer => workedOut(reading, unheard);
    return unheard.length === 0 ? answers(JSON.stringify(reading), workOut) : workOut();
  };

  const aside = (draft: Draft): { readonly reading: Reading; readonly answer: Answer } => {
    const reading = toReading({ intent: 'unknown' });
    return { reading, answer: finish(reading, draft, []) };
  };

  const asker: Omit<Asker, 'holdings' | 'greeting'> = {
    ask: (utterance, turns) => {
      if (isThanks(cleanUtterance(utterance))) return { utterance, ...aside(thanked) };
      const history = turns
        .map(({ reading }) => reading)
        .filter(({ intent }) => byName.get(intent)?.aside === false);
      const parsed = parser.parse(utterance, history);
      const lost = parsed.score < unsure && parsed.unheard.length > 0 && ofNobody(parsed.reading);
      if (lost) return { utterance, ...aside(strangers(library, parsed.reading, parsed.unheard, usage)) };
      // A word of the field that stands in no article was understood, and is declined by its name.
      const isNamed = parsed.reading.missing.some((id) => id !== 'unheard');
      if ((parsed.score < unsure && !isNamed) || (parsed.empty && hasPictures(utterance)))
        return {
          utterance,
          ...aside(parsed.reading.wants === 'verdict' ? unjudgedAside(usage) : unclear(usage)),
        };
      return { utterance, reading: parsed.reading, answer: answer(parsed.reading, parsed.unheard) };
    },
    answerReading: (reading) => ({ reading, answer: answer(completed(library, reading), []) }),
    otherReadings: ({ reading, answer: given }) => {
      if (byName.get(reading.intent)?.aside !== false || !isKnown(library, reading)) return [];
      const runnerUp = runnerUpOf(library, reading);
      const isOther =
        runnerUp !== undefined && tells(draftOf(completed(library, runnerUp.reading), []), leadText(given));
      return [
        ...(isOther ? [runnerUp] : []),
        ...otherDeals(library, reading),
        ...otherAttributes(library, reading),
      ];
    },
    sources: (given) => sourcesOf(library, given.citations, claimsOf(given)),
    entities: (reading) => entitiesOf(library, reading),
    comparing: comparingOf(library),
    transition: transitionOf(library),
    examples: examplesOf(usage),
  };
  let held: Holdings | undefined;
  const holdings = (): Holdings => {
    held ??= holdingsOf(library, (text) => asker.ask(text, []));
    return held;
  };
  return { ...asker, holdings, greeting: () => greetingOf(holdings().openings) };
};
