import { defineIntent } from '../src/intent.ts';
import { claimOf } from '../src/wording/claim.ts';
import { comparison, headlines, sideBySide } from '../src/wording/comparison.ts';
import { asOf, computedOver } from '../src/wording/coverage.ts';

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
      return seen.wants === undefined && seen.attributes.length === 0 ? 0.9 : 0.62;
    return cue ? 1 : seen.clients.length > 1 || seen.people.length > 1 ? 0.8 : 0.5;
  },
  answer: ({ reading, library }) => {
    const chosen = reading.subjects.filter((id) => !reading.without.includes(id));
    const clients = chosen.filter((id) => [...library.deals.values()].some((deal) => deal.client === id));
    const parties = clients.length > 1 ? clients : chosen;
    const deals = [...new Set(parties.flatMap((id) => library.dealsOf(id).slice(0, 1)))].slice(0, 6);
    const best = reading.facts.flatMap((id) => library.facts.get(id) ?? []);
    const asked =
      reading.attributes.length > 0 ? reading.attributes : best.slice(0, 1).map((fact) => fact.attribute);
    const focus = reading.attributes.length > 0 || reading.terms.length > 0 ? asked.slice(0, 2) : [];
    const lead =
      focus[0] === undefined
        ? headlines(library, deals)
        : focus.flatMap((attribute) => sideBySide(library, deals, attribute));
    return {
      outcome: deals.length < 2 ? 'partial' : 'answered',
      lead,
      sections: [
        ...(focus.length > 0 && best.length > 0
          ? [
              {
                kind: 'claims' as const,
                claims: best
                  .slice(0, 3)
                  .filter((fact) => !lead.some((claim) => claim.facts.includes(fact.id)))
                  .map(claimOf),
              },
            ]
          : []),
        comparison(library, deals, []),
        ...asOf(
          library,
          deals.flatMap((deal) => library.about(deal.id).slice(0, 1)),
        ),
        computedOver(library),
      ],
      next: deals
        .slice(0, 3)
        .map((deal) => ({ label: deal.name, reading: { intent: 'deal-profile', subjects: [deal.client] } })),
    };
  },
});
