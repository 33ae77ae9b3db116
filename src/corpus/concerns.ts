import type { Deal, Fact } from './fact.ts';
import type { Library } from './library.ts';
import { termsOf } from './terms.ts';

/** What a step of a transition is about, and what is asked of a deal to learn how others fared with it. */
interface Concern {
  /** Words that tell it, as people and guides write them. */
  readonly words: string;
  /** Attributes of deals, most telling first. */
  readonly attributes: readonly string[];
}

const concerns: readonly Concern[] = [
  {
    words:
      'worry, worries, fear, threatened, distrustful, frustrated, morale, resist, hide, sabotage, cooperate, fans, welcome, emotions, reactions, layoff, layoffs, union, quit',
    attributes: ['staff-mood', 'turnover', 'jobs-at-vendor', 'staff-cut'],
  },
  {
    words: 'payroll, salary, benefits, rebadge, workplace',
    attributes: ['staff-terms', 'staff-moved', 'jobs-at-vendor'],
  },
  {
    words: 'credibility, trust, respect, authority, proven, earn',
    attributes: ['latitude', 'prior-relationship', 'relationship'],
  },
  {
    words: 'transparent, transparency, access, visibility, sync, meetings, contact',
    attributes: ['staff-placed', 'relationship'],
  },
  {
    words: 'change, consequences, revised, updated, modifications',
    attributes: ['change-management', 'staff-mood'],
  },
  {
    words: 'train, teach, skills, educate, workshop',
    attributes: ['help', 'change-management'],
  },
  {
    words:
      'assess, discovery, interviews, documentation, captures, knowledge, methodology, inventory, unique, tailored, learned',
    attributes: ['vendor-strengths', 'kept-in-house', 'staff-kept'],
  },
  {
    words: 'sla, slas, monitored, measure, penalty, budget, cost, savings, invoice',
    attributes: ['vendor-pay', 'financial-benefits', 'value'],
  },
  {
    words: 'preserve, existing, solutions, scope, plan, approves, retained',
    attributes: ['kept-in-house', 'scope'],
  },
  {
    words: 'data center, data centers, cloud, hosting, servers, network, migration',
    attributes: ['data-centers', 'scope'],
  },
  { words: 'billing, revenue cycle, claims, payments', attributes: ['patient-billing', 'revenue-cycle'] },
  { words: 'exit, termination, unwind, renewal', attributes: ['ended', 'insourced', 'outcome'] },
];

/** Words are told by their stems alone: the rings of the field are wider than a concern. */
const stemsOf = (text: string): string[] => termsOf(text).flatMap(({ keys }) => keys[0] ?? []);

const known = concerns.map(({ words, attributes }) => ({
  attributes,
  stems: new Set(words.split(',').flatMap(stemsOf)),
}));

/** What a step is most about: the concern that shares most with its words, by how telling each is. */
const concernOf = (library: Library, text: string): readonly string[] => {
  const stems = [...new Set(stemsOf(text))];
  const weight = (stem: string): number => library.weight({ text: stem, keys: [stem] });
  const scored = known.map((concern) => ({
    attributes: concern.attributes,
    score: stems.filter((stem) => concern.stems.has(stem)).reduce((sum, stem) => sum + weight(stem), 0),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.attributes : [];
};

/** What happened at a deal, on the matter that a step of a transition is about. */
export interface Precedent {
  readonly deal: Deal;
  readonly fact: Fact;
}

/**
 * What other deals went through on the matter that a text is about: of each deal at most one fact, of the most telling
 * attributes first. Computed over every deal; empty where no deal states anything of it.
 */
export const precedentsFor = (library: Library, text: string, most: number): Precedent[] => {
  const found = new Map<string, Precedent>();
  for (const attribute of concernOf(library, text))
    for (const deal of library.deals.values()) {
      const [fact] = library.find(deal.id, attribute).facts;
      if (fact !== undefined && !found.has(deal.id)) found.set(deal.id, { deal, fact });
    }
  return [...found.values()].slice(0, most);
};
