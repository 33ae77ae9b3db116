import { defineIntent, firstThat } from '../src/intent.ts';
import { asOf, computedOver } from '../src/wording/coverage.ts';
import { nextDeal } from '../src/wording/deal.ts';
import { organisationClaims, vendorSections } from '../src/wording/organisation.ts';
import { standingClaim } from '../src/wording/vendor.ts';

/** One thing asked of a vendor, which is a fact and no profile. */
const narrow = new Set(['partners', 'parent', 'base', 'sister-company']);

export default defineIntent({
  summary: 'a vendor: its clients here, what it does for them, what is withheld',
  examples: [
    'Optum',
    'IBM',
    'tell me about Cerner',
    'who does Optum work for',
    'Optum track record',
    'which hospitals does IBM serve',
    'MedTrak Systems',
    'UnitedHealth Group',
    'profile of Cerner',
    'Phoenix Health',
    'who is Black Book Research',
    'background on the vendor Optum',
  ],
  fits: (seen) => {
    const named = seen.vendors.length + seen.others.length;
    const cue = seen.cue(
      'who is',
      'what is',
      'is that',
      'is it a',
      'who are',
      'profile',
      'track record',
      'background',
      'tell me about',
      'clients',
      'customers',
      'roster',
      'info',
      'brief',
      'the story',
      'who else',
      'what do we know',
      'they bring',
      'who owns',
      'need a para',
      'services arm',
    );
    const open =
      seen.wants === undefined ||
      ['person', 'choice', 'yes-no', 'organisation', 'place', 'date'].includes(seen.wants);
    const bare = seen.content === 0 && (seen.attributes.length === 0 || cue);
    return firstThat(
      [named === 0 || seen.people.length > 0, 0],
      [seen.clients.length > 0, 0.05],
      [seen.astray, 0.3],
      [seen.strange > 0 && (seen.content > seen.strange || seen.length > 4), 0.3],
      [seen.strange > 0, 0.97],
      [seen.vendors.length > 1 && seen.cue('each', 'per vendor', 'every', 'respectively'), 0.99],
      [narrow.has(seen.attributes.join()) && seen.content <= 1, 0.3],
      [bare, open ? 0.97 : 0.6],
      [cue && open, seen.content <= 3 ? 0.97 : 0.85],
      [seen.vendors.length > 1, 0.7],
      [true, 0.3],
    );
  },
  answer: ({ reading, library }) => {
    const deals = reading.subjects.filter(
      (id) => library.dealsOf(id).length > 0 && library.organisations.has(id),
    );
    const vendors = [
      ...deals,
      ...reading.subjects
        .filter((id) => !deals.includes(id))
        .flatMap((id) =>
          [...library.organisations.values()]
            .filter((other) => other.parent === id && library.dealsOf(other.id).length > 0)
            .map(({ id: child }) => child),
        ),
    ];
    const about = reading.subjects.flatMap((id) => organisationClaims(library, id));
    const standing = [...new Set(vendors)].map((vendor) => ({
      vendor,
      deals: library
        .dealsOf(vendor)
        .filter(
          (deal) =>
            !deal.vendors.some((id) => reading.without.includes(id)) &&
            !reading.without.includes(deal.client),
        )
        .map((deal) => deal.id),
    }));
    const [first] = standing;
    if (!first && about.length === 0) return { outcome: 'not-held', lead: [] };
    const facts = (first?.deals ?? []).flatMap((id) => library.about(id)).slice(0, 1);
    return {
      outcome: 'answered',
      listed:
        standing.length > 1
          ? standing.map(({ vendor }) => vendor)
          : (first?.deals ?? []).flatMap((id) => library.deals.get(id)?.client ?? []),
      lead: first ? standing.map((entry) => standingClaim(library, entry)) : about.slice(0, 2),
      sections: [
        ...(first && about.length > 0
          ? [{ kind: 'claims' as const, claims: about.slice(0, 2) }]
          : about.length > 2 && !first
            ? [{ kind: 'claims' as const, claims: about.slice(2, 4) }]
            : []),
        ...standing.slice(0, 2).flatMap((entry) => vendorSections(library, entry)),
        ...asOf(library, facts),
        ...(first ? [computedOver(library)] : []),
      ],
      next: [
        ...(first?.deals ?? []).slice(0, 2).flatMap((id) => {
          const deal = library.deals.get(id);
          return deal ? [nextDeal(library, deal)] : [];
        }),
        { label: 'List vendors', reading: { intent: 'list-vendors' } },
        { label: 'Transition checklist', reading: { intent: 'transition-checklist', attributes: ['step'] } },
      ],
    };
  },
});
