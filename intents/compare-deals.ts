import { defineIntent } from '../src/intent.ts';
import { claimOf } from '../src/wording/claim.ts';
import { comparison, dealFor, introduction, sideBySide } from '../src/wording/comparison.ts';
import { computedOver } from '../src/wording/coverage.ts';

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
    const facts = reading.facts.flatMap((id) => library.facts.get(id) ?? []);
    const deals = [...new Set(chosen.flatMap((id) => dealFor(library, id, reading.attributes) ?? []))].slice(
      0,
      6,
    );
    if (deals.length === 0) return { outcome: 'unclear', lead: [] };
    const stated = reading.attributes.filter((attribute) =>
      deals.some(
        (deal) =>
          library.find(deal.id, attribute).state !== 'not-stated' ||
          library.find(deal.id, attribute).cautions.length > 0,
      ),
    );
    const asked = stated.length > 0 ? stated.slice(0, 2) : [];
    const told = facts.map(claimOf);
    // "compare" asks for the comparison; it is not what is compared.
    const looked = reading.terms.filter((term) => !term.split('|').includes('~likened'));
    const bySubject =
      asked.length > 0
        ? asked.flatMap((attribute) => sideBySide(library, deals, attribute))
        : looked.length > 0 && told.length > 0
          ? told
          : [introduction(library, deals)];
    const extra = told.filter(
      (claim) =>
        asked.length > 0 && !bySubject.some((other) => other.facts.some((id) => claim.facts.includes(id))),
    );
    return {
      outcome: deals.length < 2 ? 'partial' : 'answered',
      lead: bySubject,
      sections: [
        ...(extra.length > 0 ? [{ kind: 'claims' as const, claims: extra.slice(0, 3) }] : []),
        ...(deals.length > 1 ? comparison(library, deals, asked) : []),
        computedOver(library),
      ],
      next: deals
        .slice(0, 3)
        .map((deal) => ({ label: deal.name, reading: { intent: 'deal-profile', subjects: [deal.client] } })),
    };
  },
});
