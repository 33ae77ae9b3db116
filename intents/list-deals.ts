import { defineIntent, firstThat, type Seen } from '../src/intent.ts';
import { answerList, filterOf } from '../src/wording/answer-list.ts';

const placedScore = ({ content, strange }: Seen): number =>
  (content <= 1 ? 0.85 : 0.6) - (strange > 0 ? 0.3 : 0);

/** The figures of a survey answer, and no deal does. */
const asksOfMarket = (seen: Seen): boolean => seen.best?.about === 'market' && seen.vendors.length === 0;

/** "Who else besides Kaiser" after a list: nothing is asked but more of it. */
const goesOn = ({ before, named, content, attributes }: Seen): boolean =>
  before === 'list-deals' && named + content + attributes.length === 0;

export default defineIntent({
  summary: 'deals by year, place, vendor or what they state',
  examples: [
    'all deals',
    'deals signed in 2009',
    'hospitals in the Midwest',
    'deals with job cuts',
    'which deals ended',
    'who kept it in-house',
    'list the Optum clients',
    'deals since 2020',
    'deals longer than five years',
    'who outsourced revenue cycle',
    'which contracts disclose a price',
    'show me every deal',
    'deals where staff moved to the vendor',
    '2014',
    'which hospitals are in Maine',
    'systems that outsourced data centers',
  ],
  fits: (seen) => {
    const kinds = seen.cue(
      'deals',
      'contracts',
      'agreements',
      'arrangements',
      'hospitals',
      'health systems',
      'clients',
      'customers',
      'precedents',
      'cases',
      'ones',
      'providers',
      'nonprofits',
      'organizations',
      'organisations',
    );
    const asks = seen.cue(
      'everything',
      'full list',
      'list',
      'all',
      'every',
      'which',
      'any',
      'show',
      'who else',
      'identify',
      'how many',
      'name',
      'who',
    );
    const counts = seen.cue('deals', 'precedents', 'contracts') && seen.cue('how many', 'number of');
    const placed = seen.years || seen.places.length > 0;
    const carried = seen.before === 'list-deals' ? 0.25 : 0;
    const attribute = seen.comparable > 0 && seen.vendors.length === 0 && seen.strange === 0;
    const guide = seen.best?.about === 'transition';
    const score = firstThat(
      [seen.clients.length + seen.people.length > 0, carried > 0 && placed ? 0.6 : -0.1],
      [goesOn(seen), 0.7],
      [seen.bounded || seen.ordered, 0.97],
      [placed, placedScore(seen)],
      [seen.advice || asksOfMarket(seen), 0.1],
      [seen.cue('common', 'usual', 'typical', 'normally', 'usually', 'rare'), 0.1],
      [attribute && asks && seen.content <= 3 && !guide, 0.95],
      [attribute && (kinds || carried > 0), 0.95],
      [counts, 1.2],
      [kinds && asks, seen.vendors.length > 0 ? 0.5 : 0.75],
      [kinds, 0.3],
      [asks && seen.content > 0, 0.4],
      [true, 0.1],
    );
    const elsewhere = firstThat([placed || score >= 0.9, 0], [guide, 0.35], [seen.strange > 0, 0.35]);
    return score + carried - elsewhere;
  },
  answer: (asked) => answerList(asked, filterOf(asked)),
});
