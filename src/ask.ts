import {
  type Answer,
  type Asker,
  type Citation,
  type Claim,
  type Entities,
  isAnswered,
  type Section,
  type Suggestion,
  type Turn,
} from './answer.ts';
import { sayDate } from './corpus/date.ts';
import type { Library } from './corpus/library.ts';
import type { Asked, Draft, Intent, Usage } from './intent.ts';
import { isKnown } from './nlu/known.ts';
import { createParser, type Parsed } from './nlu/parse.ts';
import { type Reading, toReading } from './reading.ts';
import { correction } from './wording/correction.ts';
import { notHeld, notMentioned } from './wording/decline.ts';
import { labelOf } from './wording/fact.ts';

/** Readings less sure than this are not answered. */
const unsure = 0.32;
const mostSuggestions = 4;

const claimsIn = (section: Section): readonly Claim[] => {
  if (section.kind === 'claims') return section.claims;
  return section.kind === 'table' ? section.rows.flatMap((row) => row.cells) : [];
};

const citationsOf = (library: Library, claims: readonly Claim[]): Citation[] => {
  const ids = [...new Set(claims.flatMap((claim) => claim.cites))];
  return ids.flatMap((id) => {
    const article = library.articles.get(id);
    if (!article) return [];
    const remark = [article.promotional, article.partial].filter((part) => part !== undefined).join('; ');
    return [
      {
        article: id,
        title: article.title,
        publisher: article.publisher,
        published: sayDate(article.published),
        ...(article.url === undefined ? {} : { url: article.url }),
        ...(remark === '' ? {} : { remark }),
      },
    ];
  });
};

const readAs = (library: Library, reading: Reading): string => {
  const years =
    reading.years &&
    (reading.years.from === reading.years.to
      ? String(reading.years.from)
      : `${reading.years.from}–${reading.years.to}`);
  const parts = [
    reading.intent.replaceAll('-', ' '),
    reading.subjects.map(library.nameOf).join(', '),
    reading.attributes.slice(0, 2).map(labelOf).join(', '),
    reading.places.join(', '),
    years ?? '',
    reading.without.length > 0 ? `without ${reading.without.map(library.nameOf).join(', ')}` : '',
    reading.carried.length > 0 ? 'carried over from before' : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
};

/** A message of nothing but emoji is no question, and no call for help either. */
const pictures = /:[a-z0-9_+-]+:|\p{Extended_Pictographic}/iu;

const social =
  /^(?:(?:ok|okay|great|perfect|cool|awesome|nice|super|many|much|no|got it|all good)[ ,!.]*)*(?:thanks?|thank you|thx|ty|cheers|appreciated|much appreciated)(?: (?:a lot|so much|very much|you|all|everyone|again|bot|mate|man))*[ !.]*$/i;

/** Nobody of the library is named, and what is asked for stands in no article. */
const strangers = (library: Library, reading: Reading, unheard: readonly string[], usage: readonly Usage[]): Draft => ({
  outcome: 'not-held',
  lead: [notMentioned(library, [], reading.missing, unheard)],
  sections: [{ kind: 'usage', title: 'You can ask, for example', examples: usage.slice(0, 4).map(({ summary, examples }) => ({ text: examples[0] ?? '', about: summary })) }],
});

/** What no intent claims. */
const unclear = (usage: readonly Usage[]): Draft => ({
  outcome: 'unclear',
  lead: [
    {
      text: 'I did not understand this as a question about healthcare-IT outsourcing. You can ask, for example:',
      facts: [],
      cites: [],
    },
  ],
  sections: [
    {
      kind: 'usage',
      examples: usage.map(({ summary, examples }) => ({ text: examples[0] ?? '', about: summary })),
    },
  ],
});
const thanked: Draft = {
  outcome: 'social',
  lead: [{ text: 'You are welcome. Ask again any time.', facts: [], cites: [] }],
};

const entitiesOf = (library: Library, { subjects, years }: Reading): Entities => {
  const deals = [...library.deals.values()];
  const clients = subjects.filter((id) => deals.some((deal) => deal.client === id));
  return {
    clients: clients.map(library.nameOf),
    vendors: subjects
      .filter((id) => library.organisations.has(id) && !clients.includes(id))
      .map(library.nameOf),
    people: subjects.filter((id) => library.people.has(id)).map(library.nameOf),
    years: years ? [...new Set([years.from, years.to])] : [],
  };
};

/** The heart: words or a reading in, a turn out. No Slack, no disk, no clock. */
export const createAsker = (library: Library, intents: readonly Intent[]): Asker => {
  const parser = createParser(library, intents);
  const byName = new Map(intents.map((intent) => [intent.name, intent]));
  const usage: Usage[] = intents.map(({ name, summary, examples }) => ({ intent: name, summary, examples }));

  const draftOf = (reading: Reading, unheard: readonly string[]): Draft => {
    const intent = byName.get(reading.intent);
    if (!intent) return unclear(usage);
    const [premise] = reading.premises;
    if (premise && reading.intent !== 'compare-deals') {
      const corrected = correction(library, premise);
      if (corrected.lead.length > 0) return corrected;
    }
    const nobody = reading.subjects.length === 0 && reading.places.length === 0 && reading.years === undefined;
    if (nobody && reading.missing.length > 0 && intent.name !== 'help') return strangers(library, reading, unheard, usage);
    const draft = intent.answer({ reading, library, unheard, usage } satisfies Asked);
    if (draft.lead.length > 0) return draft;
    return unheard.length > 0 ? { ...draft, outcome: 'not-held', lead: [notHeld(unheard)] } : unclear(usage);
  };

  const finish = (reading: Reading, draft: Draft, suggestions: readonly Suggestion[]): Answer => {
    const sections = draft.sections ?? [];
    const claims = [...draft.lead, ...sections.flatMap(claimsIn)];
    const known = byName.has(reading.intent) && draft.outcome !== 'unclear';
    return {
      outcome: draft.outcome,
      lead: draft.lead,
      sections,
      citations: citationsOf(library, claims),
      suggestions,
      readAs: known ? readAs(library, reading) : '',
    };
  };

  const suggested = (draft: Draft, from: Reading): Suggestion[] =>
    (draft.next ?? [])
      .map(({ label, reading }) => ({ label, reading: toReading(reading) }))
      .filter(
        ({ reading }) =>
          JSON.stringify([reading.intent, reading.subjects]) !== JSON.stringify([from.intent, from.subjects]),
      )
      .filter(({ reading }) => isAnswered(draftOf(reading, []).outcome))
      .slice(0, mostSuggestions);

  const answer = (reading: Reading, unheard: readonly string[] = []): Answer => {
    const draft = draftOf(reading, unheard);
    return finish(reading, draft, suggested(draft, reading));
  };

  const judged = (
    utterance: string,
    parsed: Parsed,
  ): { readonly reading: Reading; readonly answer: Answer } => {
    const unknown = toReading({ intent: 'unknown' });
    if (social.test(utterance.replaceAll(/<[^>]*>/g, '').trim()))
      return { reading: unknown, answer: finish(unknown, thanked, []) };
    if (parsed.score < unsure || (parsed.empty && pictures.test(utterance))) return { reading: unknown, answer: finish(unknown, unclear(usage), []) };
    return { reading: parsed.reading, answer: answer(parsed.reading, parsed.unheard) };
  };

  return {
    ask: (utterance, turns) => {
      const last = turns.findLast(
        (turn) => turn.reading.intent !== 'unknown' && turn.reading.intent !== 'help',
      )?.reading;
      return { utterance, ...judged(utterance, parser.parse(utterance, last)) };
    },
    answerReading: (reading) => ({
      reading,
      answer: isKnown(library, reading) ? answer(reading) : finish(reading, unclear(usage), []),
    }),
    entities: (reading) => entitiesOf(library, reading),
    examples: usage.map(({ summary, examples }) => ({ text: examples[0] ?? '', about: summary })),
  };
};
