import { defineIntent, firstThat } from '../src/intent.ts';
import { answerFacts } from '../src/wording/answer-facts.ts';
import { nextDeal } from '../src/wording/deal.ts';
import { answerWarrant } from '../src/wording/warrant.ts';

export default defineIntent({
  summary: 'one fact of a deal, a person or the market',
  examples: [
    'how long is the Kaiser contract',
    'who is the CIO of Allina',
    'how many people moved to Optum from Allina',
    'what did Kaiser keep',
    'why did Allina outsource',
    'how much is the Kaiser deal worth',
    'when does the Allina deal start',
    'where is Mission Health based',
    'what did Ingham say about turnover',
    'who is John Halamka',
    'what share of hospitals outsource IT',
    'were there layoffs at Kaiser',
    'did SSM end its deal',
    'what does the reader say about Cerner',
    'who wrote the article',
    'is the Allina contract value public',
  ],
  fits: (seen) => {
    const asked = seen.attributes.length > 0 || seen.wants !== undefined;
    const coverage = seen.best?.coverage ?? 0;
    return firstThat(
      [seen.people.length > 0, 0.75 + 0.2 * coverage],
      [seen.places.length > 1 && seen.places.length === seen.named, 0.5],
      [seen.named === 0 && seen.best?.about === 'transition', 0.2],
      [seen.named === 0, (asked ? 0.35 : 0.2) + 0.5 * coverage],
      [seen.content === 0 && !asked, seen.length > 4 ? 0.5 : 0.15],
      [true, (asked ? 0.55 : 0.4) + 0.35 * coverage + (seen.strange > 0 ? 0.2 : 0)],
    );
  },
  answer: (asked) => {
    const { reading, library } = asked;
    const facts = reading.facts.flatMap((id) => library.facts.get(id) ?? []);
    const [first] = facts;
    if (reading.wants === 'warrant' && first) return answerWarrant(library, first);
    return {
      ...answerFacts(asked, facts),
      next: reading.subjects.slice(0, 2).flatMap((id) => {
        const deal = library.dealsOf(id)[0];
        return deal ? [nextDeal(library, deal)] : [];
      }),
    };
  },
});
