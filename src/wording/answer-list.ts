import type { Claim, Section } from '../answer.ts';
import { attributeOf, isComparable } from '../corpus/attributes.ts';
import type { Library } from '../corpus/library.ts';
import { stemOf, wordsOf } from '../corpus/terms.ts';
import type { Asked, Draft } from '../intent.ts';
import { claimOf, enumerate, remark } from './claim.ts';
import { computedOver } from './coverage.ts';
import { nextDeal } from './deal.ts';
import { nearest, notHeld } from './decline.ts';
import { labelOf } from './fact.ts';
import { lackingLead, listLead, listRows, type Match, mostListed } from './list.ts';
import { inOrder } from './order.ts';
import { placeName } from './source.ts';

type Filter = Parameters<Library['where']>[0];

/** The stems by which a comparable attribute is asked for. */
const stemsOf = (attribute: string): readonly string[] => {
  const { label = '', words = '' } = attributeOf(attribute) ?? {};
  return isComparable(attribute) ? wordsOf(`${label} ${words}`).map(stemOf) : [];
};

/** What is to stand in one fact of a deal, beside the attributes that it is to state. */
const wordsBeside = ({ terms, attributes }: Asked['reading']): string[] => {
  const stems = new Set([...attributes.flatMap(stemsOf), 'state', 'name', 'mention', 'give']);
  return terms.filter((term) => !stems.has(term.split('|')[0] ?? ''));
};

/** What a reading narrows a list of deals by. */
export const filterOf = ({ reading }: Asked): Filter => ({
  terms: ((reading.amount ?? reading.order) ? [] : wordsBeside(reading)).map((key) => ({
    text: key,
    keys: key.split('|'),
  })),
  years: reading.years,
  amount: reading.amount,
  places: reading.places,
  parties: reading.subjects,
  without: reading.without,
});

/** A button that says more is cut off. */
const longestLabel = 75;

const next = (library: Asked['library'], matches: readonly Match[]): NonNullable<Draft['next']> => {
  const clients = matches.map(({ deal }) => deal.client);
  const label = `Compare ${enumerate(clients.map(library.nameOf))}`;
  return [
    ...(clients.length > 1 && label.length <= longestLabel
      ? [
          {
            label,
            reading: { intent: 'compare-deals', subjects: clients },
          },
        ]
      : []),
    ...matches.slice(0, 3).map(({ deal }) => nextDeal(library, deal)),
  ];
};

/** Says that a long list goes on, and how to see the rest of it. */
const shortened = ({ length }: readonly Match[]): Section[] =>
  length <= mostListed
    ? []
    : [
        {
          kind: 'note',
          text: `The first ${mostListed} of ${length.toLocaleString('en-US')} are told here. Narrow it by vendor, place or year to see others.`,
        },
      ];

/** "The articles do not say how many staff are cut for 8 deals: …": deals that lack something are told with what is said of it. */
const answerLacking = (asked: Asked, filter: Filter): Draft | undefined => {
  const { library, reading } = asked;
  const [attribute] = reading.lacking.filter((id) => isComparable(id) || id === 'ended');
  if (attribute === undefined || reading.terms.some((term) => term.includes('~undisclosed')))
    return undefined;
  const matches = library
    .where({ ...filter, terms: [], lacking: [attribute] })
    .filter(({ deal }) => deal.vendors.length > 0)
    .map(({ deal, fact }) => ({ deal, fact: library.find(deal.id, attribute).cautions[0] ?? fact }));
  if (matches.length === 0) return undefined;
  return {
    outcome: 'answered',
    lead: [
      lackingLead(matches, labelOf(attribute)),
      remark('That an article does not say it is not to say that it did not happen.'),
    ],
    sections: [{ kind: 'claims', claims: listRows(matches) }, computedOver(library)],
    next: next(library, matches),
  };
};

/**
 * "The library has no deal in that year.": where the years, the bounds or the places alone leave none. A figure that was
 * typed is not repeated: who skims must not take it for the answer.
 */
const noneSuch = ({ library, reading }: Asked): Claim | undefined => {
  const { years, amount, places } = reading;
  const narrowed = years !== undefined || amount !== undefined || places.length > 0;
  if (!narrowed || library.where({ years, amount, places }).length > 0) return undefined;
  const parts = [
    ...(years === undefined ? [] : [years.from === years.to ? 'in that year' : 'in those years']),
    ...(places.length === 0 ? [] : [`with its client in ${enumerate(places.map(placeName), 'or')}`]),
    ...(amount === undefined ? [] : ['with such a figure']),
  ];
  return remark(`The library has no deal ${parts.join(' ')}.`);
};

/** Where a filter leaves no deal: why, and what is nearest to it. */
const answerNone = (asked: Asked): Draft => {
  const { library, reading, unheard } = asked;
  const facts = reading.facts.flatMap((id) => library.facts.get(id) ?? []);
  return {
    outcome: 'not-held',
    lead: [noneSuch(asked) ?? notHeld(unheard)],
    sections: [...nearest(facts), computedOver(library)],
  };
};

/** The deals that a filter leaves, each row cited, with what it was computed over; or what is nearest to it. */
export const answerList = (asked: Asked, filter: Filter): Draft => {
  const { library, reading } = asked;
  const lacking = answerLacking(asked, filter);
  if (lacking) return lacking;
  const worded = library.where(filter);
  const rows = reading.attributes.filter(isComparable);
  // "Which disclose a price" asks for the price; that something was announced is asked where nothing else is.
  const stated = rows.toSorted((a, b) => Number(a === 'announced') - Number(b === 'announced')).slice(0, 1);
  const wordless = (filter.terms ?? []).length === 0 && stated.length > 0;
  const matches =
    (worded.length > 0 && !wordless) || stated.length === 0
      ? worded
      : library.where({ ...filter, terms: [], attributes: stated });
  if (reading.order && matches.length > 0) {
    const [first, ...others] = inOrder(library, matches, reading.order).map(({ fact }) => claimOf(fact));
    if (first)
      return {
        outcome: 'answered',
        lead: [
          first,
          ...(reading.order === 'oldest-newest' || reading.order === 'most-people' ? others : []),
        ],
        sections: [{ kind: 'claims', title: 'In order', claims: others.slice(0, 4) }, computedOver(library)],
        next: next(library, matches),
      };
  }
  if (matches.length === 0) return answerNone(asked);
  const outsourced = matches.filter(({ deal }) => deal.vendors.length > 0);
  const inHouse = matches.filter(({ deal }) => deal.vendors.length === 0);
  return {
    outcome: 'answered',
    listed: [...outsourced, ...inHouse].map(({ deal }) => deal.client),
    lead: [listLead(matches)],
    sections: [{ kind: 'claims', claims: listRows(matches) }, ...shortened(matches), computedOver(library)],
    next: next(library, outsourced),
  };
};
