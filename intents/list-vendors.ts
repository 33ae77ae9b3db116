import { defineIntent } from '../src/intent.ts';
import { computedOver } from '../src/wording/coverage.ts';
import { besides, standingClaim, standings } from '../src/wording/vendor.ts';

export default defineIntent({
  summary: 'every vendor with its clients',
  examples: [
    'list vendors',
    'which vendors are in the library',
    'all outsourcers',
    'vendors by number of clients',
    'who are the vendors',
    'which outsourcing companies do you know',
    'show the suppliers',
    'vendor with the most deals',
    'how many vendors are there',
    'name every vendor',
  ],
  fits: (seen) => {
    const inArticle = seen.cue('vendors', 'suppliers') && seen.cue('article', 'story', 'piece', 'report');
    if (inArticle) return 0.97;
    if (seen.clients.length + seen.people.length > 0) return 0;
    if (!seen.cue('vendor', 'vendors', 'outsourcing companies', 'suppliers', 'contractors')) return 0;
    if (seen.cue('list vendors', 'all vendors', 'every vendor', 'which vendors'))
      return seen.content <= 2 ? 0.98 : 0.6;
    const many = seen.cue(
      'list',
      'vendors',
      'all',
      'every',
      'which',
      'who are',
      'most',
      'how many',
      'suppliers',
    );
    const elsewhere = seen.best?.about === 'transition' ? 0.4 : 0;
    if (seen.vendors.length > 0) return many ? 0.4 : 0.1;
    return (many ? (seen.content <= 1 ? 0.9 : 0.5) : 0.05) - elsewhere;
  },
  answer: ({ reading, library }) => {
    const narrowed = reading.years
      ? library.where({ years: reading.years }).map(({ deal }) => deal.id)
      : besides(library, reading.subjects);
    const all = standings(library).map((entry) => ({
      ...entry,
      deals: narrowed ? entry.deals.filter((id) => narrowed.includes(id)) : entry.deals,
    }));
    const shown = all.filter(({ deals }) => deals.length > 0);
    const [first, ...others] = shown.map((entry) => standingClaim(library, entry));
    if (!first) return { outcome: 'not-held', lead: [] };
    return {
      outcome: 'answered',
      lead: [first],
      sections: [
        ...(others.length === 0
          ? []
          : [{ kind: 'claims' as const, title: 'The other vendors', claims: others }]),
        computedOver(library),
      ],
      next: shown.slice(0, 3).map(({ vendor }) => ({
        label: library.nameOf(vendor),
        reading: { intent: 'vendor-profile', subjects: [vendor] },
      })),
    };
  },
});
