import { defineIntent, firstThat } from '../src/intent.ts';
import { claimOf, enumerate } from '../src/wording/claim.ts';
import { askedOf, dealFor, leadOf, vendorsOf } from '../src/wording/comparison.ts';
import { comparison } from '../src/wording/comparison-table.ts';
import { computedOver } from '../src/wording/coverage.ts';
import { nextDeal } from '../src/wording/deal.ts';

export default defineIntent({
  summary: 'two to six deals side by side',
  examples: [
    'compare Kaiser and Allina',
    'Kaiser vs Mission Health',
    'difference between Optum and Cerner',
    'Allina against Kaiser on staff',
    'compare contract length of Kaiser and Mission',
    'Owensboro or SSM',
    'how does Mission differ from Allina',
    'Kaiser, Allina and Mission side by side',
    'contrast Northern Light with ProHealth',
    'IBM versus Optum',
    'which is bigger, Allina or Owensboro',
    'put Allina next to Kaiser',
  ],
  fits: (seen) => {
    const count = Math.max(
      seen.clients.length,
      seen.vendors.length,
      seen.people.length,
      seen.clients.length + seen.vendors.length - 1,
    );
    const cue = seen.cue(
      'compare',
      'compair',
      'comparison',
      'vs',
      'versus',
      'v',
      'difference',
      'differences',
      'differ',
      'diff',
      'contrast',
      'against',
      'side by side',
      'next to',
      'or',
      'than',
      'between',
      'both',
      'whats public',
    );
    if (count < 2) return 0;
    if (seen.before === 'compare-deals' && !cue)
      return firstThat(
        [seen.wants === undefined && seen.attributes.length === 0, 0.9],
        [seen.comparable > 0 && seen.comparable === seen.attributes.length && seen.content <= 1, 1],
        [true, 0.62],
      );
    return cue ? 1 : seen.clients.length > 1 ? 0.97 : seen.people.length > 1 ? 0.8 : 0.5;
  },
  answer: ({ reading, library }) => {
    const chosen = reading.subjects.filter((id) => !reading.without.includes(id));
    const told = reading.facts.flatMap((id) => library.facts.get(id) ?? []).map(claimOf);
    const deals = [...new Set(chosen.flatMap((id) => dealFor(library, id, reading.attributes) ?? []))].slice(
      0,
      6,
    );
    if (deals.length === 0)
      return { outcome: told.length > 0 ? 'answered' : 'unclear', lead: told.slice(0, 3) };
    const asked = askedOf(library, deals, reading.attributes);
    const clients = chosen.filter((id) => deals.some((deal) => deal.client === id));
    const vendors = clients.length > 0 ? [] : vendorsOf(library, chosen);
    const lead = leadOf({ library, deals, asked, told: reading.terms.length > 0 ? told : [], vendors });
    const extra = told.filter(
      (claim) =>
        asked.length > 0 && !lead.some((other) => other.facts.some((id) => claim.facts.includes(id))),
    );
    const short = asked.length > 0 && deals.length < 3 && reading.rows.length === 0;
    return {
      outcome: deals.length < 2 ? 'partial' : 'answered',
      lead,
      sections: [
        ...(extra.length > 0 ? [{ kind: 'claims' as const, claims: extra.slice(0, 3) }] : []),
        ...(deals.length > 1 && !short ? comparison(library, { deals, asked, chosen: reading.rows }) : []),
        computedOver(library),
      ],
      next: [
        ...(short
          ? [
              {
                label: `Compare ${enumerate(deals.map((deal) => library.nameOf(deal.client)))}`,
                reading: { intent: 'compare-deals', subjects: deals.map((deal) => deal.client) },
              },
            ]
          : []),
        ...deals.slice(0, 3).map((deal) => nextDeal(library, deal)),
      ],
    };
  },
});
