import { defineIntent } from '../src/intent.ts';
import type { Reading } from '../src/reading.ts';
import { answerFacts } from '../src/wording/answer-facts.ts';
import { checklist, groupAround } from '../src/wording/checklist.ts';
import { claimOf, claimOver } from '../src/wording/claim.ts';

/** The guide's parts are asked for as such, and not one thing in them. */
const asksForAll = (reading: Reading): boolean =>
  (reading.wants === undefined || ['organisation', 'choice', 'yes-no'].includes(reading.wants)) &&
  reading.terms.every((term) => all.some((key) => term.split('|').includes(key)));
const all = [
  '~element',
  '~takeover',
  '~protection',
  '~plan',
  'checklist',
  '~method',
  '~article',
  'transit',
  '~priority',
  'key',
  'phoenix',
];

export default defineIntent({
  summary: 'the steps and protections of a transition, from the guide',
  examples: [
    'transition checklist',
    'transition steps',
    'steps for moving to an outsourcer',
    'what does the guide say about service levels',
    'how should knowledge be transferred to the vendor',
    'what must be in place before the vendor starts',
    'how long does a transition take',
    'who should train the hospital staff',
    'what protects us from a bad outsourcer',
    'how do we handle staff who resist the new vendor',
    'what is the biggest risk in a transition',
    'checklist for the handover',
    'what should the action plan contain',
  ],
  fits: (seen) => {
    if (seen.clients.length + seen.people.length + seen.places.length > 0) return 0;
    if (seen.wants === 'verdict' && !seen.cue('transition', 'handover')) return 0;
    const named = seen.cue(
      'transition',
      'checklist',
      'transition-in',
      'handover',
      'changeover',
      'switchover',
      'cutover',
      'onboarding',
      'elements',
      'protections',
      'safeguards',
    );
    const about = seen.best?.about === 'transition' ? 0.45 + 0.5 * seen.best.coverage : 0;
    if (seen.vendors.length > 0) return named && about > 0 ? 0.4 : 0;
    const carried = seen.before === 'transition-checklist' ? 0.2 : 0;
    return Math.max(about, named ? 0.6 : 0) + (named ? 0.15 : 0) + carried;
  },
  answer: (asked) => {
    const { reading, library } = asked;
    const steps = library.about('transition');
    const [first] = steps;
    const specific = reading.facts
      .flatMap((id) => library.facts.get(id) ?? [])
      .filter((fact) => fact.subjects.includes('transition'));
    if (reading.terms.length > 0 && !asksForAll(reading) && specific[0]) {
      const answer = answerFacts(asked, specific);
      const told = [
        ...answer.lead,
        ...(answer.sections ?? []).flatMap((section) => (section.kind === 'claims' ? section.claims : [])),
      ].flatMap((claim) => claim.facts);
      return {
        ...answer,
        sections: [...groupAround(library, told, specific[0], 200), ...(answer.sections ?? [])].slice(0, 2),
        next: [
          {
            label: 'Transition checklist',
            reading: { intent: 'transition-checklist', attributes: ['step'] },
          },
        ],
      };
    }
    const key = steps.find((fact) => fact.id.endsWith('/most-important')) ?? first;
    return {
      outcome: 'answered',
      lead: key
        ? [
            claimOver(
              'The transition checklist, from the Phoenix Health guide: knowledge acquisition, knowledge transfer and training, a trusting relationship with internal staff, preserving what works, and four protections.',
              steps,
              [4],
            ),
            claimOf(key),
          ]
        : [],
      sections: checklist(library),
    };
  },
});
