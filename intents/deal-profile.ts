import { defineIntent, firstThat, type Seen } from '../src/intent.ts';
import { remark } from '../src/wording/claim.ts';
import { asOf } from '../src/wording/coverage.ts';
import { comparableWith, dealSections, openingOf } from '../src/wording/deal.ts';

/** What came of a deal. */
const results = [
  'successful',
  'success',
  'succeed',
  'work out',
  'pay off',
  'paid off',
  'go well',
  'gone well',
  'go badly',
  'fail',
  'failure',
  'still running',
  'still going',
  'still active',
  'still on',
  'still in place',
  'still in force',
  'ongoing',
];

/** "Did the deal work out?" and no more. */
const asksWhatCame = ({ cue, content }: Seen): boolean =>
  cue(...results) && cue('deal', 'it', 'outsourcing', 'agreement', 'contract', 'partnership') && content <= 1;

/** Somebody is named, and nothing is asked. */
const isBare = ({ content, astray, attributes }: Seen): boolean =>
  content === 0 && !astray && attributes.length === 0;

/** So many things are asked at once that the whole deal is told. */
const asksMuch = ({ attributes, wants }: Seen): boolean => attributes.length > 2 && wants !== 'count';

export default defineIntent({
  summary: 'one deal: parties, scope, term, value, people, kept, why, outcome',
  examples: [
    'Allina',
    'Kaiser IBM deal',
    'tell me about Mission Health',
    'summary of the Owensboro deal',
    'SSM Health status',
    'the Northern Light deal',
    'Beth Israel in-house rollout',
    'overview of Kaiser Permanente and IBM',
    'what happened at ProHealth Care',
    'American Occupational Network',
    'brief me on the Mission–Cerner agreement',
    'the hospital system in Kentucky',
  ],
  fits: (seen) => {
    const cue = seen.cue(
      'rundown',
      'overview',
      'summary',
      'profile',
      'one pager',
      'brief',
      'tell me about',
      'background',
      'gist',
      'version',
      'what was that',
      'recap',
      'set out',
      'walk me through',
      'low down',
      'the story',
      'details',
      'key facts',
      'the facts',
      'sum it up',
      'nutshell',
      'snapshot',
      'synopsis',
      'digest',
      'primer',
      'tie-up',
      'tldr',
      'fill me in',
      'whole story',
      'full story',
      'whole picture',
      'full picture',
      'big picture',
      'give me everything',
      'everything on',
      'everything about',
      'all you have on',
      'all you got on',
      'one paragraph',
      'a paragraph',
      'a para',
      'main terms',
      'key terms',
      'main points',
      'key points',
      'highlights',
      'quick facts',
      'basics',
      'bring me up to speed',
      'get me up to speed',
      'lowdown',
      'the deal with',
    );
    const asks =
      seen.wants !== undefined ||
      seen.strange > 0 ||
      seen.cue('what', 'which', 'how', 'does', 'did', 'is', 'are', 'vs', 'versus', 'against');
    const happened =
      seen.attributes.every((attribute) => attribute === 'outcome') && seen.cue('what happened');
    const party = seen.cue(
      'vendor',
      'outsourcer',
      'supplier',
      'contractor',
      'service provider',
      'outsourcing partner',
      'outsource to',
      'outsource its it to',
      'outsource it to',
      'use for it',
    );
    const named = seen.attributes.every((attribute) => attribute === 'post');
    const whom =
      party &&
      named &&
      [undefined, 'person', 'organisation'].includes(seen.wants) &&
      seen.cue('who', 'whom', 'which', 'what') &&
      seen.content <= 1 &&
      !seen.cue('other', 'others', 'else', 'talk to', 'considered', 'rival', 'bid', 'bidder');
    const plain = seen.cue('deal', 'status', 'project', 'contract', 'agreement', 'rollout');
    const bare = isBare(seen);
    return firstThat(
      [seen.clients.length !== 1 || seen.people.length > 0, 0],
      [whom && seen.vendors.length === 0, 0.97],
      [asksWhatCame(seen), 0.97],
      [bare, asks && seen.wants !== undefined && !cue && !happened ? 0.45 : 0.96],
      [(cue || happened) && seen.strange === 0, seen.content <= 3 || seen.attributes.length > 1 ? 0.9 : 0.7],
      [asksMuch(seen), 0.72],
      [asks, 0.2],
      [seen.places.length > 0, 0.75],
      [plain && seen.content <= 1 && seen.comparable === 0, 0.8],
      [seen.comparable > 0, 0.2],
      [seen.length > 5 && seen.attributes.length === 0 && seen.content <= 1 && !seen.astray, 0.68],
      [true, 0.35],
    );
  },
  answer: ({ reading, library }) => {
    const deals = reading.subjects.flatMap((id) => library.dealsOf(id));
    const both = deals.filter((deal) =>
      reading.subjects.every((id) => deal.id === id || deal.client === id || deal.vendors.includes(id)),
    );
    const deal =
      both[0] ??
      deals.find((entry) => reading.subjects.includes(entry.client)) ??
      deals[0] ??
      library.deals.get(library.facts.get(reading.facts[0] ?? '')?.subjects[0] ?? '');
    const lead = deal && openingOf(library, deal);
    if (!deal || !lead) return { outcome: 'not-held', lead: [] };
    const other = comparableWith(library, deal);
    const isOpen = reading.beyond === 'result' && library.find(deal.id, 'ended').state === 'not-stated';
    const expected = ['person', 'organisation'].includes(reading.wants ?? '') && deal.vendors.length === 0;
    return {
      outcome: expected ? 'corrected' : isOpen ? 'partial' : 'answered',
      lead: [
        lead,
        ...(expected ? [remark('The articles name no outsourcing vendor for it.', lead.cites)] : []),
        ...(isOpen ? [remark('The article does not say what came of it.', lead.cites)] : []),
      ],
      sections: [...dealSections(library, deal), ...asOf(library, library.about(deal.id).slice(0, 1))],
      next: [
        ...(other === undefined
          ? []
          : [
              {
                label: `Compare ${library.nameOf(deal.client)} and ${library.nameOf(other.client)}`,
                reading: { intent: 'compare-deals', subjects: [deal.client, other.client] },
              },
            ]),
        ...deal.vendors.slice(0, 1).map((vendor) => ({
          label: library.nameOf(vendor),
          reading: { intent: 'vendor-profile', subjects: [vendor] },
        })),
        {
          label: `What ${library.nameOf(deal.client)} kept in-house`,
          reading: {
            intent: 'fact',
            subjects: [deal.client],
            attributes: ['kept-in-house'],
            facts: library.find(deal.id, 'kept-in-house').facts.map((fact) => fact.id),
          },
        },
        { label: 'Transition checklist', reading: { intent: 'transition-checklist', attributes: ['step'] } },
      ],
    };
  },
});
