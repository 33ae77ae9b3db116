import type { Passage } from '../../../src/corpus/search/token-store.ts';

/** Six short passages about invented deals. */
export const samplePassages: readonly Passage[] = [
  {
    id: 'billing',
    title: 'Billing moves out',
    text: 'The hospital gave its billing to a contractor for six years. Billing staff were offered posts.',
  },
  {
    id: 'desk',
    title: 'A service desk abroad',
    text: 'Calls to the service desk are answered abroad; nurses complained of long waits.',
  },
  {
    id: 'waits',
    title: 'Long waits',
    text: 'Nurses said that the desk for service requests kept them waiting, and the service was poor at any desk.',
  },
  {
    id: 'records',
    title: 'Electronic records',
    text: 'Records were moved to a data center of the contractor, and the café’s till with them.',
  },
  {
    id: 'union',
    title: 'What the union said',
    text: 'The union feared layoffs and asked for a moratorium; layoffs were announced in spring.',
  },
  {
    id: 'return',
    title: 'Brought back',
    text: 'After four years the health system ended the contract and rehired its analysts.',
  },
];
