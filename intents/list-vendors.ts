import { defineIntent, firstThat } from '../src/intent.ts';
import { computedOver } from '../src/wording/coverage.ts';
import { besides, standingClaim, standings } from '../src/wording/vendor.ts';

/** What vendors are counted by. */
const ofTheirClients = ['most clients', 'most customers', 'most deals', 'most contracts', 'most hospitals'];

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
    const asked =
      !seen.advice &&
      (seen.says('vendors', 'suppliers', 'outsourcers', 'contractors') ||
        seen.cue(
          'outsourcing companies',
          'vendor with',
          'every vendor',
          'list vendors',
          'vendor names',
          'vendor list',
          'list of vendors',
          'names of vendors',
        ) ||
        (seen.cue('who', 'vendor', 'supplier', 'outsourcer', 'contractor') && seen.cue(...ofTheirClients)));
    const many = seen.cue('list', 'all', 'every', 'which', 'who are', 'most', 'how many', 'name', 'show');
    return firstThat(
      [asked && seen.cue('article', 'story', 'piece', 'report'), 0.97],
      [seen.wants === 'verdict' && seen.says('vendor', 'vendors', 'outsourcer') && seen.named === 0, 0.99],
      [!asked || seen.clients.length + seen.people.length > 0, 0],
      [
        seen.cue(
          'list vendors',
          'all vendors',
          'every vendor',
          'which vendors',
          'vendor names',
          'vendor list',
        ),
        seen.content <= 2 ? 0.98 : 0.6,
      ],
      [seen.cue(...ofTheirClients), 0.98],
      [seen.vendors.length > 0, many ? 0.4 : 0.1],
      [many && seen.best?.about !== 'transition', seen.content <= 2 ? 0.9 : 0.5],
      [seen.content <= 1 && seen.best?.about !== 'transition', 0.8],
      [true, 0.05],
    );
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
      listed: shown.map(({ vendor }) => vendor),
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
