import { isAnswered, type Turn } from '../answer.ts';
import type { Library } from '../corpus/library.ts';
import { byVendor } from '../corpus/shelves.ts';
import type { Opening } from '../holdings.ts';

/** A question that may do as a first one, and how it has to be understood. */
interface Candidate {
  readonly title: string;
  readonly text: string;
  readonly intent: string;
}

const mostOffered = 4;
/** Deals that are tried for an opening of one kind before it goes without. */
const mostTried = 6;

/** Clients that outsourced, those first of whose deals most is told. */
const wellTold = (library: Library): string[] => {
  const told = [...library.deals.values()]
    .filter(({ vendors }) => vendors.length > 0)
    .map((deal) => ({ ...deal, facts: library.about(deal.id).length }))
    .sort((a, b) => b.facts - a.facts || a.id.localeCompare(b.id, 'en'));
  return [...new Set(told.map(({ client }) => client))].slice(0, mostTried);
};

/** For each kind of opening its candidates, best first: a comparison, a vendor, the guide, a deal, the whole list. */
const candidates = (library: Library): readonly (readonly Candidate[])[] => {
  const clients = wellTold(library).map(library.nameOf);
  const vendors = byVendor(library).slice(0, mostTried);
  return [
    clients.slice(1).map((other) => ({
      title: 'Compare two deals',
      text: `compare ${clients[0]} and ${other}`,
      intent: 'compare-deals',
    })),
    vendors.map(({ id }) => ({
      title: 'Look up a vendor',
      text: library.nameOf(id),
      intent: 'vendor-profile',
    })),
    library.about('transition').length === 0
      ? []
      : [{ title: 'Plan a transition', text: 'transition checklist', intent: 'transition-checklist' }],
    clients.map((client) => ({ title: 'Read about a deal', text: client, intent: 'deal-profile' })),
    [{ title: 'See every vendor', text: 'list vendors', intent: 'list-vendors' }],
    [{ title: 'See what else to ask', text: 'help', intent: 'help' }],
  ];
};

/**
 * Questions to begin with, at most four, each of another kind. Every one was asked and answered, and understood as it
 * was meant: nobody's first tap leads nowhere, whatever the library holds.
 */
export const openingsOf = (library: Library, ask: (text: string) => Turn): Opening[] => {
  const openings: Opening[] = [];
  for (const kind of candidates(library)) {
    for (const { title, text, intent } of kind) {
      const { reading, answer } = ask(text);
      if (reading.intent !== intent || !isAnswered(answer.outcome)) continue;
      openings.push({ title, text, reading });
      break;
    }
    if (openings.length === mostOffered) break;
  }
  return openings;
};
