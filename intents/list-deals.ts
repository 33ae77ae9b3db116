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
    );
    const asks = seen.cue(
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
    const carried = seen.before === 'list-deals' ? 0.25 : 0;
    const filtered = seen.years || seen.places.length > 0 || seen.bounded;
    if (seen.clients.length + seen.people.length > 0) return carried > 0 && filtered ? 0.85 : 0.1;
    if (seen.bounded || (seen.ordered && seen.clients.length === 0)) return 0.97;
    if (filtered) return (seen.content <= 1 ? 0.85 : 0.6) + carried - 0.3 * Math.sign(seen.strange);
    if (
      seen.comparable > 0 &&
      asks &&
      seen.vendors.length === 0 &&
      seen.strange === 0 &&
      seen.content <= 3 &&
      seen.best?.about !== 'transition'
    )
      return 0.95;
    if (kinds && seen.comparable > 0 && seen.vendors.length === 0 && seen.strange === 0) return 0.95;
    if (
      seen.cue('how many deals', 'number of deals', 'how many precedents') ||
      (seen.cue('deals', 'precedents', 'contracts') && seen.cue('how many'))
    )
      return 0.9;
    const elsewhere = seen.best?.about === 'transition' || seen.strange > 0 ? 0.35 : 0;
    const asked = seen.vendors.length > 0 ? 0.5 : 0.75;
    return (kinds && asks ? asked : kinds ? 0.3 : asks && seen.content > 0 ? 0.4 : 0.1) + carried - elsewhere;
  },
  answer: (asked) => answerList(asked, filterOf(asked)),
});
