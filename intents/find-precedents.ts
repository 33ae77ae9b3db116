import { defineIntent } from '../src/intent.ts';
import { answerFacts } from '../src/wording/answer-facts.ts';
import { answerList, filterOf } from '../src/wording/answer-list.ts';

export default defineIntent({
  summary: 'precedents for anything, by its words',
  examples: [
    'precedents for shared savings',
    'find precedents for moving staff to a vendor',
    'has anyone kept it in-house',
    'cloud software precedents',
    'examples of vendor staff on site',
    'who put IT and billing together',
    'any health system that lost jobs',
    'similar cases to ours with billing and IT',
    'precedent where the vendor shares risk',
    'anything on artificial intelligence',
  ],
  fits: (seen) => {
    const cue = seen.cue(
      'precedent',
      'precedents',
      'examples',
      'example',
      'any',
      'anyone',
      'anybody',
      'find',
      'cases',
      'case',
      'who',
      'whos',
      'places',
      'instances',
      'similar',
    );
    const coverage = seen.best?.coverage ?? 0;
    if (seen.clients.length + seen.vendors.length + seen.people.length > 0) return 0.1;
    const elsewhere = seen.best?.about === 'transition' ? 0.2 : 0;
    return (cue && seen.content > 0 ? 0.55 + 0.25 * coverage : 0.15 + 0.2 * coverage) - elsewhere;
  },
  answer: (asked) => {
    const { reading, library } = asked;
    const listed = answerList(asked, filterOf(asked));
    if (listed.outcome === 'answered') return listed;
    const facts = reading.facts.flatMap((id) => library.facts.get(id) ?? []);
    return facts.length > 0 && reading.missing.length === 0 ? answerFacts(asked, facts) : listed;
  },
});
