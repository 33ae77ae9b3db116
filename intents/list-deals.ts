import { defineIntent } from '../src/intent.ts';
import { answerList, filterOf } from '../src/wording/answer-list.ts';

export default defineIntent({
  summary: 'deals by year, place, vendor or what they state',
  examples: [
    'all deals',
    'deals signed in 2009',
    'hospitals in the Midwest',
    'deals with job cuts',
    'which deals ended',
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
    const named = seen.clients.length + seen.people.length;
    const cue = seen.cue(
      'deals',
      'list',
      'every',
      'all',
      'which',
      'any',
      'show',
      'who else',
      'cases',
      'contracts',
      'agreements',
      'hospitals',
      'arrangements',
      'arrangement',
      'ones',
      'clients',
      'customers',
      'identify',
      'examples',
      'precedents',
    );
    const filter = seen.years || seen.places.length > 0 || seen.attributes.length > 0 || seen.content > 0;
    const carried = seen.before === 'list-deals' ? 0.25 : 0;
    if (named > 0) return carried > 0 && (seen.years || seen.places.length > 0) ? 0.8 : 0.1;
    if ((seen.years || seen.places.length > 0) && seen.content <= 1) return 0.8 + carried;
    if (seen.vendors.length > 0) return cue ? 0.5 : 0.1;
    if (!cue) return 0.1 + carried;
    return (
      (filter ? 0.55 : 0.85) +
      carried +
      (seen.cue('deals', 'contracts', 'agreements', 'arrangements', 'hospitals', 'systems') ? 0.15 : 0)
    );
  },
  answer: (asked) => answerList(asked, filterOf(asked)),
});
