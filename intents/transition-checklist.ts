import { defineIntent } from '../src/intent.ts';
import { answerFacts } from '../src/wording/answer-facts.ts';
import { checklist, groupAround } from '../src/wording/checklist.ts';
import { claimOf, claimOver } from '../src/wording/claim.ts';

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
    const parties = seen.clients.length + seen.people.length + seen.vendors.length;
    const named = seen.cue(
      'transition',
      'checklist',
      'transition-in',
      'handover',
      'changeover',
      'switchover',
      'cutover',
      'onboarding',
    );
    const about = seen.best?.about === 'transition' ? 0.45 + 0.5 * seen.best.coverage : 0;
    const carried = seen.before === 'transition-checklist' && parties === 0 ? 0.2 : 0;
    if (parties > 0) return named && about > 0 ? 0.4 : 0;
    return Math.min(1, Math.max(about, named ? 0.6 : 0) + (named ? 0.15 : 0) + carried);
  },
  answer: (asked) => {
    const { reading, library } = asked;
    const steps = library.about('transition');
    const [first] = steps;
    const general =
      reading.attributes.some((id) => ['step', 'general', 'protection'].includes(id)) ||
      reading.terms.length === 0;
    const specific = reading.facts
      .flatMap((id) => library.facts.get(id) ?? [])
      .filter((fact) => fact.subjects.includes('transition'));
    if (!general && specific[0]) {
      const answer = answerFacts(asked, specific);
      return {
        ...answer,
        sections: [...(answer.sections ?? []), ...groupAround(library, specific[0])],
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
